from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "kept-above-vehicles"
ASSETS = 'assets: {as_of: "2024-12-31", vehicles: {general: {count: 1}, special: {count: 2}}}\n'


def test_more_kept_than_there_are(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, ASSETS + "three_public_details: {vehicles_kept: ▸4}")
    assert said(diagnostics) == [
        "公务用车保有量 4 辆，国有资产中的车辆只有 3 辆。改正写错的辆数；使用其他单位车辆的，在 accepted 中写明原因。"
    ]
    assert in_english(diagnostics) == [
        (
            "4 vehicles are kept, but the assets have only 3. "
            "Correct the number that is wrong; if vehicles of others are kept, accept this finding with the reason."
        )
    ]
    assert len(diagnostics[0].related) == 2


def test_as_many_or_fewer_are_right(tmp_path: Path) -> None:
    for kept in (1, 3):
        assert in_accounts(tmp_path, f"{ASSETS}three_public_details: {{vehicles_kept: {kept}}}") == []
