from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "foreign-receptions"
DETAILS = "three_public_details: {receptions: 3, guests: 20, vehicles_kept: 1, %s}"


def test_more_foreign_guests_than_guests(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, DETAILS % "foreign_receptions: ▸4, foreign_guests: ▸21")
    hint = "改正写错的数；全部的数包含外宾。"
    assert said(diagnostics) == [
        f"外宾接待批次是 4，多于全部的 3。{hint}",
        f"外宾接待人次是 21，多于全部的 20。{hint}",
    ]
    assert in_english(diagnostics)[1] == (
        "外宾接待人次 is 21, but there are 20 in all. "
        "Correct the number that is wrong; foreign guests are among all guests."
    )
    assert [len(found.related) for found in diagnostics] == [1, 1]


def test_more_money_than_there_was_for_receptions(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, DETAILS % "foreign_spending: ▸1.02")
    assert said(diagnostics)[0].startswith("外宾接待支出是 1.02万元，多于全部的 1万元。")


def test_what_is_not_known_contradicts_nothing(tmp_path: Path) -> None:
    for parts in ("foreign_receptions: 3, foreign_guests: 20, foreign_spending: 1", "foreign_spending: 1.01"):
        assert in_accounts(tmp_path, DETAILS % parts) == []
    project = "projects: [{name: 修路, function: 2010301, source: general, amount: 20},"
    project += " {name: 征地, function: 2120803, source: fund, amount: 10}]\n"
    codes = {found.code for found in in_accounts(tmp_path, project + DETAILS % "foreign_spending: 5")}
    assert CODE not in codes
    assert in_accounts(tmp_path, "three_public_details: {vehicles_kept: 1, foreign_receptions: 9}") == []
