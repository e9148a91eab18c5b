"""What the summary of a document says: the figures of the official text, those of last year, and where money goes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from disc.core.document import Document, Number
from disc.core.figure import Sum
from disc.core.summary import KeyFigure, Part, Stream, Summary
from tests.department import SPECS
from tests.roots import a_root, checked, document

ADDRESS = "a/office/2024-budget"
SPEC = f"{ADDRESS}.yaml"
MONEY = """
basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 110, 30217: 10}}}
projects:
  - {name: 修路, function: 2010301, source: general, economic: {30213: 30}}
  - {name: 培训, function: 2050803, source: other, amount: 7.5}
"""
FORM = """
- text: "{{ total }}"
- each: measures('basic', 'project', 'general_budget', 'unit_funds')
  text: "{{ it | compared }}{{ it | because | clause }}"
- section: 科目
  blocks: [{each: "branches('function', 3)", text: "{{ it.title }}{{ it | compared }}{{ it | because }}"}]
"""


def told(folder: Path, text: str, form: str = FORM) -> Document:
    """Return the document of a spec; it must have a summary."""
    result = checked(a_root(folder, {SPEC: text}, form))
    assert not result.failed, [f"{d.span}: {d.message('en')}" for d in result.diagnostics]
    (made,) = result.documents
    return made


def summarized(folder: Path, text: str, form: str = FORM) -> Summary:
    summary = told(folder, text, form).summary
    assert summary is not None
    return summary


def shown(*figures: KeyFigure | None) -> list[str]:
    """Return this year's, last year's, situation and amount of key figures, as a reader sees them."""
    return [
        " ".join(
            (
                f.name,
                "none" if f.nothing else "-" if f.this is None else f.this.text,
                *("-" if n is None else n.text for n in (f.last, f.amount, f.rate)),
                f.situation,
            )
        )
        for f in figures
        if f is not None
    ]  # fmt: skip


def parts(found: tuple[Part, ...]) -> list[tuple[str, str, str]]:
    return [(part.title, part.amount.text, part.share.text if part.share else "") for part in found]


def streams(found: tuple[Stream, ...]) -> list[tuple[int, int, str]]:
    return [(stream.start, stream.end, stream.amount.text) for stream in found]


def test_a_summary_without_last_year(tmp_path: Path) -> None:
    summary = summarized(tmp_path, MONEY)
    assert shown(summary.total, *summary.three_public_parts, summary.three_public) == [
        "total 157.50万元 - - - unknown",
        "overseas none - - - unknown",
        "vehicle_purchase none - - - unknown",
        "vehicle_operation none - - - unknown",
        "reception 10.00万元 - - - unknown",
        "three_public 10.00万元 - - - unknown",
    ]
    assert parts(summary.sources) == [("一般公共预算", "150.00万元", "95.24%"), ("单位资金", "7.50万元", "4.76%")]
    assert parts(summary.functions) == [
        ("一般公共服务支出", "130.00万元", "82.54%"),
        ("教育支出", "7.50万元", "4.76%"),
        ("社会保障和就业支出", "20.00万元", "12.70%"),
    ]
    assert parts(summary.natures) == [("基本支出", "120.00万元", "76.19%"), ("项目支出", "37.50万元", "23.81%")]
    assert streams(summary.inflow) == [(0, 0, "130.00万元"), (0, 2, "20.00万元"), (1, 1, "7.50万元")]
    assert streams(summary.outflow) == [
        (0, 0, "100.00万元"), (0, 1, "30.00万元"), (1, 1, "7.50万元"), (2, 0, "20.00万元"),
    ]  # fmt: skip
    assert (summary.changes, summary.staff, summary.per_head, summary.procurement) == ((), (), None, None)


def test_what_is_known_to_be_nothing_is_not_what_is_not_known(tmp_path: Path) -> None:
    none, unknown = (
        summarized(
            tmp_path / name, f"basic: {{}}\nprojects: [{{name: 甲, function: 2010301, source: {source}, amount: 1}}]"
        )
        for name, source in (("none", "other"), ("unknown", "general"))
    )
    assert none.three_public is not None
    assert (none.three_public.this, none.three_public.nothing) == (None, True)
    assert unknown.three_public is None


def test_what_there_is_none_of_leads_to_no_section(tmp_path: Path) -> None:
    name = "a/centre/2024-accounts.yaml"
    spec = """
    kind: accounts
    form: xinjiang/unit-accounts
    entity: {id: centre, name: 某县文化馆, region: 653023, level: unit, type: institution}
    income: {general: {2070109: 80}}
    basic: {general: {by_function: {2070109: 80}, by_economic: {30101: 70, 30201: 10}}}
    balances: {opening: {}, closing: {}}
    """
    summary = document(checked(a_root(tmp_path, {name: spec})), name.removesuffix(".yaml")).summary
    assert summary is not None
    assert summary.operating_cost is not None
    assert summary.operating_cost.this is not None
    assert (summary.operating_cost.this.text, summary.operating_cost.section) == ("0.00万元", "")
    assert summary.total.section == "explain-overall"


def test_a_summary_with_last_year(tmp_path: Path) -> None:
    text = (
        MONEY
        + """
of_which: {operating_cost: 12}
staffing: {authorised: 9, active: 8, retired: 3}
procurement: {goods: 1, works: 0, services: 2}
last_year:
  budget:
    sources: {general: {by_nature: {basic: 125, project: 20}}}
    of_which: {operating_cost: 15}
