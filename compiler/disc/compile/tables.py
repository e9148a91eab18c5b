"""Tables of rows and columns: each number is the selection of its row narrowed to that of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from msgspec import Struct

from disc.compile.book import Book, unmarked
from disc.compile.columns import Columns, Filled
from disc.compile.covering import uncovered
from disc.compile.heads import head
from disc.compile.outline import Outline
from disc.compile.quantity import Quantity, quantities_of
from disc.compile.rounding import FEWEST, misses_total
from disc.compile.rows import Plan, RowPlanner
from disc.compile.templates import plain
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Paragraph, Row, RowKind, Table
from disc.core.figure import Figure
from disc.core.ledger import Ledger
from disc.core.selection import Selection
from disc.core.span import Span
from disc.load import form, form_tables
from disc.load.classification import Classification
from disc.load.form_tables import Side
from disc.load.form_words import ROUNDING


class _Content(Struct, frozen=True):
    """What stands in a table."""

    rows: Sequence[Row]
    open_cells: int
    """How many cells are blank because the spec is not fine enough to fill them."""

    empty: bool
    """Whether there is no number in it."""

    misses: bool = False
    """Whether parts miss their total as displayed."""


class Tables:
    """Makes the tables of one document."""

    def __init__(self, layout: form.Form, classification: Classification, book: Book, *, for_readers: bool) -> None:
        """Begin.

        Args:
            layout: the form.
            classification: the tables of codes.
            book: what numbers come from.
            for_readers: whether there are any; otherwise the tables have no rows, and what is to be found in them is
                found.
        """
        rounding = layout.phrases[ROUNDING]
        self._rounding = rounding if isinstance(rounding, form.Template) else None
        # A note that is more than words may fail, if it is needed; that takes all numbers to tell.
        self._with_rows = for_readers or (self._rounding is not None and plain(self._rounding) is None)
        self._layout = layout
        self._classification = classification
        self._book = book
        self.uncovered: dict[Span, tuple[str, Figure]] = {}
        """The closing rows so far of which some money stands in no other row: the table's title, and the money."""

        self.open: dict[str, Selection] = {}
        """The tables so far that have blank cells, by title: all the money that they are about."""

    def table(self, declared: form_tables.Table, id: str, label: str, writer: Writer) -> Table:
        """Return a table of the form, filled from the ledger.

        Args:
            declared: what the form says of it.
            id: its name in addresses and files.
            label: its number, as displayed.
            writer: writes its words.

        Raises:
            FormError: a template of the form cannot be run.
        """
        content = self._filled(declared, writer) if self._with_rows else self._outlined(declared, writer)
        title = unmarked(writer.text(declared.title))
        if content.open_cells:
            self._book.open_cells[title] = content.open_cells
            self.open[title] = declared.select
        # A table of which something is not known does not say that there is nothing.
        empty = declared.empty is not None and content.empty and not content.open_cells
        heading = head(declared, writer)
        return Table(
            id=id,
            label=label,
            title=title,
            preparer=writer.inlines(declared.preparer),
            unit=writer.text(declared.unit),
            width=len(heading.names),
            head=heading.rows,
            body=tuple(content.rows),
            notes=tuple(self._notes(declared, writer, empty=empty, misses=content.misses)),
            columns=heading.names,
            empty=empty,
        )

    def _sides(self, declared: form_tables.Table, writer: Writer) -> Iterator[tuple[Side, list[Plan], Plan | None]]:
        """Yield each side with its rows and its closing row."""
        for side in declared.sides:
            plans, total = RowPlanner(self._classification, self._book, writer, side.select).side(side)
            if side.total and total:
                this, quantities = self._book.this, self._quantities(writer)
                left = uncovered(side, plans, total, this, quantities, declared.display)
                if left:
                    self.uncovered[side.total.span] = unmarked(writer.text(declared.title)), left
            yield side, plans, total

    def _quantities(self, writer: Writer) -> Mapping[str, Quantity]:
        return writer.shared("quantities", self._layout.id, lambda: quantities_of(self._layout.measures))

    def _outlined(self, declared: form_tables.Table, writer: Writer) -> _Content:
        rows: list[tuple[Outline, Plan]] = []
        for side, plans, total in self._sides(declared, writer):
            outline = Outline(side.leaves, self._book, self._quantities(writer), declared.display)
            rows += ((outline, plan) for plan in (*plans, total) if plan)
        open_cells = sum(outline.open_cells(plan) for outline, plan in rows)
        # Only a table that says so when it is empty need be known to be.
        empty = declared.empty is not None and not any(outline.has_figures(plan) for outline, plan in rows)
        return _Content((), open_cells, empty)

    def _filled(self, declared: form_tables.Table, writer: Writer) -> _Content:
        bodies: list[tuple[list[Filled], int]] = []
        totals: list[Filled | None] = []
        figures: list[list[tuple[Figure | None, ...]]] = []
        for side, plans, total in self._sides(declared, writer):
            columns = Columns(side.leaves, self._book, self._quantities(writer), declared.display)
            body = [columns.fill(plan) for plan in plans]
            totals.append(columns.fill(total) if total else None)
            bodies.append((body, len(columns)))
            figures.append(_distinct((*body, *filter(None, totals[-1:]))))
        filled = chain(chain.from_iterable(body for body, _ in bodies), filter(None, totals))
        open_cells = sum(row.open_cells for row in filled)
        rows = _side_by_side(bodies)
        if any(totals):
            closing = [t or _blank(width) for t, (_, width) in zip(totals, bodies, strict=True)]
            rows.append(_joined(closing, RowKind.TOTAL))
        # Where nothing is rounded no part misses its total.
        misses = not self._book.is_exact(declared.display) and _misses(figures, self._book.this.ledger)
        return _Content(rows, open_cells, _is_empty(figures), misses)

    def _notes(self, declared: form_tables.Table, writer: Writer, *, empty: bool, misses: bool) -> Iterator[Paragraph]:
        notes = (declared.empty if empty else None, *declared.notes, self._rounding if misses else None)
        for note in notes:
            if content := writer.inlines(note):
                yield Paragraph(content)


