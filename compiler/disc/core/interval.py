"""Closed intervals: what a rounded number stands for, and whether a stated total can be the sum of its parts.

The method is that of XBRL Calculations 1.1: a number published with d decimals stands for every value that rounds to
it; a stated total agrees with its parts when its interval and the sum of theirs share a point.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from disc.core.number import ZERO, add, divide, subtract


class Interval(Struct, frozen=True):
    """All numbers from `low` to `high`, both included; low > high is the empty interval."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, value: Decimal, half_width: Decimal = ZERO) -> Interval:
        """Return the interval around a value; a point when the half width is zero."""
        return cls(subtract(value, half_width), add(value, half_width))

    def __add__(self, other: Interval) -> Interval:
        """Return the interval of all sums."""
        return Interval(add(self.low, other.low), add(self.high, other.high))

    def meet(self, other: Interval) -> Interval:
        """Return what both have in common."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    @property
    def is_empty(self) -> bool:
        """Whether no number lies inside."""
        return self.low > self.high

    @property
    def half_width(self) -> Decimal:
        """Half the distance between the ends."""
        return divide(subtract(self.high, self.low), Decimal(2))


class Verdict(Enum):
    """How a stated total relates to its parts."""

    EXACT = "exact"
    WITHIN_ROUNDING = "within rounding"
    INCONSISTENT = "inconsistent"


class Agreement(Struct, frozen=True):
    """The verdict on one stated total."""

    verdict: Verdict
    residual: Decimal
    """Stated total minus the sum of the parts as stated."""

    allowance: Decimal
    """The largest residual that rounding can explain."""


def compare(stated: Decimal, half_width: Decimal, parts: Iterable[tuple[Decimal, Decimal]]) -> Agreement:
    """Return how a stated total relates to its parts, each given as (value, half width of its interval)."""
    values, widths = [], [half_width]
    for value, width in parts:
        values.append(value)
        widths.append(width)
    residual = subtract(stated, add(*values))
    allowance = add(*widths)
    apart = Interval.of(stated, half_width).meet(Interval.of(add(*values), subtract(allowance, half_width))).is_empty
    verdict = Verdict.INCONSISTENT if apart else Verdict.WITHIN_ROUNDING if residual else Verdict.EXACT
    return Agreement(verdict, residual, allowance)
