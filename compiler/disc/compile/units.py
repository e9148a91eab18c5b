"""The units of a department that is their sum: what each has, and which part of the whole that is."""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.book import Book
from disc.compile.shown import Shown
from disc.core.document import UnitShare
from disc.core.figure import Figure, has_share, share
from disc.core.flows import SPENDING
from disc.core.selection import within
from disc.load.form import Display
from disc.load.spec_reader import Case, Unit


def unit_shares(case: Case, book: Book, display: Display) -> tuple[UnitShare, ...]:
    """Return the units of a department in its order; none where it is authored whole."""
    return tuple(_shares(case, book, display)) if case.spec.is_rolled_up else ()


def _shares(case: Case, book: Book, display: Display) -> Iterator[UnitShare]:
    whole = book.this.select(SPENDING, display)
    for unit in case.units:
        part = book.this.select((*SPENDING, within("unit", unit.member)), display)
        amount = portion = None
        if isinstance(part, Figure):
            amount = Shown(book, part, display).inline
            if isinstance(whole, Figure) and has_share(part, whole):
                portion = Shown(book, share(part, whole, display.percent), display).inline
        yield UnitShare(unit.name, unit.spec.address, amount, portion, _internal(case, unit), unit.span)


def _internal(case: Case, unit: Unit) -> tuple[str, ...]:
    """Return what the money is called that units have from each other, and that is not counted again."""
    found = []
    for dimension in ("source", "nature"):
        members = unit.internal & unit.spec.ledger.members(dimension, ())
        found += [name for member, name in case.classification.members[dimension].items() if member in members]
    return tuple(found)
