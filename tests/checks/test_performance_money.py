from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "performance-money"


def stated(amount: str) -> str:
    return example(f"performance_projects: {{count: 1, amount: {amount}}}")


def test_targets_for_more_money_than_all_projects_have() -> None:
    diagnostics = assert_found(CODE, text=stated("▸300000"))
    assert said(diagnostics) == [
        "编报绩效目标的项目涉及资金 300000万元，项目支出一共只有 30万元。改正涉及的资金，或补全项目支出。"
    ]
    assert in_english(diagnostics) == [
        (
            "projects with targets have 300000万元, but all project expenditure is 30万元. "
            "Correct the amount, or complete the projects."
        )
    ]


def test_targets_for_all_projects_within_rounding_or_for_some() -> None:
    for amount in ("30.01", "30", "0"):
        assert found(text=stated(amount)) == []
    assert_found(CODE, text=stated("▸30.02"))


def test_accounts_tell_of_evaluations(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, "performance_projects: {count: 2, amount: 30}") == []
    diagnostics = assert_in_accounts(CODE, tmp_path, "performance_projects: {count: 2, amount: ▸105}")
    assert said(diagnostics) == [
        (
            "开展绩效自评的项目涉及资金 105万元，项目支出一共只有 30万元。"
            "改正涉及的资金，或补全项目支出；按预算数统计的，在 accepted 中写明。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "projects with evaluations have 105万元, but all project expenditure is 30万元. "
            "Correct the amount, or complete the projects; "
            "if it is their budget, accept this finding with that as the reason."
        )
    ]
