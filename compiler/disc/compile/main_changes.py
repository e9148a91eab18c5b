"""The largest of the changes of which a form says why: few, and each about money of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from disc.core.document import Change
from disc.core.figure import Figure, lines_of
from disc.core.ledger import Ledger
from disc.core.number import MONEY_UNITS

MOST = 3
"""How many a summary tells."""


class _Candidate(Struct, frozen=True):
    change: Change
    amount: Figure
    lines: int
    """Its money of both years as a set of lines."""

    widened: int
    """The same with every other view of that money."""

    def within(self, other: _Candidate) -> bool:
        """Whether its money is the other's or a part of it."""
        return self.lines & other.widened == self.lines

    def shares(self, other: _Candidate, ledger: Ledger) -> bool:
        """Whether some of its money is the other's too, or may be: parts of two breakdowns of the same money."""
        return bool(self.widened & other.widened) or ledger.mixes(self.lines, other.lines)


def main_changes(changes: Iterable[Change], ledger: Ledger) -> tuple[Change, ...]:
    """Return the largest changes of money, the largest first, no money in two of them.

    A whole gives way to a part that moved the same way by at least half as much, since the part says more; but not to
    one of the same title, which is told apart by the section it stands in, and here is none.

    Args:
        changes: those of which the form says why.
        ledger: this year's, whose lines come first in the document's list.
    """
    candidates = [_candidate(change, change.amount, ledger) for change in changes if _is_money(change.amount)]
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-abs(c.amount.value), not c.change.reason)):
        counted = any(candidate.shares(other, ledger) for other in chosen)
        if not counted and not _gives_way(candidate, candidates):
            chosen.append(candidate)
    return tuple(candidate.change for candidate in chosen[:MOST])


def _is_money(amount: Figure | None) -> bool:
    return amount is not None and amount.unit.name in MONEY_UNITS and not amount.shown.is_zero()


def _candidate(change: Change, amount: Figure | None, ledger: Ledger) -> _Candidate:
    assert amount is not None  # noqa: S101 - it was asked for
    stated = [figure for figure in (change.this, change.last) if figure is not None and lines_of(figure)]
    lines = sum(1 << number for number in frozenset().union(*map(lines_of, stated)))
    return _Candidate(change, amount, lines, ledger.widen(lines))


def _gives_way(whole: _Candidate, candidates: Sequence[_Candidate]) -> bool:
    return any(
        part.within(whole)
        and part.change.title != whole.change.title
        and not whole.within(part)
        and (part.amount.value > 0) is (whole.amount.value > 0)
        and abs(part.amount.value) * 2 >= abs(whole.amount.value)
        for part in candidates
    )
