"""What the compiler tells the author of final accounts."""

from __future__ import annotations

from pathlib import Path

from disc.build import check
from disc.load.spec_files import Options
from tests.checks.accounts import ADDRESS, assert_in_accounts, in_accounts
from tests.checks.manual import merged, write
from tests.checks.support import in_english, said

INCOME = "income: {general: {2010301: 120, 2080505: 20}, fund: {2120803: 15}}\nreasons: {fund_receipts: 多征一块地}\n"


def test_balances_of_a_fund_that_are_known_as_a_whole_alone(tmp_path: Path) -> None:
    balances = "balances: {opening: {general: {2010301: 1}}, closing: {general: 1, fund: %s}}\n"
    (finding,) = assert_in_accounts("open-cells", tmp_path, INCOME + balances % "▸5")
    table = "政府性基金预算财政拨款收入支出决算表"
    assert said([finding]) == [
        f"{table}有 3 格的数从这份文件中得不出，留空。金额写得更细就能得出：结转结余按功能分类项级科目列出。"
    ]
    assert in_english([finding])[0].endswith("Finer amounts would tell: balances by function item.")
    assert finding.related == ()
    assert in_accounts(tmp_path, INCOME + balances % "{2120803: 5}") == []


def test_a_reason_that_is_not_told_lacks_what_it_is_about(tmp_path: Path) -> None:
    reasons = "reasons: {▸basic.budget: 压减支出, ▸basic.adjusted_budget: 压减支出, ▸basic: 压减支出}\n"
    found = assert_in_accounts("unused-reason", tmp_path, reasons)
    assert [message.partition("，或者它")[2] for message in said(found)] == [
        "没有可比的年初预算数。改正名字，补上它的年初预算数，或删去这一条。",
        "没有可比的全年预算数。改正名字，补上它的全年预算数，或删去这一条。",
        "没有可比的上年数。改正名字，补上它的上年数，或删去这一条。",
    ]


def test_a_reason_against_a_budget_that_nobody_states(tmp_path: Path) -> None:
    text = merged("reasons: {general.budget: 压减支出, basic: 压减支出}\n", "accounts")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("budget:")]
    write(tmp_path, {f"{ADDRESS}.yaml": "".join(kept)})
    found = [d for d in check(Options(tmp_path)).diagnostics if d.code == "unused-reason"]
    assert [d.hint("zh") for d in found] == [
        "改正名字，补上 budget，或删去这一条",
        "改正名字，补上它的上年数，或删去这一条",
    ]
    assert found[0].hint("en") == "Correct the name, state budget, or take it out"
