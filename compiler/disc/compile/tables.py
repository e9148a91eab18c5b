"""Tables of rows and columns: each number is the selection of its row narrowed to that of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from disc.compile.book import Book, Missing, digits, inlines, unmarked
from disc.compile.heads import head, leaves
from disc.compile.quantity import Quantity, Selected, quantity
from disc.compile.rounding import misses_total
from disc.compile.rows import Plan, RowPlanner
from disc.compile.shown import written
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Paragraph, Row, RowKind, Table
from disc.core.figure import Figure
from disc.core.ledger import Ledger
from disc.load import form
from disc.load.classification import Classification
from disc.load.form_words import ROUNDING

_CODE = "code "


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row of one side, with the figures behind its number cells."""

    cells: tuple[Cell, ...]
    figures: tuple[Figure | None, ...]
    kind: RowKind
    open_cells: int = 0
    """How many of its cells are blank because the spec is not fine enough to fill them."""


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
    planner = RowPlanner(classification, book, writer, declared.select)
    bodies: list[tuple[list[_Filled], int]] = []
    totals: list[_Filled | None] = []
    figures: list[list[tuple[Figure | None, ...]]] = []
    for side in declared.sides:
        columns = tuple(leaves(side.columns))
        plans, total = planner.side(side)
        body = [_fill(plan, columns, book, layout, declared.display) for plan in plans]
        totals.append(_fill(total, columns, book, layout, declared.display) if total else None)
        bodies.append((body, len(columns)))
        figures.append([row.figures for row in (*body, *filter(None, totals[-1:]))])
    title = unmarked(writer.text(declared.title))
    filled = chain(chain.from_iterable(body for body, _ in bodies), filter(None, totals))
    if open_cells := sum(row.open_cells for row in filled):
        book.open_cells[title] = open_cells
    rows = _side_by_side(bodies)
    if any(totals):
        rows.append(_joined([t or _blank(width) for t, (_, width) in zip(totals, bodies, strict=True)], RowKind.TOTAL))
    empty = declared.empty is not None and _is_empty(figures)
    heading = head(tuple(chain.from_iterable(side.columns for side in declared.sides)), writer)
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


def _fill(plan: Plan, columns: Sequence[form.Column], book: Book, layout: form.Form, display: form.Display) -> _Filled:
    cells: list[Cell] = []
    figures: list[Figure | None] = []
    open_cells = 0
    for column in columns:
        if column.show:
            cells.append(_words(plan, column.show))
            figures.append(None)
            continue
        account = book.account(column.stage)
        found = _crossed(plan, column, layout).figure(account, display) if account else Missing.ABSENT
        open_cells += found is Missing.UNKNOWN and not column.stage
        figure = written(found, display)
        figures.append(figure)
        content = inlines(book.mark(figure, digits(figure, display))) if figure else ()
        cells.append(Cell(CellKind.NUMBER, content))
    return _Filled(tuple(cells), tuple(figures), plan.kind, open_cells)


def _crossed(plan: Plan, column: form.Column, layout: form.Form) -> Quantity:
    """Return what stands where a row and a column cross; only one of them is a measure."""
    measure = plan.measure or column.measure
    whole = quantity(measure, layout.measures) if measure else Selected(())
    return whole.narrowed(plan.selection + (column.select or ()))


def _words(plan: Plan, show: str) -> Cell:
    if show.startswith(_CODE):
        place = int(show.removeprefix(_CODE)) - 1
        return Cell(CellKind.CODE, inlines(plan.codes[place]) if place < len(plan.codes) else ())
    text = plan.words.get(show, "")
    return Cell(CellKind.ROW_HEADER, inlines(text), indent=plan.indent if text else 0)


def _blank(width: int) -> _Filled:
    return _Filled((Cell(CellKind.TEXT),) * width, (None,) * width, RowKind.DETAIL)


def _side_by_side(bodies: Sequence[tuple[list[_Filled], int]]) -> list[Row]:
    """Return the rows of all sides, the shorter ones filled up with blank cells."""
    blanks = [_blank(width) for _, width in bodies]
    together = zip_longest(*(rows for rows, _ in bodies))
    return [_joined([row or blank for row, blank in zip(rows, blanks, strict=True)]) for rows in together]


def _joined(parts: Sequence[_Filled], kind: RowKind | None = None) -> Row:
    # Two lists side by side have no common kind of row.
    chosen = kind or (parts[0].kind if len(parts) == 1 else RowKind.DETAIL)
    return Row(chosen, tuple(chain.from_iterable(part.cells for part in parts)))


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
    return any(
        misses_total((f for f in group if f is not None), ledger.widen)
        for rows in sides
        for group in chain(rows, zip(*rows, strict=True))
    )
