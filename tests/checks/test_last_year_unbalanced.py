from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "last-year-unbalanced"
STATED = """last_year:
  ▸outturn:
    income: {general: %s}
    expenditure: {general: {total: 140}}
    balances: {opening: {general: {2010301: 1}%s}, closing: {general: {2010301: 1}}}
"""


def test_more_came_in_than_was_spent_and_is_left(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, STATED % ("150", ""))
    assert said(diagnostics) == [
        (
            "一般公共预算：上年收入、年初结转和结余等共 151万元，支出、年末结转和结余等共 141万元，相差 10万元，"
            "四舍五入解释不了。检查 last_year.outturn 中的收入、支出和结转结余，找出写错或漏写的金额。"
        )
    ]
    assert in_english(diagnostics)[0].startswith(
        "一般公共预算: last year 151万元 came in or were there, 141万元 were spent or were left: 10万元 apart,"
    )


def test_money_of_its_own_balances_apart(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, STATED % ("140", ", unit_funds: 3"))
    assert said(diagnostics)[0].startswith("财政拨款以外的资金：上年收入、年初结转和结余等共 3万元")


def test_rounding_is_no_difference(tmp_path: Path) -> None:
    for income in ("140", "140.02"):
        assert CODE not in {found.code for found in in_accounts(tmp_path, (STATED % (income, "")).replace("▸", ""))}
