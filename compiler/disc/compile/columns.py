"""The columns of tables: from a planned row to its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from disc.compile.book import Account, Book, Missing, digits, inlines
from disc.compile.comparison import change, has_rate
from disc.compile.layouts import worded
from disc.compile.quantity import Quantity
from disc.compile.rows import Plan
from disc.compile.shown import written
from disc.core import figure as calculate
from disc.core.document import Cell, CellKind, Number, RowKind
from disc.core.figure import Figure
from disc.core.selection import Reach
from disc.core.stages import THIS_YEAR
from disc.load.form import Display
from disc.load.form_tables import Column

_CODE = "code"
_PART = f"{_CODE} "
_EMPTY = Cell(CellKind.NUMBER)

_Written: TypeAlias = tuple[Figure | None, Cell]
"""A figure as it is written, and its cell."""


class Filled(Struct, frozen=True):
    """A row of one side, with the figures behind its number cells."""

    cells: tuple[Cell, ...]
    figures: tuple[Figure | None, ...]
    """The very same tuple for rows of the same numbers."""

    kind: RowKind
    open_cells: int = 0
    """How many of its cells are blank because the spec is not fine enough to fill them."""


class _Column(Struct, frozen=True):
    """A column of numbers."""

    place: int
    declared: Column
    account: Account | None
    """Where its numbers come from; None where its stage is not known."""

    reach: Reach | None
    """What it selects there; None if it is a measure."""

    written: dict[int | None, _Written]
    """What is written for a set of lines of the account, as `Ledger.crossed` gives it."""


class _Change(Struct, frozen=True):
    """A column of changes."""

    place: int
    rated: bool
    """Whether they are percentages of last year's number."""

    this: _Column
    last: _Column
    """What is compared, at the same place."""


class _Amounts(Struct, frozen=True):
    """The numbers of a row."""

    cells: list[Cell]
    """Its cells, empty ones where words stand."""

    figures: tuple[Figure | None, ...]
    open_cells: int


