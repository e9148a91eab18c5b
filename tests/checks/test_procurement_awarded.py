from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "procurement-awarded"
PROCUREMENT = "procurement: {goods: 12, works: 0, services: 8, awarded: {%s}}"


def test_more_awarded_than_there_was(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, PROCUREMENT % "small_and_medium: ▸20.03")
    assert said(diagnostics) == [
        (
            "授予中小企业的合同金额 20.03万元，大于政府采购支出总额 20万元。"
            "改正合同金额，或改正采购支出；跨年度的合同，在 accepted 中写明。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "20.03万元 of procurement were awarded to small and medium enterprises, "
            "but goods, works and services come to 20万元. Correct the awarded amount, or what was procured; "
            "if a contract runs over several years, accept this finding with that as the reason."
        )
    ]
    assert len(diagnostics[0].related) == 3


def test_more_to_micro_enterprises_than_to_all_small_ones(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, PROCUREMENT % "small_and_medium: 10, micro: ▸11")
    assert said(diagnostics)[0].startswith("授予小微企业的合同金额 11万元，大于授予中小企业的 10万元。")


def test_everything_may_be_awarded_within_rounding(tmp_path: Path) -> None:
    for parts in ("small_and_medium: 20, micro: 20", "small_and_medium: 20.02, micro: 20.03", "small_and_medium: 0"):
        assert in_accounts(tmp_path, PROCUREMENT % parts) == []
