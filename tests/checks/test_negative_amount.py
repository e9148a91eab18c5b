from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "negative-amount"


def test_a_negative_amount() -> None:
    projects = "projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 37, 30202: ▸-7}}]"
    diagnostics = assert_found(CODE, text=example(projects))
    assert said(diagnostics) == [
        "这里的金额是 -7万元；预算数一般没有负数。改正金额；确为冲减的，在 accepted 中写明原因。"
    ]
    assert in_english(diagnostics) == [
        (
            "the amount is -7万元; an amount of the budget is rarely negative. "
            "Correct it; if it does correct other amounts, accept this finding with the reason."
        )
    ]


def test_negative_amounts_of_last_year() -> None:
    fields = "last_year: {budget: {sources: {general: {by_nature: {basic: 150, project: ▸-20}}}}}"
    assert_found(CODE, text=example(fields))


def test_nothing_is_not_negative() -> None:
    projects = "projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30, 30201: 0}}]"
    assert found(text=example(projects)) == []


def test_accounts_are_called_so(tmp_path: Path) -> None:
    balances = "balances: {opening: {general: {2010301: 1}}, closing: {general: {2010301: 1}, unit_funds: ▸-1}}"
    diagnostics = [d for d in in_accounts(tmp_path, balances) if d.code == CODE]
    assert said(diagnostics)[0].startswith("这里的金额是 -1万元；决算数一般没有负数。")