class Columns:
    """The columns of one side, and what they take their cells from."""

    def __init__(
        self,
        columns: Sequence[Column],
        book: Book,
        quantities: Mapping[str, Quantity],
        display: Display,
    ) -> None:
        self._book = book
        self._quantities = quantities
        self._display = display
        self._width = len(columns)
        self._words = [(n, _shown(column.show)) for n, column in enumerate(columns) if column.show]
        self._texts = [n for n, column in enumerate(columns) if column.text]
        written: dict[str, dict[int | None, _Written]] = {column.stage: {} for column in columns}
        changes = [(n, column) for n, column in enumerate(columns) if column.change]
        if changes:
            written.setdefault(THIS_YEAR, {})
        self._stages = tuple([stage for stage in written if book.account(stage)])
        self._ledgers = tuple(account.ledger for stage in self._stages if (account := book.account(stage)))
        self._numbers = [
            self._column(n, column, written[column.stage])
            for n, column in enumerate(columns)
            if column.has_numbers and not column.change
        ]
        self._changes = [
            _Change(
                n,
                column.change == "rate",
                self._column(n, replace(column, stage=THIS_YEAR), written[THIS_YEAR]),
                self._column(n, column, written[column.stage]),
            )
            for n, column in changes
        ]
        self._has_measures = any(column.measure for column in columns)
        self._known: dict[tuple[Reach, ...], _Amounts] = {}

    def __len__(self) -> int:
        return self._width

    def _column(self, place: int, column: Column, written: dict[int | None, _Written]) -> _Column:
        account = self._book.account(column.stage)
        reach = account.ledger.reach(column.select or ()) if account is not None and not column.measure else None
        return _Column(place, column, account, reach, written)

    def fill(self, plan: Plan) -> Filled:
        """Return a planned row with its cells."""
        amounts = self._once(plan)
        cells = amounts.cells.copy()
        for place, show in self._words:
            cells[place] = _words(plan, show)
        for number, place in enumerate(self._texts):
            cells[place] = worded(plan.texts[number] if plan.texts else "")
        return Filled(tuple(cells), amounts.figures, plan.kind, amounts.open_cells)

    def _once(self, plan: Plan) -> _Amounts:
        """Return the numbers of a row; in a tree many rows select the same lines, or none."""
        if plan.blank:
            return _Amounts([_EMPTY] * self._width, (None,) * self._width, 0)
        reaches = tuple([ledger.reach(plan.selection) for ledger in self._ledgers])
        if plan.measure or self._has_measures:
            return self._made(plan, reaches)
        found = self._known.get(reaches)
        if found is None:
            found = self._known[reaches] = self._made(plan, reaches)
        return found

    def _made(self, plan: Plan, reaches: Sequence[Reach]) -> _Amounts:
        rows = dict(zip(self._stages, reaches, strict=True))
        cells = [_EMPTY] * self._width
        figures: list[Figure | None] = [None] * self._width
        open_cells = 0
        for own in self._numbers:
            place, declared, account, reach, known = own.place, own.declared, own.account, own.reach, own.written
            if account is None:
                continue
            if reach is None or plan.measure:
                found = self._measured(plan, declared, account)
                open_cells += found is Missing.UNKNOWN and not declared.stage
                figures[place], cells[place] = self._entered(found)
            else:
                lines = account.ledger.crossed(rows[declared.stage], reach)
                open_cells += lines is None and not declared.stage
                if lines not in known:
                    known[lines] = self._entered(self._summed(lines, account))
                figures[place], cells[place] = known[lines]
        for changed in self._changes:
            figures[changed.place], cells[changed.place] = self._changed(plan, changed, rows)
        return _Amounts(cells, tuple(figures), open_cells)

    def _changed(self, plan: Plan, column: _Change, rows: Mapping[str, Reach]) -> _Written:
        """Return what is written for a change, as both numbers are displayed."""
        this, last = self._found(plan, column.this, rows), self._found(plan, column.last, rows)
        found = change(this, last)
        if not column.rated:
            return self._entered(found)
        if not isinstance(found, Figure) or not isinstance(last, Figure) or not has_rate(this, last):
            return None, _EMPTY
        figure = calculate.rate(found, last, self._display.percent)
        # Where the form writes nothing for zero, it writes nothing for no change.
        text = f"{figure.text()}%" if found.shown or self._display.zero else ""
        return figure, _number(self._book, figure, text)

    def _found(self, plan: Plan, column: _Column, rows: Mapping[str, Reach]) -> Figure | Missing:
        """Return the figure of a row in a column, or why there is none."""
        if column.account is None:
            return Missing.UNKNOWN
        if column.reach is None or plan.measure:
            return self._measured(plan, column.declared, column.account)
        return self._summed(column.account.ledger.crossed(rows[column.declared.stage], column.reach), column.account)

    def _summed(self, lines: int | None, account: Account) -> Figure | Missing:
        """Return the figure of a set of lines, or why there is none."""
        if lines:
            return account.figure(lines, self._display)
        return Missing.UNKNOWN if lines is None else Missing.ABSENT

    def _measured(self, plan: Plan, column: Column, account: Account) -> Figure | Missing:
        """Return what stands where a row and a column cross of which one is a measure."""
        whole = self._quantities[plan.measure or column.measure]
        return whole.narrowed(plan.selection + (column.select or ())).figure(account, self._display)

    def _entered(self, found: Figure | Missing) -> _Written:
        """Return what is written for a figure, and its cell."""
        figure = written(found, self._display)
        return figure, _number(self._book, figure, digits(figure, self._display)) if figure else _EMPTY


def _number(book: Book, figure: Figure, text: str) -> Cell:
    return Cell(CellKind.NUMBER, (Number(book.enter(figure), text),)) if text else _EMPTY


@cache
def _shown(show: str) -> str | int:
    """Return what a column of words shows: the place of a part of the code, from 0, or a name of words."""
    return int(show.removeprefix(_PART)) - 1 if show.startswith(_PART) else show


def _words(plan: Plan, show: str | int) -> Cell:
    if isinstance(show, int):
        return _code(plan.codes[show] if show < len(plan.codes) else "")
    if show == _CODE:
        return _code("".join(plan.codes))
    text = plan.words.get(show, "")
    return _heading(text, plan.indent if text else 0)


# Documents of a year have the same codes and names.


@lru_cache(maxsize=4096)
def _code(code: str) -> Cell:
    return Cell(CellKind.CODE, inlines(code))


@lru_cache(maxsize=4096)
def _heading(text: str, indent: int) -> Cell:
    return Cell(CellKind.ROW_HEADER, inlines(text), indent=indent)
