"""What `disc check` says when one thing in a real disclosure is changed: a row for each mistake.

To add a row: the spec, the code, a text that stands in the spec once, and what stands in its place, with ▸ before each
place where the code is found. Where the place is somewhere else, a last text, which stands there once, has the ▸. A row
with two codes finds both at the place. What is found in the spec as it stands does not count.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from disc.checks import all_checks, all_comparisons
from disc.core.diagnostic import Diagnostic
from tests.checks.support import HERE
from tests.pipeline import run
from tests.seed.spec import ROOT, mutated

UNIT = "xinjiang/akqi/government-office/2024-budget"
DEPARTMENT = "shanghai/putuo/finance-bureau/2025-budget"
TEXTS = {address: (ROOT / "specs" / f"{address}.yaml").read_text(encoding="utf-8") for address in (UNIT, DEPARTMENT)}

# These hold a spec against others of its root, of which the two real ones have none.
OUT_OF_REACH = {"last-year-disagrees", "units-differ"}


def between(address: str, start: str, end: str) -> str:
    """Return a piece of a spec that is too long for a row, from its first words up to those after it."""
    text = TEXTS[address]
    return text[text.index(start) : text.index(end)]


UNITS = "  - {name: 财政局本部, type: administrative, headquarters: true}"
FIRST_PROJECT = "    function: 2010301\n    source: general\n    economic"
MONEY = between(DEPARTMENT, "basic:\n", "# 表9、")
BY_ECONOMIC = between(DEPARTMENT, "    by_economic:\n", "\n# 表3的项目支出列")
OF_WHICH = "of_which: {overseas: 0, vehicle_purchase: 0, vehicle_operation: 0"
OTHER = "other_matters: 我单位无其他需说明事项。"
VEHICLES = "    general: {count: 5, value: 157.13}"

MUTATIONS: tuple[tuple[str, ...], ...] = (
    # How the file is written.
    (UNIT, "thousands-comma", "2010301: 330.30", "2010301: ▸1,330.30"),
    (UNIT, "number-as-text", "2010301: 330.30", "2010301: ▸330,30"),
    (UNIT, "number-as-text", "2010301: 330.30", "2010301: ▸330.30万元"),
    (UNIT, "number-as-text", "  active: 23", "  active: ▸23人"),
    (UNIT, "full-width-digits", "2010301: 330.30", "2010301: ▸３３０.30"),
    (UNIT, "missing-value", "2010301: 330.30", "2010301:▸ "),
    (UNIT, "missing-value", "  2080501: 行政单位离退休费减少", "  2080501:▸"),
    (UNIT, "duplicate-key", "      2010350: 130.33", "      ▸2010301: 130.33"),
    (UNIT, "duplicate-key", "  208: 机关", "  210: 机关", "▸210: 机关事业单位基本医疗保险"),
    (UNIT, "full-width-colon", "      2010350: 130.33 ", "      2010350▸：130.33 "),
    (UNIT, "space-after-colon", "      2010350: 130.33 ", "      2010350▸:130.33 "),
    (UNIT, "bad-indentation", "      2010350: 130.33 ", "    2010350: 130.33 ", "▸2080501: 50.76"),
    (UNIT, "tab-indentation", "      2010350: 130.33 ", "▸\t2010350: 130.33 "),
    (UNIT, "unclosed-bracket", VEHICLES, "    general: ▸{count: 5, value: 157.13"),
    (UNIT, "unclosed-bracket", VEHICLES, "    general: ▸{count: 5， value: 157.13}"),
    (UNIT, "unclosed-quote", OTHER, 'other_matters: ▸"无'),
    (UNIT, "colon-in-text", OTHER, "other_matters: 说明▸: 无"),
    (UNIT, "anchor", OTHER, "other_matters: ▸&a 无"),
    (UNIT, "tag", OTHER, "other_matters: ▸!!str 无"),
    (UNIT, "ambiguous-word", OTHER, "other_matters: ▸no"),
    (DEPARTMENT, "ambiguous-value", 'as_of: "2024-08-31"', "as_of: ▸2024-08-31"),
    # Its fields and values.
    (UNIT, "unknown-kind", "kind: budget", "kind: ▸budjet"),
    (UNIT, "unknown-form", "form: xinjiang/unit-budget", "form: ▸xinjiang/unit-buget"),
    (UNIT, "base-form", "form: xinjiang/unit-budget", "form: ▸base/budget"),
    (DEPARTMENT, "base-form", "form: shanghai/district-department-budget", "form: ▸shanghai/common"),
    (UNIT, "missing-kind-or-form", "form: xinjiang/unit-budget\n", "", "▸# yaml-language-server"),
    (UNIT, "value-not-allowed", "unit: 万元", "unit: ▸亿元"),
    (UNIT, "value-not-allowed", "type: administrative", "type: ▸administration"),
    (UNIT, "value-not-allowed", FIRST_PROJECT, "    function: 2010301\n    source: ▸generall\n    economic"),
    (UNIT, "wrong-type", "year: 2024", "year: ▸二〇二四"),
    (UNIT, "wrong-type", "    amount: 2\n", "    amount: ▸两万\n"),
    (UNIT, "wrong-type", "  active: 23", "  active: ▸23.5"),
    (UNIT, "wrong-type", VEHICLES, "    general: {count: ▸5.5, value: 157.13}"),
    (UNIT, "below-minimum", "  active: 23", "  active: ▸-23"),
    (UNIT, "below-minimum", "  goods: 45.56", "  goods: ▸-45.56"),
    (DEPARTMENT, "above-maximum", "region: 310107", "region: ▸3101070"),
    (UNIT, "bad-date", 'date: "2024-02-21"', 'date: ▸"2024-02-30"'),
    (UNIT, "bad-date", 'date: "2024-02-21"', "date: ▸2024年2月21日"),
    (DEPARTMENT, "bad-date", 'as_of: "2024-08-31"', 'as_of: ▸"2024-8-31"'),
    (UNIT, "bad-key", "2010301: 330.30", "▸20103: 330.30"),
    (UNIT, "bad-key", "basic:\n  general:\n", "basic:\n  ▸generals:\n"),
    (DEPARTMENT, "bad-key", "general: {total: 30138000}", "▸generals: {total: 30138000}"),
    (UNIT, "unknown-field", "  retired: 40", "  ▸retied: 40"),
    (UNIT, "unknown-field", "  goods: 45.56", "  goods: 45.56\n  ▸furniture: 3"),
    (UNIT, "unknown-field", OTHER, "▸other_matter: 无"),
    (UNIT, "unknown-field", "  2080501: 行政单位离退休费减少", "  2080501: {remark: 减少, ▸why: 无}"),
    (DEPARTMENT, "unknown-field", "amount: 4188000.00, has_targets", "amount: 4188000.00, ▸has_target"),
    (UNIT, "missing-field", "  goods: 45.56\n", "", "▸procurement:"),
    (DEPARTMENT, "missing-field", UNITS, "  - ▸{name: 财政局本部, headquarters: true}"),
    (DEPARTMENT, "unwanted-field", "level: department", "level: unit", "▸units:"),
    # What it names.
    (UNIT, "unknown-year", "year: 2024", "year: ▸2042"),
    (UNIT, "address-disagrees form-of-other-year", "year: 2024", "year: ▸2023"),
    (UNIT, "address-disagrees", "  id: government-office", "  id: ▸government-offices"),
    (UNIT, "unknown-region", "region: 653023", "region: ▸653032"),
    (UNIT, "form-of-other-region", "region: 653023", "region: ▸310107"),
    (UNIT, "form-of-other-region", "form: xinjiang/unit-budget", "form: shanghai/municipal-unit-budget", "▸653023"),
    (UNIT, "form-of-other-level", "  level: unit", "  level: ▸department"),
    (DEPARTMENT, "form-of-other-level", "shanghai/district-department-budget", "shanghai/district-unit-budget",
     "level: ▸department"),
    (UNIT, "unknown-code", "2010301: 330.30", "▸2010310: 330.30"),
    (UNIT, "unknown-code", "2010301: 330.30", "▸2019301: 330.30"),
    (UNIT, "unknown-code", "30101: 95.66", "▸30001: 95.66"),
    (UNIT, "unknown-code", FIRST_PROJECT, "    function: ▸2010398\n    source: general\n    economic"),
    (UNIT, "unknown-code", "{select: {function: 208}", "{select: {function: ▸298}"),
    (UNIT, "unknown-code", "{select: {nature: basic}", "{select: {nature: ▸basics}"),
    (UNIT, "unknown-code", "          2010301: 460.99", "          ▸2010398: 460.99"),
    (UNIT, "unknown-code", "  208: 机关事业单位", "  ▸298: 机关事业单位"),
    (UNIT, "unknown-reference", "≤{total}", "≤{totals}", 'value: ▸"≤{totals}"'),
    (UNIT, "unknown-reference", OTHER, "other_matters: ▸见{not_there}"),
    (UNIT, "unknown-reference", "  2080501: 行政单位离退休费减少", "  2080501: ▸减少{residual}"),
    (UNIT, "unknown-reason", "  unit_funds: 增加", "  ▸unit_fund: 增加"),
    (UNIT, "unknown-reason", "  2080501: 行政单位", "  ▸2080502: 行政单位"),
    (DEPARTMENT, "unknown-reason", "  appropriation: 人员", "  ▸appropriations: 人员"),
    (DEPARTMENT, "unknown-reason", "  reception: 业务需要", "  ▸car_purchase: 业务需要"),
    (UNIT, "unused-purpose", "  208: 机关事业单位", "  ▸213: 机关事业单位"),
    (DEPARTMENT, "unused-purpose", "  2080506: 缴纳职业", "  ▸2080507: 缴纳职业"),
    (DEPARTMENT, "unit-twice", UNITS,
     "  - {id: a, name: 甲, type: administrative, headquarters: true}\n  - {id: ▸a, name: 乙, type: administrative}"),
    # Its amounts.
    (UNIT, "breakdowns-disagree", "30101: 95.66", "30101: 59.66", "▸by_economic:"),
    (UNIT, "breakdowns-disagree", "      30205: 0.43          # 水费\n", "", "▸by_economic:"),
    (UNIT, "breakdowns-disagree", "          project: 175 ", "          project: 157 ", "▸by_nature:\n          basic"),
    (UNIT, "breakdowns-disagree", "2010301: 460.99", "2010301: 469.99", "▸by_nature:\n          basic"),
    (DEPARTMENT, "breakdowns-disagree", "2080501: 877080.00 ", "2080501: 87708.00 ", "▸by_economic:"),
    (DEPARTMENT, "breakdowns-disagree", "2080501: 877080.00 ", "2080501: 877080.005 ", "▸by_economic:"),
    (DEPARTMENT, "breakdowns-disagree", "30302: 717240.00", "30302: 717420.00", "▸by_economic:"),
    (DEPARTMENT, "missing-breakdown", BY_ECONOMIC, "", "▸general:\n    by_function"),
    (DEPARTMENT, "no-money", MONEY, "▸basic: {}\nprojects: []\n"),
    (UNIT, "project-amount", "    source: general\n    economic",
     "    source: general\n    amount: ▸300\n    economic"),
    (UNIT, "reported-total", "amount: 641.43", "amount: ▸614.43"),
    (UNIT, "reported-total", "2010301: 330.30", "2010301: 330.40", "amount: ▸641.43"),
    (UNIT, "reported-total", "    amount: 2\n", "    amount: 0\n",
     "{select: {source: this_year}, amount: ▸891.58", "{select: {}, amount: ▸896.16"),
    (UNIT, "reported-nothing", "{select: {function: 208}", "{select: ▸{function: 209}"),
    (UNIT, "reported-nothing", "{select: {function: 208}", "{select: ▸{function: 229}"),
    (UNIT, "reported-twice", "{select: {function: 208}, amount: 109.98}",
     "{select: {function: 208}, amount: 109.98}\n  - {select: ▸{function: 208}, amount: 109.98}"),
    (UNIT, "stated-below-lines", "  vehicle_purchase: 0\n\n", "  vehicle_purchase: 0\n  reception: ▸40\n\n"),
    (UNIT, "stated-below-lines", "  vehicle_purchase: 0\n\n", "  vehicle_purchase: 0\n  vehicle_operation: ▸26.9\n\n"),
    (DEPARTMENT, "stated-below-lines", OF_WHICH, f"{OF_WHICH}, reception: ▸9000"),
    (UNIT, "transfers-disagree", "  transfers: {central: 0,", "  ▸transfers: {central: 3,"),
    # What its form needs.
    (DEPARTMENT, "figure-not-known", OF_WHICH, "▸of_which: {overseas: 0, vehicle_purchase: 0"),
    (UNIT, "form-requires", "  - name: 华能工作经费\n    function", "  - function",
     "▸function: 2010301\n    source: other\n    amount: 35"),
    (DEPARTMENT, "form-requires", f"\nunits:\n{UNITS}", "", "▸# yaml-language-server"),
)  # fmt: skip


@cache
def unchanged(address: str) -> Counter[tuple[str, str]]:
    """Return what is found in a real spec as it stands."""
    return Counter((found.code, line) for found, line in described(address, TEXTS[address]))


def described(address: str, text: str) -> list[tuple[Diagnostic, str]]:
    """Return what is found in a text, sorted by place, and the line where each finding is."""
    found = sorted(run(text.encode(), address), key=Diagnostic.sort_key)
    return [(diagnostic, text.split("\n")[diagnostic.span.line - 1]) for diagnostic in found]


@pytest.mark.parametrize(
    ("address", "codes", "old", "new", "places"),
    [pytest.param(*row[:4], row[4:], id=f"{number}-{row[1]}") for number, row in enumerate(MUTATIONS)],
)
def test_a_single_mutation(address: str, codes: str, old: str, new: str, places: tuple[str, ...]) -> None:
    marked = mutated((old, new), text=TEXTS[address])
    marked = mutated(*((place.replace(HERE, ""), place) for place in places), text=marked)
    wanted = []
    for number, line in enumerate(marked.split("\n"), start=1):
        before = line.split(HERE)[:-1]
        columns = [1 + sum(map(len, before[: n + 1])) for n in range(len(before))]
        wanted += [(code, number, column) for column in columns for code in codes.split()]
    assert wanted
    known = Counter(unchanged(address))
    more = []
    for found, line in described(address, marked.replace(HERE, "")):
        known[found.code, line] -= 1
        if known[found.code, line] < 0:
            more.append((found.code, found.span.line, found.span.column))
    assert more == wanted


def test_every_check_fires_in_at_least_one_row() -> None:
    fired = {code for row in MUTATIONS for code in row[1].split()}
    codes = {check.rule.code for check in (*all_checks(), *all_comparisons())}
    assert codes - fired == OUT_OF_REACH


def test_the_table_is_long_and_says_nothing_twice() -> None:
    assert len(MUTATIONS) >= 60
    assert len({row[:1] + row[2:4] for row in MUTATIONS}) == len(MUTATIONS)
