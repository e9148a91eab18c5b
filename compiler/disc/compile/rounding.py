"""Finds where displayed parts miss their displayed total by rounding (尾差), so that the page can say so itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from disc.core.figure import Figure
from disc.core.ledger import Line
from disc.core.number import ZERO, add

FEWEST = 3
"""A whole and two parts: with fewer figures nothing can miss its total."""


def misses_total(figures: Iterable[Figure], widen: Callable[[int], int] = int) -> bool:
    """Return whether one of the figures is the whole of others that, as displayed, do not add up to it.

    Args:
        figures: what stands in one row or one column.
        widen: from a set of lines to the same money in every view (`Ledger.widen`), so that items of one breakdown are
            seen as parts of a total that sums another.
    """
    by_lines = {figure.lines: figure for figure in figures if figure.lines}
    if len(by_lines) < FEWEST:
        return False
    shown = {widen(lines): figure.shown for lines, figure in by_lines.items()}
    masks = sorted(shown, key=int.bit_count)
    for place, whole in enumerate(masks):
        parts = _largest_parts(whole, masks[:place], widen)
        if parts and add(*(shown[part] for part in parts)) != shown[whole]:
            return True
    return False


def views_agree(lines: Iterable[Line]) -> bool:
    """Return whether money that is stated by several views is the same amount in each."""
    pools: dict[str, dict[str, Decimal]] = {}
    for line in lines:
        if line.pool:
            views = pools.setdefault(line.pool, {})
            views[line.view] = add(views.get(line.view, ZERO), line.amount)
    return all(len(set(views.values())) == 1 for views in pools.values())


def _largest_parts(whole: int, smaller: list[int], widen: Callable[[int], int]) -> list[int]:
    """Return the largest sets that fill the whole without overlap, or nothing where they do not."""
    parts: list[int] = []
    filled = 0
    for mask in reversed(smaller):
        if mask & whole == mask and not mask & filled:
            parts.append(mask)
            filled |= mask
    return parts if widen(filled) == whole else []
