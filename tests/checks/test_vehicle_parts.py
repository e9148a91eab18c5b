from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "vehicle-parts"
PARTS = "vehicle_purchase: 0, vehicle_operation: 3,"
PAST = f"adjusted_budget: {{of_which: {{overseas: 0, reception: 1.5, {PARTS} vehicles: %s}}}}"


def test_another_sum(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, PAST % "▸3.03")
    assert said(diagnostics) == [
        "vehicles 是 3.03万元，vehicle_purchase 和 vehicle_operation 相加却是 3万元。改正写错的金额，或删去 vehicles。"
    ]
    assert in_english(diagnostics) == [
        (
            "vehicles cost 3.03万元, but their purchase and operation come to 3万元. "
            "Correct the amount that is wrong, or take `vehicles` out."
        )
    ]
    assert len(diagnostics[0].related) == 2


def test_the_same_or_alone(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, PAST % "3.01") == []
    alone = (PAST % "9").replace(PARTS, "")
    assert CODE not in {found.code for found in in_accounts(tmp_path, alone)}
