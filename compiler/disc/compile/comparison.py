"""How a figure relates to that of another stage: which phrase fits, and what it can say."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from disc.compile.book import Book, Missing
from disc.compile.shown import Shown
from disc.core import figure as calculate
from disc.core.figure import Figure
from disc.core.number import ZERO
from disc.load.form import Display


class Comparison(Struct, frozen=True):
    """What can be said of a change."""

    VOCABULARY: ClassVar = frozenset({"situation", "amount", "rate"})
    """What templates can ask for."""

    situation: str
    """rise, fall, equal, new (nothing last year), vanished (nothing this year), none (neither year) or unknown."""

    amount: Shown | None = None
    rate: Shown | None = None
    """None where no rate exists or it would read 0.00%."""

    @property
    def says_something(self) -> bool:
        """Whether there is a figure in one of the stages, and both are known."""
        return self.situation not in ("unknown", "none")


def comparison(this: Figure | Missing, last: Figure | Missing, book: Book, display: Display) -> Comparison:
    """Return how this year's figure relates to last year's, as both are displayed."""
    if _is_unknown(this) or _is_unknown(last):
        return Comparison("unknown")
    if isinstance(this, Figure):
        return _compared(this, last, book, display) if isinstance(last, Figure) else _new(this, book, display)
    if isinstance(last, Figure) and last.shown:
        compared = _compared(calculate.nothing(last.unit, last.decimals), last, book, display)
        return replace(compared, situation="vanished") if compared.situation == "fall" else compared
    return Comparison("none")


def change(this: Figure | Missing, last: Figure | Missing) -> Figure | Missing:
    """Return by how much this year's figure exceeds last year's, as both are displayed; known to be none is zero."""
    if _is_unknown(this) or _is_unknown(last):
        return Missing.UNKNOWN
    figures = [found for found in (this, last) if isinstance(found, Figure)]
    if not figures:
        return Missing.ABSENT
    none = calculate.nothing(figures[0].unit, figures[0].decimals)
    return calculate.change(*(found if isinstance(found, Figure) else none for found in (this, last)))


def has_rate(this: Figure | Missing, last: Figure | Missing) -> bool:
    """Return whether a change can be said as a percentage: not from zero, and not from or to a negative number."""
    return isinstance(last, Figure) and last.shown > ZERO and not (isinstance(this, Figure) and this.shown < ZERO)


def _is_unknown(found: Figure | Missing) -> bool:
    return found is Missing.UNKNOWN or found is Missing.UNSTATED


def _new(this: Figure, book: Book, display: Display) -> Comparison:
    situation = "new" if this.shown > ZERO else "fall" if this.shown < ZERO else "equal"
    return Comparison(situation, Shown(book, this, display, absolute=True))


def _compared(this: Figure, last: Figure, book: Book, display: Display) -> Comparison:
    changed = calculate.change(this, last)
    if changed.shown.is_zero():
        return Comparison("equal")
    amount = Shown(book, changed, display, absolute=True)
    situation = "rise" if changed.shown > ZERO else "fall"
    if last.shown.is_zero():
        return Comparison("new" if situation == "rise" else situation, amount)
    if not has_rate(this, last):
        return Comparison(situation, amount)
    rate = Shown(book, calculate.rate(changed, last, display.percent), display, absolute=True)
    return Comparison(situation, amount, rate or None)
