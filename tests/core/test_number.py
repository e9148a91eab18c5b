"""The one door for numbers: exact, half up, and the same whatever else runs in the process."""

from __future__ import annotations

import decimal
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.number import add, decimals_of, divide, multiply, round_half_up, subtract, to_text

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20)

ROUNDED = [
    ("12.345", 2, "12.35"),
    ("12.3449999999999999999", 2, "12.34"),
    ("2.675", 2, "2.68"),
    ("1.005", 2, "1.01"),
    ("0.125", 2, "0.13"),
    ("0.5", 0, "1"),
    ("1.5", 0, "2"),
    ("2.5", 0, "3"),
    ("-2.5", 0, "-3"),
    ("-12.345", 2, "-12.35"),
    ("-0.005", 2, "-0.01"),
    ("-0.0049", 2, "0.00"),
    ("-0", 2, "0.00"),
    ("-0.00", 0, "0"),
    ("0", 2, "0.00"),
    ("5", 2, "5.00"),
    ("0.018", 2, "0.02"),
    ("99.995", 2, "100.00"),
    ("12345678901234567890.125", 2, "12345678901234567890.13"),
]


@pytest.mark.parametrize(("value", "decimals", "text"), ROUNDED)
def test_half_up(value: str, decimals: int, text: str) -> None:
    assert str(round_half_up(Decimal(value), decimals)) == text


@pytest.mark.parametrize(
    ("value", "decimals"), [("1", 0), ("1.0", 1), ("330.30", 2), ("0.018", 3), ("100", 0), ("1E+3", 0), ("-5.60", 2)]
)
def test_decimals_as_written(value: str, decimals: int) -> None:
    assert decimals_of(Decimal(value)) == decimals


@pytest.mark.parametrize(
    ("value", "thousands", "text"),
    [
        ("1E+3", False, "1000"),
        ("1E-7", False, "0.0000001"),
        ("1234567.50", False, "1234567.50"),
        ("1234567.50", True, "1,234,567.50"),
        ("-1234.5", True, "-1,234.5"),
        ("999", True, "999"),
    ],
)
def test_as_text(value: str, thousands: bool, text: str) -> None:
    assert to_text(Decimal(value), thousands=thousands) == text


def test_large_numbers_lose_no_digit() -> None:
    large, small = Decimal("123456789012345678901234567890.12"), Decimal("0.000000000000000001")
    assert str(add(large, small)) == "123456789012345678901234567890.120000000000000001"
    assert str(subtract(large, small)) == "123456789012345678901234567890.119999999999999999"
    assert str(multiply(large, Decimal(10000))) == "1234567890123456789012345678901200.00"


def test_nothing_added_up_is_zero() -> None:
    assert str(add()) == "0"


def test_no_division_by_zero() -> None:
    with pytest.raises(decimal.DivisionByZero):
        divide(Decimal(1), Decimal(0))


@pytest.fixture
def other_context() -> Iterator[None]:
    with decimal.localcontext() as context:
        context.prec = 3
        context.rounding = decimal.ROUND_DOWN
        context.traps[decimal.Inexact] = True
        yield


@pytest.mark.usefixtures("other_context")
def test_the_context_of_others_does_not_matter() -> None:
    assert [str(round_half_up(Decimal(value), decimals)) for value, decimals, _ in ROUNDED] == [t for *_, t in ROUNDED]
    assert str(add(Decimal("896.16"), Decimal("0.005"))) == "896.165"
    assert str(subtract(Decimal("896.16"), Decimal("0.005"))) == "896.155"
    assert str(multiply(Decimal("896.16"), Decimal("100.01"))) == "89624.9616"
    assert str(divide(Decimal(1), Decimal(8))) == "0.125"
    assert to_text(Decimal("12345.678"), thousands=True) == "12,345.678"


@given(st.lists(NUMBERS))
def test_sums_are_exact_in_any_order(values: list[Decimal]) -> None:
    scaled = sum(int(value.scaleb(6, decimal.Context(prec=60))) for value in values)
    assert add(*values) == add(*reversed(values)) == Decimal(scaled).scaleb(-6, decimal.Context(prec=60))


@given(NUMBERS, st.integers(0, 5))
def test_a_rounded_number_is_the_nearest_and_halves_go_away_from_zero(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    step = Decimal(1).scaleb(-decimals)
    assert decimals_of(rounded) == decimals
    assert abs(subtract(rounded, value)) * 2 <= step
    if abs(subtract(rounded, value)) * 2 == step:
        assert abs(rounded) > abs(value)
    assert not rounded.is_signed() or not rounded.is_zero()
    assert round_half_up(rounded, decimals) == rounded
    assert round_half_up(-value, decimals) == -rounded
