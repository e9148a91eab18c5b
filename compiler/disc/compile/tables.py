"""Tables of rows and columns: each number is the selection of its row narrowed to that of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from disc.compile.book import Account, Book, Missing, digits, inlines, unmarked
from disc.compile.heads import head, leaves
from disc.compile.quantity import quantity
from disc.compile.rounding import misses_total
from disc.compile.rows import Plan, RowPlanner
from disc.compile.shown import written
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Number, Paragraph, Row, RowKind, Table
from disc.core.figure import Figure
from disc.core.ledger import Ledger, Reach
from disc.load import form
from disc.load.classification import Classification

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
        columns = tuple(_column(column, book, layout, declared.display) for column in leaves(side.columns))
        plans, total = planner.side(side)
        body = [_fill(plan, columns) for plan in plans]
        totals.append(_fill(total, columns) if total else None)
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


@dataclass(frozen=True, slots=True)
class _Column:
    """A column and what it takes its cells from."""

    declared: form.Column
    book: Book
    layout: form.Form
    display: form.Display
    account: Account | None
    """The account of its numbers; None where that stage is not known."""

    reach: Reach | None
    """What of the account it selects; None where it is a measure of its own."""

    def found(self, plan: Plan) -> Figure | Missing:
        """Return what stands where a row and this column cross; only one of them is a measure."""
        if self.account is None:
            return Missing.ABSENT
        if self.reach is not None and not plan.measure:
            return self.account.crossed(self.account.ledger.reach(plan.selection), self.reach, self.display)
        whole = quantity(plan.measure or self.declared.measure, self.layout.measures)
        narrowed = whole.narrowed(plan.selection + (self.declared.select or ()))
        return narrowed.figure(self.account, self.display)

    def cell(self, figure: Figure | None) -> Cell:
        """Return the cell that shows a figure."""
        text = digits(figure, self.display) if figure else ""
        if figure is None or not text:
            return _EMPTY
        return Cell(CellKind.NUMBER, (Number(self.book.enter(figure), text),))


_EMPTY = Cell(CellKind.NUMBER)


def _column(declared: form.Column, book: Book, layout: form.Form, display: form.Display) -> _Column:
    account = book.account(declared.stage)
    reach = account.ledger.reach(declared.select or ()) if account and not declared.measure else None
    return _Column(declared, book, layout, display, account, reach)


def _fill(plan: Plan, columns: Sequence[_Column]) -> _Filled:
    cells: list[Cell] = []
    figures: list[Figure | None] = []
    open_cells = 0
    for column in columns:
        if show := column.declared.show:
            cells.append(_words(plan, show))
            figures.append(None)
            continue
        found = column.found(plan)
        open_cells += found is Missing.UNKNOWN and not column.declared.stage
        figure = written(found, column.display)
        figures.append(figure)
        cells.append(column.cell(figure))
    return _Filled(tuple(cells), tuple(figures), plan.kind, open_cells)


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
    rounding = layout.phrases[form.ROUNDING]
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
