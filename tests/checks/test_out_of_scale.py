from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "out-of-scale"
BASIC = """
basic:
  general:
    by_function: {2010301: 100, 2080505: ITEM}
    by_economic: {30101: 90, 30108: ITEM, 30201: 10}
"""
# What is spent on people is held against their number, too.
REASONS = "reasons: {2010301: 人员增加, 2080505: 缴费人数变化}\nstaffing: {authorised: 5, active: 0}\n"
LAST = "last_year: {budget: {sources: {SOURCES}, of_which: {reception: 0.01}}}\n"


def item(amount: str) -> str:
    """Return the example with an amount of an item that was 20 last year."""
    return example(BASIC.replace("ITEM", amount, 1).replace("ITEM", amount.removeprefix("▸")) + REASONS)


def last(sources: str, more: str = "") -> str:
    """Return the example with other amounts of last year."""
    return example(LAST.replace("SOURCES", sources) + more)


def test_an_item_in_yuan() -> None:
    diagnostics = assert_found(CODE, text=item("▸20000"))
    assert said(diagnostics) == [
        (
            "机关事业单位基本养老保险缴费支出本年 20000万元，上年 20万元，相差 1000 倍以上，"
            "多半是元和万元写错了。核对金额单位，改正写错的数。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "机关事业单位基本养老保险缴费支出 is 20000万元 this year and 20万元 last year, 1000 times apart or more: "
            "probably in another unit. Check the unit of money, and correct the amount that is wrong."
        )
    ]
    assert len(diagnostics[0].related) == 1


def test_from_a_thousand_times_on_and_not_before() -> None:
    assert found(text=item("19999")) == []
    assert_found(CODE, text=item("▸20000"))
    assert_found(CODE, text=item("▸0.02"))
    assert found(text=item("0.03")) == []


def test_what_is_new_or_gone_is_not_compared() -> None:
    assert found(text=item("0")) == []
    assert found(text=last("general: {by_function: {2010301: 130}, by_nature: {basic: 110, project: 20}}")) == []


def test_a_whole_file_in_another_unit_is_one_finding() -> None:
    text = last(
        "general: {by_function: {2010301: 1100000, 2080505: 200000}, by_nature: {basic: 1100000, project: 200000}}"
    )
    (diagnostic,) = assert_found(CODE, text=text.replace("unit: 万元", "unit: ▸万元"))
    assert dict(diagnostic.fields)["last"] == "1300000万元"


def test_a_source_whose_items_are_not_known() -> None:
    project = "projects: [{name: 修路, function: 2010301, source: other, amount: ▸30}]\n"
    assert_found(CODE, text=last("general: {total: 130}, other: {total: 0.01}", project))


def test_income_and_expenditure_of_accounts_are_different_money(tmp_path: Path) -> None:
    income = "income: {general: {2010301: 120, 2080505: ▸0.02}, fund: {2120803: 10}}\n"
    balances = "balances: {opening: {general: {2010301: 20.98}}, closing: {general: {2010301: 1}}}\n"
    diagnostics = [d for d in in_accounts(tmp_path, income + balances) if d.code == CODE]
    assert said(diagnostics) == [
        (
            "本年收入·机关事业单位基本养老保险缴费支出本年 0.02万元，上年 20万元，相差 1000 倍以上，"
            "多半是元和万元写错了。核对金额单位，改正写错的数。"
        )
    ]


def test_accounts_are_held_against_the_budget_where_last_year_tells_nothing(tmp_path: Path) -> None:
    budget = "budget: {sources: {general: {by_function: {2010301: 1300000, 2080505: 200000}}}}"
    diagnostics = assert_in_accounts(CODE, tmp_path, budget + "\nunit: ▸万元")
    assert said(diagnostics)[0].startswith("本年支出·合计本年 150万元，年初预算 1500000万元，相差 1000 倍以上，")
    assert in_english(diagnostics)[0].startswith("本年支出·合计 is 150万元 this year and 1500000万元 in the budget, ")
    assert in_accounts(tmp_path, budget.replace("1300000", "130").replace("200000", "20")) == []
