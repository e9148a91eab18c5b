"""Tables of rows and columns: each number is the selection of its row narrowed to that of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from disc.core.ledger import Ledger
from disc.core.selection import Reach
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
        columns = _Columns(leaves(side.columns), book, layout, declared.display)
        plans, total = planner.side(side)
        body = [columns.fill(plan) for plan in plans]
        totals.append(columns.fill(total) if total else None)
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


_EMPTY = Cell(CellKind.NUMBER)


class _Columns:
    """The columns of one side, and what they take their cells from."""

    def __init__(self, columns: Iterable[form.Column], book: Book, layout: form.Form, display: form.Display) -> None:
        self._book = book
        self._layout = layout
        self._display = display
        self._columns = tuple(map(self._with_reach, columns))
        self._cells: dict[Figure | Missing, tuple[Figure | None, Cell]] = {}

    def __len__(self) -> int:
        return len(self._columns)

    def _with_reach(self, column: form.Column) -> tuple[form.Column, Account | None, Reach | None]:
        """Return a column with the account of its numbers, and what it selects there if it is no measure."""
        account = self._book.account(column.stage)
        return column, account, None if account is None or column.measure else account.ledger.reach(column.select or ())

    def fill(self, plan: Plan) -> _Filled:
        """Return a planned row with its cells."""
        cells: list[Cell] = []
        figures: list[Figure | None] = []
        open_cells = 0
        for column, account, reach in self._columns:
            if column.show:
                cells.append(_words(plan, column.show))
                figures.append(None)
                continue
            if account is None:
                found: Figure | Missing = Missing.ABSENT
            elif reach is None or plan.measure:
                found = self._measured(plan, column, account)
            else:
                found = account.crossed(account.ledger.reach(plan.selection), reach, self._display)
            open_cells += found is Missing.UNKNOWN and not column.stage
            figure, cell = self._cells.get(found) or self._entered(found)
            figures.append(figure)
            cells.append(cell)
        return _Filled(tuple(cells), tuple(figures), plan.kind, open_cells)

    def _measured(self, plan: Plan, column: form.Column, account: Account) -> Figure | Missing:
        """Return what stands where a row and a column cross of which one is a measure."""
        whole = quantity(plan.measure or column.measure, self._layout.measures)
        return whole.narrowed(plan.selection + (column.select or ())).figure(account, self._display)

    def _entered(self, found: Figure | Missing) -> tuple[Figure | None, Cell]:
        """Return what is written for a figure, and its cell."""
        figure = written(found, self._display)
        text = digits(figure, self._display) if figure else ""
        cell = Cell(CellKind.NUMBER, (Number(self._book.enter(figure), text),)) if figure and text else _EMPTY
        self._cells[found] = figure, cell
        return figure, cell


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
