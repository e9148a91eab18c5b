from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "pay-out-of-scale"
LARGE = """
basic: {general: {by_function: {2010301: AMOUNT}, by_economic: {30101: AMOUNT}}}
projects: []
last_year: {budget: {sources: {general: {by_function: {2010301: AMOUNT}, by_nature: {basic: AMOUNT}}}, of_which: ZERO}}
reasons: {}
staffing: {authorised: 5, active: 5, retired: 5}
"""
ZERO = "{overseas: 0, reception: 0, vehicle_purchase: 0, vehicle_operation: 0}"


def spent(amount: str) -> str:
    """Return the example with an amount that is spent on ten people, of whom five are retired, as last year."""
    return example(LARGE.replace("AMOUNT", amount).replace("ZERO", ZERO))


def test_yuan_in_a_file_of_ten_thousands() -> None:
    text = spent("1100000").replace("unit: 万元", "unit: ▸万元")
    diagnostics = assert_found(CODE, text=text)
    assert said(diagnostics) == [
        "人员经费 1100000万元，10 人，平均每人 110000万元，多半是元和万元写错了。核对金额单位和人数。"
    ]
    assert in_english(diagnostics) == [
        (
            "personnel expenditure is 1100000万元 for 10 people, 110000万元 each: probably in another unit. "
            "Check the unit of money, and the number of people."
        )
    ]
    assert len(diagnostics[0].related) == 2


def test_from_the_limits_on_and_not_before() -> None:
    assert found(text=spent("10000")) == []
    assert_found(CODE, text=spent("10001").replace("unit: 万元", "unit: ▸万元"))
    assert found(text=spent("0.03")) == []
    assert_found(CODE, text=spent("0.02").replace("unit: 万元", "unit: ▸万元"))


def test_no_people_and_no_pay_say_nothing() -> None:
    assert found(text=spent("1100000").replace("active: 5, retired: 5", "active: 0, retired: 0")) == []
    assert found(text=example("staffing: {authorised: 5, active: 5}")) == []
