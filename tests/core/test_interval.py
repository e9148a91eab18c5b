"""What a rounded number stands for, and whether a stated total can be the sum of its parts (Calculations 1.1)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.interval import Agreement, Interval, Verdict, compare
from disc.core.ledger import Line
from disc.core.number import WAN_YUAN, YUAN, Unit, decimals_of, multiply, round_half_up
from disc.core.span import Span

EXACT, WITHIN, INCONSISTENT = Verdict.EXACT, Verdict.WITHIN_ROUNDING, Verdict.INCONSISTENT


def line(number: str, unit: Unit) -> Line:
    """A number as it would be stated."""
    amount = Decimal(number)
    return Line(multiply(amount, unit.scale), unit, max(unit.decimals, decimals_of(amount)), "", Span("f"))


def stated(total: str, *parts: str, unit: Unit = WAN_YUAN) -> Agreement:
    whole, *lines = (line(number, unit) for number in (total, *parts))
    return compare(whole.amount, whole.half_width, [(part.amount, part.half_width) for part in lines])


# 万元 with two decimals stands for ±50元: one such total and n such parts explain (n + 1) × 50元.
CASES = [
    (("109.99", "50.76", "59.23"), EXACT, "0", "150"),
    (("109.98", "50.76", "59.23"), WITHIN, "-100", "150"),
    (("110.00", "50.76", "59.23"), WITHIN, "100", "150"),
    (("110.02", "50.76", "59.23"), INCONSISTENT, "300", "150"),
    (("109.96", "50.76", "59.23"), INCONSISTENT, "-300", "150"),
    # The ends belong to the intervals: ±100元 is all that one part and a total explain.
    (("1.01", "1.00"), WITHIN, "100", "100"),
    (("1.02", "1.00"), INCONSISTENT, "200", "100"),
    (("641.43", *["30.54"] * 21), WITHIN, "900", "1100"),
    # A number written with more decimals stands for less.
    (("0.02", "0.018"), WITHIN, "20", "55"),
    (("0.03", "0.018"), INCONSISTENT, "120", "55"),
    (("5", "5.00"), EXACT, "0", "100"),
    (("-1.01", "-1.00"), WITHIN, "-100", "100"),
    (("0",), EXACT, "0", "50"),
    (("0.01",), INCONSISTENT, "100", "50"),
]


@pytest.mark.parametrize(("numbers", "verdict", "residual", "allowance"), CASES)
def test_verdicts_in_ten_thousands(numbers: tuple[str, ...], verdict: Verdict, residual: str, allowance: str) -> None:
    assert stated(*numbers) == Agreement(verdict, Decimal(residual), Decimal(allowance))


@pytest.mark.parametrize(
    ("numbers", "verdict", "residual"),
    [
        (("109.99", "50.76", "59.23"), EXACT, "0"),
        (("109.98", "50.76", "59.23"), INCONSISTENT, "-0.01"),
        (("1099900", "507600", "592300"), EXACT, "0"),
        (("1099900", "507600", "592300.01"), INCONSISTENT, "-0.01"),
    ],
)
def test_yuan_stand_for_themselves(numbers: tuple[str, ...], verdict: Verdict, residual: str) -> None:
    assert stated(*numbers, unit=YUAN) == Agreement(verdict, Decimal(residual), Decimal(0))


@pytest.mark.parametrize(
    ("number", "unit", "half_width"),
    [("1", WAN_YUAN, "50"), ("1.5", WAN_YUAN, "50"), ("1.55", WAN_YUAN, "50"), ("0.018", WAN_YUAN, "5"),
     ("1", YUAN, "0"), ("3", Unit("人"), "0")],
)  # fmt: skip
def test_what_a_stated_number_stands_for(number: str, unit: Unit, half_width: str) -> None:
    assert line(number, unit).half_width == Decimal(half_width)


def test_intervals() -> None:
    left, right = Interval.of(Decimal(10), Decimal(1)), Interval.of(Decimal(12), Decimal(1))
    assert left == Interval(Decimal(9), Decimal(11))
    assert left + right == Interval(Decimal(20), Decimal(24))
    assert left.meet(right) == Interval.of(Decimal(11))
    assert not left.meet(right).is_empty
    assert left.meet(Interval.of(Decimal(13), Decimal(1))).is_empty
    assert (left + right).half_width == 2
    assert Interval.of(Decimal(3)).half_width == 0


AMOUNTS = st.lists(st.decimals(-1000, 1000, places=4), min_size=1, max_size=30)


@given(AMOUNTS)
def test_true_numbers_rounded_one_by_one_never_contradict_each_other(amounts: list[Decimal]) -> None:
    total = str(round_half_up(sum(amounts, Decimal(0)), 2))
    agreement = stated(total, *(str(round_half_up(amount, 2)) for amount in amounts))
    assert agreement.verdict is not INCONSISTENT
    assert (agreement.verdict is EXACT) == (agreement.residual == 0)


@given(AMOUNTS, st.integers(1, 1000))
def test_what_no_rounding_explains_is_inconsistent(amounts: list[Decimal], hundredths: int) -> None:
    parts = [str(round_half_up(amount, 2)) for amount in amounts]
    off = sum(map(Decimal, parts), Decimal(0)) + Decimal(hundredths).scaleb(-2)
    assert (stated(str(off), *parts).verdict is INCONSISTENT) == (hundredths * 2 > len(parts) + 1)
