from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import HERE, in_english
from tests.checks.support import said as words
from tests.roots import a_root, checked, found

CODE = "last-year-disagrees"
LAST = """
unit: 元
basic:
  general: {by_function: {2010301: 500000, 2080501: 80004}, by_economic: {30101: 530004, 30217: 50000}}
  fund: {by_function: {2120501: 10000}, by_economic: {30201: 10000}}
projects:
  - {name: 修路, function: 2010301, source: general, economic: {30201: 70000}}
"""
THIS = """
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
"""
STATED = """
last_year:
  budget:
    sources:
      general: {by_function: {2010301: 57, 2080501: 8}, by_nature: {basic: 58, project: 7.00}}
      fund: {total: 1}
    of_which: {reception: 5, overseas: 0}
"""
GENERAL = "general: {by_function: {2010301: 57, 2080501: 8}, by_nature: {basic: 58, project: 7.00}}"


def mutated(*changes: tuple[str, str]) -> str:
    """Return what is stated of last year with some of its text replaced."""
    stated = STATED
    for old, new in changes:
        assert stated.count(old) == 1
        stated = stated.replace(old, new)
    return stated


def run(folder: Path, *changes: tuple[str, str], last: str = LAST) -> None:
    """Assert that this code is found at every ▸ of the changed text, and nothing else."""
    text = THIS + mutated(*changes)
    specs = {"a/office/2023-budget.yaml": last, "a/office/2024-budget.yaml": text.replace(HERE, "")}
    wanted = []
    for number, line in enumerate(text.lstrip("\n").splitlines(), start=1):
        before = line.split(HERE)[:-1]
        places = [1 + sum(map(len, before[: n + 1])) for n in range(len(before))]
        wanted += [(CODE, f"a/office/2024-budget.yaml:{number}:{column}") for column in places]
    assert found(checked(a_root(folder, specs))) == wanted


def test_what_agrees_is_silent(tmp_path: Path) -> None:
    run(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GENERAL, "general: {total: ▸65.01}"),
        (GENERAL, "general: {by_function: {2010301: ▸57.02, 2080501: 8}}"),
        (GENERAL, "general: {by_nature: {basic: 58, project: ▸70000}}"),
        ("total: 1}", "total: ▸1.01}"),
        ("reception: 5,", "reception: ▸4.98,"),
        ("overseas: 0}", "overseas: ▸1}"),
        ("fund: {total: 1}", "fund: {total: 1}\n      other: {total: ▸0.01}"),
    ],
)
def test_an_amount_that_differs(tmp_path: Path, old: str, new: str) -> None:
    run(tmp_path, (old, new))


def test_lists_are_complete_so_what_is_not_in_them_was_not_there(tmp_path: Path) -> None:
    run(tmp_path, (GENERAL, "general: {▸by_function: {2010301: 57}}"))
    run(tmp_path, (GENERAL, "general: {▸by_nature: {basic: 58}}"))
    run(tmp_path, ("sources:", "▸sources:"), ("      fund: {total: 1}\n", ""))


def test_zero_is_nothing(tmp_path: Path) -> None:
    run(tmp_path, (GENERAL, "general: {by_function: {2010301: 57, 2080501: 8, 2010302: 0}}\n      other: {total: 0}"))


def test_rounding_explains_as_much_as_the_last_digit(tmp_path: Path) -> None:
    # 80004元 is 8.00万元, and 80050元 might still be; 80051元 no more.
    for yuan, stated in (("80050", "8"), ("80051", "▸8")):
        last = LAST.replace("80004", yuan).replace("530004", f"5300{yuan[-2:]}")
        run(tmp_path, (GENERAL, f"general: {{by_function: {{2010301: 57, 2080501: {stated}}}}}"), last=last)
    # Where last year's spec is in 万元 too, both may be rounded.
    last = LAST.replace("unit: 元", "unit: 万元")
    for old, new in (("500000", "50"), ("80004", "8.01"), ("530004", "53.01"), ("50000}", "5}"), ("10000", "1")):
        last = last.replace(old, new)
    run(tmp_path, last=last.replace("70000", "7"))


def test_the_words(tmp_path: Path) -> None:
    stated = mutated(("fund: {total: 1}", "fund: {by_function: {2120501: 2}}"))
    specs = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": THIS + stated}
    (finding,) = checked(a_root(tmp_path, specs)).diagnostics
    assert words([finding]) == [
        (
            "政府性基金预算（本级安排）·2120501 城乡社区环境卫生的上年预算数，这里是 2万元，上年的文件是 1万元。"
            "上年的文件已在本库，删去这里的上年数，或改正其中写错的一处。"
        )
    ]
    assert in_english([finding]) == [
        (
            "last year's budget of 政府性基金预算（本级安排）·2120501 城乡社区环境卫生 is 2万元 here "
            "and 1万元 in last year's spec. "
            "Take last year's amounts out here, since last year's spec is in the repository, "
            "or correct the amount that is wrong."
        )
    ]
    assert [str(span) for span in finding.related] == ["specs/a/office/2023-budget.yaml:4:33"]