def _distinct(rows: Iterable[Filled]) -> list[tuple[Figure | None, ...]]:
    """Return the figures of rows, those of rows of the same numbers once."""
    return list({id(row.figures): row.figures for row in rows}.values())


def _blank(width: int) -> Filled:
    return Filled((Cell(CellKind.TEXT),) * width, (None,) * width, RowKind.DETAIL)


def _side_by_side(bodies: Sequence[tuple[list[Filled], int]]) -> list[Row]:
    """Return the rows of all sides, the shorter ones filled up with blank cells."""
    if len(bodies) == 1:
        return [Row(row.kind, row.cells) for row in bodies[0][0]]
    blanks = [_blank(width) for _, width in bodies]
    together = zip_longest(*(rows for rows, _ in bodies))
    return [_joined([row or blank for row, blank in zip(rows, blanks, strict=True)]) for rows in together]


def _joined(parts: Sequence[Filled], kind: RowKind = RowKind.DETAIL) -> Row:
    # Two lists side by side have no common kind of row.
    return Row(kind, tuple(chain.from_iterable(part.cells for part in parts)))


def _is_empty(sides: Sequence[Sequence[tuple[Figure | None, ...]]]) -> bool:
    figures = chain.from_iterable(chain.from_iterable(side) for side in sides)
    return all(figure is None or figure.is_nothing for figure in figures)


def _misses(sides: Sequence[Sequence[tuple[Figure | None, ...]]], ledger: Ledger) -> bool:
    """Return whether the parts in some row or column miss their total as displayed."""
    groups = (group for rows in sides for group in chain(rows, zip(*rows, strict=True)))
    # The same number is the same figure as a rule, so most rows and columns are too few to look at.
    several = (group for group in groups if len(set(map(id, group))) >= FEWEST)
    return any(misses_total((f for f in group if f is not None), ledger.widen) for group in several)
