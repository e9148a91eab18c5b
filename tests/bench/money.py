"""Amounts that vary from office to office and from year to year, and still add up."""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import ROUND_HALF_UP, Decimal
from random import Random

CENT, WHOLE = Decimal("0.01"), Decimal(1)


def total(amounts: Mapping[int, Decimal]) -> Decimal:
    """Return the sum of amounts."""
    return sum(amounts.values(), Decimal(0))


def times(amount: Decimal, factor: float, step: Decimal = CENT) -> Decimal:
    """Return about so many times an amount, in whole steps and more than nothing."""
    return max(step, (amount * Decimal(str(factor))).quantize(step, ROUND_HALF_UP))


def varied(
    amounts: Mapping[int, Decimal], random: Random, factor: float, spread: float = 0.3, step: Decimal = CENT
) -> dict[int, Decimal]:
    """Return about so many times each amount, one a little more and the other a little less."""
    return {
        code: times(amount, factor * random.uniform(1 - spread, 1 + spread), step) for code, amount in amounts.items()
    }


def of_next_year(amounts: Mapping[int, Decimal], random: Random, step: Decimal = CENT) -> dict[int, Decimal]:
    """Return the amounts a year later: most of them change, some a lot, some not at all."""
    factors = (1.0, 1.0, random.uniform(0.97, 1.03), random.uniform(0.8, 1.25), random.uniform(0.6, 1.6))
    return {code: times(amount, random.choice(factors), step) for code, amount in amounts.items()}


def summing_to(wanted: Decimal, amounts: Mapping[int, Decimal], step: Decimal = CENT) -> dict[int, Decimal]:
    """Return amounts in the same proportions that come to a total; the largest takes what rounding leaves."""
    shared = varied(amounts, Random(0), float(wanted / total(amounts)), 0, step)  # noqa: S311
    largest = max(shared, key=lambda code: shared[code])
    return {**shared, largest: shared[largest] + wanted - total(shared)}


def some_of(amounts: Mapping[int, Decimal], random: Random, keep: float, always: Container[int]) -> dict[int, Decimal]:
    """Return a part of the amounts: each has a chance, and some stay in any case."""
    return {code: amount for code, amount in amounts.items() if random.random() < keep or code in always}
