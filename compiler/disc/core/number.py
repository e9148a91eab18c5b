"""The one door for numbers: `Decimal` from the source text, rounded half up in one function.

四舍五入 is `ROUND_HALF_UP` (GB/T 8170 allows it; every published disclosure uses it). No float anywhere.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from msgspec import Struct

ZERO = Decimal(0)
HUNDRED = Decimal(100)

# A context of our own: results do not depend on what else runs in the process, and never lose a digit of a budget.
_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)


class Unit(Struct, frozen=True):
    """A unit in which numbers are stated or shown."""

    name: str
    """As it is written: 元, 万元, 人, 辆, 平方米, %."""

    scale: Decimal = Decimal(1)
    """How many base units one of these is: 10000 for 万元, whose base unit is 元."""

    decimals: int = 0
    """Digits after the point with which such numbers are stated, unless written with more."""

    rounded: bool = False
    """Whether a stated number stands for an interval (万元) or for itself (元, people)."""


YUAN = Unit("元", Decimal(1), 2)
WAN_YUAN = Unit("万元", Decimal(10000), 2, rounded=True)
PERCENT = Unit("%", Decimal(1), 2)
MONEY_UNITS = {unit.name: unit for unit in (YUAN, WAN_YUAN)}


def add(*values: Decimal) -> Decimal:
    """Return the exact sum."""
    total = ZERO
    for value in values:
        total = _CONTEXT.add(total, value)
    return total


def subtract(left: Decimal, right: Decimal) -> Decimal:
    """Return the exact difference."""
    return _CONTEXT.subtract(left, right)


def multiply(left: Decimal, right: Decimal) -> Decimal:
    """Return the exact product."""
    return _CONTEXT.multiply(left, right)


def divide(left: Decimal, right: Decimal) -> Decimal:
    """Return the quotient to 60 digits.

    Raises:
        decimal.DivisionByZero: `right` is zero.
    """
    return _CONTEXT.divide(left, right)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Return the value with so many digits after the point, halves away from zero; never minus zero."""
    rounded = _CONTEXT.quantize(value, _last_digit(decimals))
    return abs(rounded) if rounded.is_zero() else rounded


@lru_cache
def _last_digit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    """Return how many digits after the point the number was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def trimmed(text: str) -> str:
    """Return plain digits without idle zeros after the point."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_text(value: Decimal, *, thousands: bool = False) -> str:
    """Return the number as plain digits, without an exponent, optionally with thousands separators."""
    if thousands:
        return format(value, ",f")
    # It mostly has no exponent anyway, and is made in a quarter of the time; a disclosure has hundreds.
    text = str(value)
    return format(value, "f") if "E" in text else text


def exact_text(value: Decimal, unit: Unit) -> str:
    """Return every digit of a number in a unit, and no idle zero; the number is in base units."""
    return trimmed(to_text(value if unit.scale == 1 else divide(value, unit.scale)))
