from __future__ import annotations

from pathlib import Path

import pytest

from tests.accounts import SPECS, THIS
from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.load.test_accounts import root
from tests.roots import checked, found

CODE = "accounts-unbalanced"
SPEC = SPECS[THIS].partition("reasons:")[0]
PLACE = (CODE, f"{THIS}:9:1")


def with_(old: str, new: str) -> dict[str, str]:
    assert old in SPEC
    return {THIS: SPEC.replace(old, new)}


def test_what_is_said(tmp_path: Path) -> None:
    result = checked(root(tmp_path, with_("closing: {general: 13", "closing: {general: 31")))
    assert found(result) == [PLACE]
    assert words(list(result.diagnostics)) == [
        (
            "一般公共预算：收入、年初结转和结余等共 85万元，支出、年末结转和结余等共 103万元，相差 18万元，"
            "四舍五入解释不了。检查收入（income）、支出（basic、projects）和结转结余（balances），找出写错或漏写的金额。"
        )
    ]
    assert in_english(list(result.diagnostics)) == [
        (
            "一般公共预算: 85万元 came in or were there, 103万元 were spent or are left: 18万元 apart, more than "
            "rounding explains. Look for an amount that is mistyped or missing in income, basic, projects or balances."
        )
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("distribution: 1", "distribution: 2"),
        ("distribution: 1", "distribution: 1, surplus_used: 1"),
        ("unit_funds: 2", "unit_funds: 2, fund: 1"),
        ("other: {2010350: 10}", "other: {2010350: 10}, state_capital: {2230101: 1}"),
    ],
)
def test_each_kind_of_money_balances_by_itself(tmp_path: Path, old: str, new: str) -> None:
    assert found(checked(root(tmp_path, with_(old, new)))) == [PLACE]


def test_money_of_one_kind_does_not_make_up_for_another(tmp_path: Path) -> None:
    moved = with_("closing: {general: 13, unit_funds: 2}", "closing: {general: 12, unit_funds: 3}")
    assert found(checked(root(tmp_path, moved))) == [PLACE, PLACE]


def test_what_rounding_explains(tmp_path: Path) -> None:
    explained = with_("closing: {general: 13", "closing: {general: 13.02")
    assert CODE not in [code for code, _ in found(checked(root(tmp_path, explained)))]
    assert found(checked(root(tmp_path, with_("closing: {general: 13", "closing: {general: 13.04")))) == [PLACE]


def test_budgets_have_nothing_to_balance(tmp_path: Path) -> None:
    assert found(checked(root(tmp_path, {"a/office/2024-budget.yaml": SPECS["a/office/2024-budget.yaml"]}))) == []
