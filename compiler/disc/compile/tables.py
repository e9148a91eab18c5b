"""Tables of rows and columns: each number is the selection of its row narrowed to that of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from disc.compile.book import Book, unmarked
from disc.compile.columns import Columns, Filled
from disc.compile.heads import head, leaves
from disc.compile.quantity import quantities_of
from disc.compile.rounding import FEWEST, misses_total
from disc.compile.rows import RowPlanner
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Paragraph, Row, RowKind, Table
from disc.core.figure import Figure
from disc.core.ledger import Ledger
from disc.load import form
from disc.load.classification import Classification
from disc.load.form_words import ROUNDING


def table(
    declared: form.Table,
    id: str,
    label: str,
    layout: form.Form,
    classification: Classification,
    book: Book,
    writer: Writer,
) -> Table:
    """Return a table of the form, filled from the ledger.

    Raises:
        FormError: a template of the form cannot be run.
    """
    quantities = writer.shared("quantities", layout.id, lambda: quantities_of(layout.measures))
    planner = RowPlanner(classification, book, writer, declared.select)
    bodies: list[tuple[list[Filled], int]] = []
    totals: list[Filled | None] = []
    figures: list[list[tuple[Figure | None, ...]]] = []
    for side in declared.sides:
        columns = Columns(leaves(side.columns), book, quantities, declared.display)
        plans, total = planner.side(side)
        body = [columns.fill(plan) for plan in plans]
        totals.append(columns.fill(total) if total else None)
        bodies.append((body, len(columns)))
        figures.append(_distinct((*body, *filter(None, totals[-1:]))))
    title = unmarked(writer.text(declared.title))
    filled = chain(chain.from_iterable(body for body, _ in bodies), filter(None, totals))
    if open_cells := sum(row.open_cells for row in filled):
        book.open_cells[title] = open_cells
    rows = _side_by_side(bodies)
    if any(totals):
        rows.append(_joined([t or _blank(width) for t, (_, width) in zip(totals, bodies, strict=True)], RowKind.TOTAL))
    empty = declared.empty is not None and _is_empty(figures)
    heading = head(declared, writer)
    return Table(
        id=id,
        label=label,
        title=title,
        preparer=writer.inlines(declared.preparer),
        unit=writer.text(declared.unit, {"unit": declared.display.unit.name}),
        width=len(heading.names),
        head=heading.rows,
        body=tuple(rows),
        notes=tuple(_notes(declared, layout, writer, book.this.ledger, figures, empty=empty)),
        columns=heading.names,
        empty=empty,
    )


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


def _notes(
    declared: form.Table,
    layout: form.Form,
    writer: Writer,
    ledger: Ledger,
    sides: Sequence[Sequence[tuple[Figure | None, ...]]],
    *,
    empty: bool,
) -> Iterator[Paragraph]:
    notes = (declared.empty, *declared.notes) if empty and declared.empty else declared.notes
    for note in notes:
        if content := writer.inlines(note):
            yield Paragraph(content)
    rounding = layout.phrases[ROUNDING]
    if isinstance(rounding, form.Template) and _misses(sides, ledger) and (content := writer.inlines(rounding)):
        yield Paragraph(content)


def _is_empty(sides: Sequence[Sequence[tuple[Figure | None, ...]]]) -> bool:
    figures = chain.from_iterable(chain.from_iterable(side) for side in sides)
    return all(figure is None or figure.is_nothing for figure in figures)


def _misses(sides: Sequence[Sequence[tuple[Figure | None, ...]]], ledger: Ledger) -> bool:
    """Return whether the parts in some row or column miss their total as displayed."""
    groups = (group for rows in sides for group in chain(rows, zip(*rows, strict=True)))
    # The same number is the same figure as a rule, so most rows and columns are too few to look at.
    several = (group for group in groups if len(set(map(id, group))) >= FEWEST)
    return any(misses_total((f for f in group if f is not None), ledger.widen) for group in several)
