"""The way of the money: from sources to functions, and from functions to basic expenditure and projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from disc.compile.book import Account
from disc.compile.measure import Measure
from disc.compile.quantity import Quantity
from disc.core.figure import Figure, lines_of
from disc.core.number import ZERO
from disc.core.selection import within
from disc.load.form import Display

Common: TypeAlias = tuple[int, int, Figure]
"""Places of two parts, and the money that they have in common."""


def flow(
    total: Figure,
    sources: Sequence[Measure],
    functions: Sequence[Measure],
    natures: Sequence[Measure],
    account: Account,
    display: Display,
) -> tuple[tuple[Common, ...], tuple[Common, ...]]:
    """Return what sources and functions, and what functions and natures have in common.

    Nothing where the spec does not tell all of it, the form's parts overlap or leave something out, or money is
    negative: what cannot be drawn whole is not drawn.
    """
    inflow = tuple(_common(sources, functions, account, display, swap=False))
    outflow = tuple(_common(natures, functions, account, display, swap=True))
    whole = all(_makes_up(total, (figure for *_, figure in side), account) for side in (inflow, outflow))
    negative = any(figure.value < ZERO for *_, figure in chain(inflow, outflow))
    return (inflow, outflow) if whole and not negative else ((), ())


def _common(
    parts: Sequence[Measure], functions: Sequence[Measure], account: Account, display: Display, *, swap: bool
) -> Iterator[Common]:
    """Yield what each part has in common with each function, by function if `swap`."""
    found = []
    for n, part in enumerate(parts):
        for m, function in enumerate(functions):
            quantity: Quantity = part.quantity.narrowed((within("function", function.code),))
            figure = quantity.figure(account, display)
            if isinstance(figure, Figure):
                found.append((m, n, figure) if swap else (n, m, figure))
    yield from sorted(found, key=lambda common: common[:2])


def _makes_up(total: Figure, figures: Iterable[Figure], account: Account) -> bool:
    """Return whether figures are all the money of a total, each line once."""
    masks = [_mask(figure) for figure in figures]
    together = 0
    for mask in masks:
        together |= mask
    widen = account.ledger.widen
    return sum(masks) == together and widen(together) == widen(_mask(total))


def _mask(figure: Figure) -> int:
    return sum(1 << number for number in lines_of(figure))
