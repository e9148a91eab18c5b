from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.support import assert_found, found, in_english, said
from tests.roots import a_root, checked

CODE = "reported-total"
PENSIONS = "{select: {function: 208}, amount: 109.98}"


def pensions(amount: str) -> tuple[str, str]:
    return (PENSIONS, PENSIONS.replace("109.98", amount))


def test_a_total_that_its_lines_cannot_have() -> None:
    diagnostics = assert_found(CODE, pensions("▸109.96"))
    assert said(diagnostics) == [
        (
            "批复合计 109.96万元，明细之和 109.99万元，相差 0.03万元，超过四舍五入所能解释的 0.015万元。"
            "改正合计数，或改正写错的明细。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "the approved total is 109.96万元 but its lines sum to 109.99万元: 0.03万元 apart, "
            "more than the 0.015万元 that rounding explains. Correct the total, or the line that was mistyped."
        )
    ]
    assert len(diagnostics[0].related) == 2


@pytest.mark.parametrize("amount", ["109.98", "109.99", "110", "110.00"])
def test_totals_that_rounding_explains(amount: str) -> None:
    assert found(pensions(amount)) == []


@pytest.mark.parametrize("amount", ["109.97", "110.01", "110.02", "10.998", "1099.8", "-109.98"])
def test_totals_that_it_does_not_explain(amount: str) -> None:
    assert_found(CODE, pensions(f"▸{amount}"))


def test_a_line_that_was_mistyped_breaks_every_total_that_it_is_in() -> None:
    assert_found(
        CODE,
        ("      2210201: 46.39 ", "      2210201: 46.99 "),
        ("      30113: 46.38  ", "      30113: 46.98  "),
        ("nature: basic}, amount: 641.43}", "nature: basic}, amount: ▸641.43}"),
        ("source: general_budget}, amount: 854.58}", "source: general_budget}, amount: ▸854.58}"),
        ("source: this_year}, amount: 891.58}", "source: this_year}, amount: ▸891.58}"),
        ("fiscal_carryover]}, amount: 859.16}", "fiscal_carryover]}, amount: ▸859.16}"),
        ("select: {}, amount: 896.16}", "select: {}, amount: ▸896.16}"),
    )


def test_exact_amounts_must_agree_exactly() -> None:
    assert_found(CODE, text=SMALL.format(amount="▸109.98"))
    assert found(text=SMALL.format(amount="109.99")) == []


SMALL = """\
kind: budget
form: xinjiang/unit-budget
year: 2024
unit: 元
entity: {{id: government-office, name: 办公室, region: 653023, level: unit, type: administrative}}
overview: {{functions: [职能]}}
basic:
  fund: {{by_function: {{2080501: 50.76, 2080505: 59.23}}}}
projects: []
reported:
  - {{select: {{function: 208}}, amount: {amount}}}
"""


def test_whole_yuan_that_were_rounded(tmp_path: Path) -> None:
    spec = """
        unit: 元
        basic: {fund: {by_function: {2120101: 77381546, 2120104: 17614243}}}
        reported: [{select: {function: 21201}, amount: 94995790}]
    """
    (exact,) = checked(a_root(tmp_path / "exact", {"office/2024-budget.yaml": spec})).diagnostics
    assert exact.code == CODE
    rounded = spec.replace("unit: 元", "unit: 元\n        rounded: true")
    assert checked(a_root(tmp_path / "rounded", {"office/2024-budget.yaml": rounded})).diagnostics == ()
    too_much = rounded.replace("94995790", "94995791")
    assert [d.code for d in checked(a_root(tmp_path, {"office/2024-budget.yaml": too_much})).diagnostics] == [CODE]
