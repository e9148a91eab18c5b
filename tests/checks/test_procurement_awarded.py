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


def test_more_awarded_of_what_was_reserved_than_was_reserved(tmp_path: Path) -> None:
    text = "procurement: {goods: 12, works: 0, services: 8, reserved: {small_and_medium: 9, micro: 4}, awarded: {%s}}"
    diagnostics = assert_in_accounts(
        CODE, tmp_path, text % "reserved: {small_and_medium: ▸9.02, micro: ▸5}, unreserved: ▸21"
    )
    assert [message.split("。")[0] for message in said(diagnostics)] == [
        "授予中小企业的合同金额 9.02万元，大于面向中小企业预留的 9万元",
        "授予小微企业的合同金额 5万元，大于面向小微企业预留的 4万元",
        "授予中小企业的合同金额 21万元，大于政府采购支出总额 20万元",
    ]
    assert in_accounts(tmp_path, text % "reserved: {small_and_medium: 9, micro: 4}, unreserved: 11") == []
    # What is not stated is no whole.
    assert (
        in_accounts(tmp_path, (text % "reserved: {small_and_medium: 9, micro: 4}").replace(", micro: 4}", "}", 1)) == []
    )


def test_contracts_may_come_to_less_than_was_reserved_for_them(tmp_path: Path) -> None:
    text = "procurement: {goods: 12, works: 0, services: 8, reserved: {small_and_medium: 25}}"
    assert in_accounts(tmp_path, text) == []
