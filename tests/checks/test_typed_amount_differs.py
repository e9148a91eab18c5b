from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import in_accounts
from tests.checks.support import assert_found, found, in_english, said

CODE = "typed-amount-differs"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸我单位支出89.616万元。"))
    assert said(diagnostics) == ["“89.616万元”与收支总预算 896.16万元 只差一点。如果就是这个数，改为引用 {total}。"]
    assert in_english(diagnostics) == [
        "“89.616万元” is nearly 收支总预算, 896.16万元. If that is what is meant, write {total}."
    ]
    assert len(diagnostics[0].related) > 20


@pytest.mark.parametrize("text", ["8961.6万元", "8,961.6万元", "896.16元", "896.61万元", "9,000,001元", "2364.3万元"])
def test_slips(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸我单位{text}。"))


@pytest.mark.parametrize(
    "text",
    [
        *("950.32万元", "897.00万元以上", "单价897.00万元", "330.30万元", "460.99万元", "900万元", "897"),
        # As much as one project, and another than the measure near it.
        "34.99万元",
    ],
)
def test_other_amounts(text: str) -> None:
    assert found((MATTERS, f"other_matters: 我单位{text}。")) == []


def test_what_accounts_are_compared_with_may_be_told(tmp_path: Path) -> None:
    # The budget of all expenditure is 150.90万元, the outturn 150万元.
    budget = "projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30.90}}]\n"
    stated = "budget: {sources: {general: {total: 150.90}}}\nevaluation: 年初预算%s万元。\n"
    assert in_accounts(tmp_path, stated % "150.90", budget_2024=budget) == []
    found_here = in_accounts(tmp_path, stated % "150.80", budget_2024=budget)
    assert [d.code for d in found_here] == [CODE]


def test_of_several_figures_the_nearest_is_meant(tmp_path: Path) -> None:
    # All receipts are 151万元, the income of the year is 150万元.
    (finding,) = in_accounts(tmp_path, "evaluation: 本年收入150.03万元。\n")
    assert said([finding])[0].startswith("“150.03万元”与本年收入合计 150.00万元 只差一点。")
