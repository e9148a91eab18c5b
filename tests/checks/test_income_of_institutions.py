from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "income-of-institutions"
PROJECTS = "projects: [{{name: 修路, function: 2010301, source: {}, amount: 30}}]\n"


def test_an_administrative_unit_that_earns() -> None:
    diagnostics = assert_found(CODE, text=example(PROJECTS.format("▸operations")))
    assert said(diagnostics) == [
        "行政单位不会有事业单位经营收入。改正资金来源（多半是其他收入），或改正单位性质。",
    ]
    assert in_english(diagnostics) == [
        "an administrative unit has no 事业单位经营收入. Correct the source, or the type of the entity.",
    ]


def test_basic_expenditure_out_of_earnings_is_found_once() -> None:
    fields = """
    basic:
      general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30201: 10}}
      ▸business: {by_function: {2010301: 5}, by_economic: {30101: 3, 30201: 2}}
    """
    assert_found(CODE, text=example(fields))


def test_an_administrative_unit_may_have_other_income() -> None:
    assert found(text=example(PROJECTS.format("other"))) == []


def test_other_types_of_units_may_earn() -> None:
    for kind in ("institution", "managed_as_administrative"):
        text = example(PROJECTS.format("business"))
        assert found(("type: administrative", f"type: {kind}"), text=text) == []


MONEY = """
income: {general: {2010301: 120, 2080505: 20}, fund: {2120803: 10}, ▸business: {2010301: 20}}
other_expenditure: {▸operations_cost: {2010301: 17}}
balances: {opening: {general: {2010301: 1}}, ▸surplus_used: 1, ▸distribution: 4, closing: {general: {2010301: 1}}}
"""


def test_money_of_institutions_in_accounts(tmp_path: Path) -> None:
    diagnostics = [d for d in in_accounts(tmp_path, MONEY.replace("▸", "")) if d.code == CODE]
    assert said(diagnostics) == [
        "行政单位不会有事业收入。改正资金来源（多半是其他收入），或改正单位性质。",
        "行政单位不会有使用非财政拨款结余（含专用结余）。改正这一项，或改正单位性质。",
        "行政单位不会有结余分配。改正这一项，或改正单位性质。",
        "行政单位不会有经营支出。改正这一项，或改正单位性质。",
    ]
    assert in_english(diagnostics)[3] == (
        "an administrative unit has no 经营支出. Correct this entry, or the type of the entity."
    )
    institution = (
        MONEY.replace("▸", "") + "entity: {id: office, name: 某中心, region: 653023, level: unit, type: institution}"
    )
    assert CODE not in {d.code for d in in_accounts(tmp_path, institution)}


def test_zeros_are_no_money(tmp_path: Path) -> None:
    balances = "{opening: {general: {2010301: 1}}, surplus_used: 0, distribution: 0, closing: {general: {2010301: 1}}}"
    assert in_accounts(tmp_path, f"balances: {balances}") == []