def test_what_does_not_follow_from_last_years_spec_is_not_compared(tmp_path: Path) -> None:
    # What the project bought is not known, so neither is how much of it was for journeys abroad.
    last = LAST.replace("economic: {30201: 70000}", "amount: 70000")
    run(tmp_path, ("overseas: 0", "overseas: 1"), last=last)


def test_without_last_years_spec_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert found(checked(a_root(tmp_path, {"a/office/2024-budget.yaml": THIS + STATED}))) == []


def test_what_is_not_stated_here_is_said_so(tmp_path: Path) -> None:
    stated = mutated(("      fund: {total: 1}\n", ""))
    specs = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": THIS + stated}
    (finding,) = checked(a_root(tmp_path, specs)).diagnostics
    assert "，这里没有写，上年的文件是 " in finding.message("zh")
    assert " is not stated here and " in finding.message("en")


OUTTURN = """
last_year:
  outturn:
    income: {general: {2010301: 120, 2080505: 20}, fund: 10}
    expenditure:
      general: {by_function: {2010301: 120, 2080505: 20}, by_nature: {basic: 120, project: 20}}
      fund: {total: 10}
    balances: {opening: {general: 1}, closing: {general: {2010301: 1}}}
    of_which: {overseas: 0, reception: 1, vehicle_purchase: 0, vehicle_operation: 3, operating_cost: 10}
"""
BUDGET = """
budget:
  sources:
    general: {by_function: {2010301: 130, 2080505: 20}, by_nature: {basic: 120, project: 30}}
"""


def test_accounts_that_agree_with_both_specs_are_silent(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, OUTTURN + BUDGET, accounts_2023="", budget_2024="") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{2010301: 120, 2080505: 20}, fund: 10", "{2010301: ▸121, 2080505: 20}, fund: 10"),
        (", fund: 10}", ", fund: ▸10.1}"),
        ("    income: {general: {2010301: 120, 2080505: 20}, fund: 10}", "    ▸income: {general: 140}"),
        ("by_nature: {basic: 120, project: 20}", "by_nature: {basic: ▸110, project: ▸30}"),
        ("fund: {total: 10}", "fund: {total: ▸9}"),
        ("opening: {general: 1}", "▸opening: {}"),
        ("closing: {general: {2010301: 1}}", "closing: {general: ▸2}"),
        ("reception: 1,", "reception: ▸2,"),
        ("operating_cost: 10", "operating_cost: ▸11"),
        ("by_nature: {basic: 120, project: 30}", "by_nature: {basic: ▸100, project: ▸50}"),
        ("by_function: {2010301: 130, 2080505: 20}", "▸by_function: {2010301: ▸150}"),
    ],
)
def test_accounts_that_disagree_with_one_of_them(tmp_path: Path, old: str, new: str) -> None:
    text = OUTTURN + BUDGET
    assert text.count(old) == 1
    assert_in_accounts(CODE, tmp_path, text.replace(old, new), accounts_2023="", budget_2024="")


def test_surplus_that_is_not_stated_was_not_used(tmp_path: Path) -> None:
    more = "balances: {opening: {general: 1}, surplus_used: 2, closing: {general: 1, unit_funds: 2}}\n"
    more += "entity: {id: office, name: 某局, region: 653023, level: unit, type: managed_as_administrative}"
    found = in_accounts(tmp_path, OUTTURN, accounts_2023=more)
    assert [d.message("zh") for d in found if d.code == CODE] == [
        "使用非财政拨款结余（含专用结余）的上年决算数，这里没有写，上年的文件是 2万元",
        "年末结转和结余·财政拨款以外的资金的上年决算数，这里没有写，上年的文件是 2万元",
    ]


def test_what_the_other_spec_knows_as_a_whole_is_not_compared_in_parts(tmp_path: Path) -> None:
    whole = "balances: {opening: {general: 1}, closing: {general: 1}}"
    assert in_accounts(tmp_path, OUTTURN, accounts_2023=whole) == []


def test_the_words_of_accounts(tmp_path: Path) -> None:
    stated = BUDGET.replace("by_nature: {basic: 120, project: 30}", "by_nature: {basic: 120, project: 29}")
    found = in_accounts(tmp_path, stated, budget_2024="")
    (finding,) = [d for d in found if d.code == CODE]
    assert words([finding]) == [
        (
            "一般公共预算（本级安排）·项目支出的年初预算数，这里是 29万元，本年的预算文件是 30万元。"
            "本年的预算文件已在本库，删去这里的年初预算数，或改正其中写错的一处。"
        )
    ]
    assert in_english([finding]) == [
        (
            "this year's budget of 一般公共预算（本级安排）·项目支出 is 29万元 here and 30万元 "
            "in the spec of the budget. "
            "Take these amounts out here, since the spec of the budget is in the repository, "
            "or correct the amount that is wrong."
        )
    ]
