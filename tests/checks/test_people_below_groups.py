from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "people-below-groups"
DETAILS = "three_public_details: {%s, vehicles_kept: 1}"


def test_fewer_guests_than_receptions(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, DETAILS % "receptions: 26, guests: ▸20")
    assert said(diagnostics) == ["国内公务接待人次 20，少于批次数 26。改正写错的数，或两个数写反了。"]
    assert in_english(diagnostics) == [
        "20 guests are fewer than 26 receptions. Correct the number that is wrong; perhaps they were exchanged."
    ]
    assert len(diagnostics[0].related) == 1


def test_fewer_people_than_groups(tmp_path: Path) -> None:
    text = DETAILS % "overseas_groups: 2, overseas_people: ▸1"
    found = [d for d in in_accounts(tmp_path, text.replace("▸", "")) if d.code == CODE]
    assert said(found) == ["因公出国（境）人次 1，少于团组数 2。改正写错的数，或两个数写反了。"]


def test_one_each_is_enough_and_one_alone_says_nothing(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, DETAILS % "receptions: 3, guests: 3") == []
    assert in_accounts(tmp_path, DETAILS % "guests: 3") == []
