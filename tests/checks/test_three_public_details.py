from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "three-public-details"
DETAILS = "three_public_details: {%s}"


def test_money_for_nothing(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, DETAILS % "receptions: ▸0, guests: 0, vehicles_kept: ▸0")
    hint = "改正金额或实物量；都对的（如接待外宾、无偿调入车辆），在 accepted 中写明原因。"
    assert said(diagnostics) == [
        f"公务接待费是 1万元，国内公务接待批次却是 0。{hint}",
        f"公务用车运行维护费是 3万元，公务用车保有量却是 0。{hint}",
    ]
    assert in_english(diagnostics)[0] == (
        "公务接待费 is 1万元, but 国内公务接待批次 is 0. Correct the money or the number; "
        "if both are right (guests from abroad, a vehicle that was given), accept this finding with the reason."
    )


@pytest.mark.parametrize("counts", ["overseas_people: ▸2", "vehicles_bought: ▸1", "overseas_groups: 1"])
def test_something_without_money(tmp_path: Path, counts: str) -> None:
    if "▸" in counts:
        assert_in_accounts(CODE, tmp_path, DETAILS % counts)
    else:
        # Groups are those of the office itself; who joins another's is counted with the people.
        assert in_accounts(tmp_path, DETAILS % counts) == []


def test_what_is_not_known_contradicts_nothing(tmp_path: Path) -> None:
    project = "projects: [{name: 修路, function: 2010301, source: general, amount: 20},"
    project += " {name: 征地, function: 2120803, source: fund, amount: 10}]\n"
    codes = {d.code for d in in_accounts(tmp_path, project + DETAILS % "overseas_people: 2, vehicles_kept: 1")}
    assert CODE not in codes
    assert in_accounts(tmp_path, DETAILS % "guests: 20") == []