"""
    )
    summary = summarized(tmp_path, text)
    assert shown(summary.total, summary.operating_cost, summary.procurement, summary.per_head, *summary.staff) == [
        "total 157.50万元 145.00万元 12.50万元 8.62% rise",
        "operating_cost 12.00万元 15.00万元 3.00万元 20.00% fall",
        "procurement 3.00万元 - - - unknown",
        "per_head 1.50万元 - - - unknown",
        "authorised 9人 - - - unknown",
        "active 8人 - - - unknown",
        "retired 3人 - - - unknown",
    ]
    assert [figure.name for figure in summary.key_figures] == [
        *("total", "three_public", "overseas", "vehicle_purchase", "vehicle_operation", "reception"),
        *("operating_cost", "per_head", "procurement", "authorised", "active", "retired"),
    ]


def test_every_number_is_a_figure_that_says_where_it_comes_from(tmp_path: Path) -> None:
    made = told(tmp_path, MONEY)
    assert made.summary is not None
    numbers = [
        *(figure.this for figure in made.summary.key_figures),
        *(number for part in made.summary.functions for number in (part.amount, part.share)),
        *(stream.amount for stream in made.summary.outflow),
    ]
    texts = [(number.text, made.figures[number.figure]) for number in numbers if isinstance(number, Number)]
    assert len(texts) > 12
    assert all(text == figure.text() + figure.unit.name for text, figure in texts)
    assert all(figure.derivation != Sum(()) for _, figure in texts)


def test_it_says_where_the_text_states_what(tmp_path: Path) -> None:
    summary = summarized(tmp_path, MONEY, f"{FORM}- section: 单位\n  blocks: [{{text: '{{{{ unit_funds }}}}'}}]\n")
    assert summary.total.section == "all"
    # What goes to 教育支出 is the money of the unit's own funds, so it is stated where those are.
    assert [part.section for part in (*summary.sources, *summary.functions)] == [
        "",
        "section-2-2",
        "",
        "section-2-2",
        "",
    ]


CHANGES = (
    MONEY
    + """
last_year:
  budget:
    sources:
      general: {by_function: {2010301: 90, 2080505: 21}, by_nature: {basic: 91, project: 20}}
      other: {by_function: {2050803: 5}, by_nature: {project: 5}}
reasons: {2010301: "因{total}", 2080505: 丙, general_budget: 丁}
"""
)


def test_the_main_changes_are_the_largest_with_no_money_in_two(tmp_path: Path) -> None:
    # general_budget rose by 39.00, of which 2010301 did 40.00; basic and project share money with that.
    summary = summarized(tmp_path, CHANGES)
    assert [(c.title, c.situation, c.amount.text, "".join(i.text for i in c.reason)) for c in summary.changes] == [
        ("行政运行", "rise", "40.00万元", "因157.50万元"),
        ("单位资金", "rise", "2.50万元", ""),
        ("机关事业单位基本养老保险缴费支出", "fall", "1.00万元", "丙"),
    ]
    assert [c.section for c in summary.changes] == ["section-2", "all", "section-2"]


def test_asking_for_a_reason_does_not_tell_it(tmp_path: Path) -> None:
    result = checked(a_root(tmp_path, {SPEC: CHANGES}, '- text: "{{ total }}"'))
    assert [d.code for d in result.diagnostics] == ["unused-reason"] * 3


def test_a_department_has_the_flow_of_its_units(tmp_path: Path) -> None:
    made = document(checked(a_root(tmp_path, SPECS, '- text: "{{ total }}"')), "a/bureau/2024-budget")
    assert made.summary is not None
    assert made.summary.total.this is not None
    assert made.summary.inflow
    assert sum(Decimal(made.figures[s.amount.figure].value) for s in made.summary.inflow) == Decimal(2_090_000)
    assert [f"{figure.name} {figure.this.text}" for figure in made.summary.staff if figure.this] == [
        "authorised 23人", "active 21人", "retired 3人", "veterans 1人",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sources",
    ["[general]", "[general, general_budget, unit_funds]", "[unit_funds]"],
    ids=["something left out", "overlapping", "most left out"],
)
def test_a_flow_that_is_not_whole_is_not_drawn(tmp_path: Path, sources: str) -> None:
    root = a_root(tmp_path, {SPEC: MONEY})
    form = root / "schema/forms/test/form.yaml"
    form.write_text(form.read_text(encoding="utf-8") + f"summary: {{sources: {sources}}}\n", encoding="utf-8")
    (made,) = checked(root).documents
    assert made.summary is not None
    assert (made.summary.inflow, made.summary.outflow) == ((), ())


def test_negative_money_is_not_drawn(tmp_path: Path) -> None:
    text = MONEY.replace(
        "amount: 7.5}", "amount: 7.5}\n  - {name: 冲减, function: 2050803, source: other, amount: -10}"
    )
    summary = summarized(tmp_path, text)
    assert (summary.inflow, summary.outflow) == ((), ())


def test_an_approved_total_that_differs_by_rounding_is_whole(tmp_path: Path) -> None:
    summary = summarized(tmp_path, MONEY + "reported: [{select: {}, amount: 157.51}]\n")
    assert summary.total.this is not None
    assert summary.total.this.text == "157.51万元"
    assert len(summary.inflow) == 3


def test_a_form_can_do_without(tmp_path: Path) -> None:
    root = a_root(tmp_path, {SPEC: MONEY})
    form = root / "schema/forms/test/form.yaml"
    form.write_text(form.read_text(encoding="utf-8") + "without: [summary]\n", encoding="utf-8")
    (made,) = checked(root).documents
    assert made.summary is None
