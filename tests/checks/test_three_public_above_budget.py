from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "three-public-above-budget"
BUDGET = "adjusted_budget: {of_which: {overseas: 0, reception: %s, vehicle_purchase: 0, vehicle_operation: %s}}"


def test_more_than_was_allowed(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, BUDGET % ("▸0.8", "▸0"))
    assert said(diagnostics) == [
        "公务接待费决算数 1万元，大于全年预算数 0.8万元。核对两个数；经批准追加的，全年预算数写追加后的。",
        "公务用车运行维护费决算数 3万元，大于全年预算数 0万元。核对两个数；经批准追加的，全年预算数写追加后的。",
    ]
    assert in_english(diagnostics)[0] == (
        "1万元 were spent on 公务接待费, more than its adjusted budget of 0.8万元. "
        "Check both; if more was approved in the course of the year, state the budget with it."
    )
    assert [len(finding.related) for finding in diagnostics] == [1, 1]


def test_all_of_the_budget_may_be_spent_within_rounding(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, BUDGET % ("1", "2.99")) == []
    assert_in_accounts(CODE, tmp_path, BUDGET % ("1", "▸2.98"))


def test_what_is_stated_in_place_of_lines(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, (BUDGET % ("1", "3")) + "\nof_which: {overseas: 0, vehicle_purchase: 0}") == []
    project = "projects: [{name: 修路, function: 2010301, source: general, amount: 20},"
    project += " {name: 征地, function: 2120803, source: fund, amount: 10}]\n"
    parts = "of_which: {overseas: 2, reception: 1, vehicle_purchase: 0, vehicle_operation: 3}\n"
    details = "three_public_details: {vehicles_kept: 1}\n"
    text = project + parts + details + (BUDGET % ("1", "3")).replace("overseas: 0", "overseas: ▸0")
    diagnostics = [d for d in in_accounts(tmp_path, text) if d.code == CODE]
    assert said(diagnostics)[0].startswith("因公出国（境）费决算数 2万元，大于全年预算数 0万元。")


def test_without_an_adjusted_budget_there_is_nothing_to_compare(tmp_path: Path) -> None:
    sources = "adjusted_budget: {sources: {general: {total: 150}, fund: {total: 10}}}"
    assert CODE not in {d.code for d in in_accounts(tmp_path, sources)}
