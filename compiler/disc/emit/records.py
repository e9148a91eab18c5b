"""Tables as records: one field for each column, nothing spanned, for files that are read line by line.

Numbers stand as they are displayed, without thousands separators; an absent number is an empty field. A cell that spans
rows is repeated in each of them, so that every record can be read by itself; a cell that spans columns stands in the
first. A record that would be empty is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from disc.core.document import Cell, CellKind, Table
from disc.emit.grid import Grid, Place, text_grid
from disc.emit.harmless import harmless
from disc.emit.words import one_line, plain
from disc.emit.written import Kept, Written

_NUMBER_CELL = CellKind.NUMBER  # Python 3.11 takes a while to find it in its class
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


class ColumnType(StrEnum):
    """What the fields of a column are."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """Numbers of which at least one is followed by a percent sign."""


class Records(Struct, frozen=True):
    """A table as records."""

    table: Table
    columns: tuple[str, ...]
    """A name for each column, none empty, no two equal."""

    types: tuple[ColumnType, ...]
    rows: tuple[list[str], ...]
    """The records; a text in them is no formula to any spreadsheet."""

    @property
    def has_heading(self) -> bool:
        """Whether the names of the columns are those of the table; a layout has none, so they are made up."""
        return bool(self.table.columns)


class Digits(str):
    """A field that holds a number or, where it is empty, has room for one."""

    __slots__ = ()


class Percentage(Digits):
    """A number followed by a percent sign."""

    __slots__ = ()


_NO_DIGITS = Digits()
_KEPT = Kept()


def records(table: Table) -> Records:
    """Return the records of a table."""
    return all_records((table,), {table.id: text_grid(table)})[0]


def all_records(tables: Iterable[Table], grids: Mapping[str, Grid]) -> tuple[Records, ...]:
    """Return the records of the tables of a document; their `text_grid` is given by their ids."""
    written = Written(_KEPT)
    return tuple(_records(table, grids[table.id], written) for table in tables)


def _records(table: Table, places: Grid, written: Written) -> Records:
    known = written.texts.get
    rows = [
        [_field(place, written) if (field := known(id(place))) is None else field for place in row] for row in places
    ]
    types = tuple(map(_type, zip(*rows, strict=True))) if rows else (ColumnType.TEXT,) * table.width
    return Records(table, _names(table.columns, table.width), types, tuple(row for row in rows if any(row)))


# Tables of a form have the same columns in every disclosure.
@lru_cache(maxsize=256)
def _names(headings: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return the name of each column: its headings; what has none, or another's, gets a number."""
    taken: dict[str, None] = {}
    for number, heading in enumerate(headings or [""] * width, 1):
        name = base = harmless(one_line(heading).strip()) or f"列{number}"
        count = 1
        while name in taken:
            count += 1
            name = f"{base}（{count}）"
        taken[name] = None
    return tuple(taken)


def _field(place: Place, written: Written) -> str:
    """Return what stands in a place."""
    if isinstance(place, Cell):
        return written.keep(place, _read(place))
    if place is None:
        return ""
    # Beside the place where a cell begins nothing stands, but something of its kind could.
    return _nothing(place.cell) if place.column else _read(place.cell)


def _read(cell: Cell) -> str:
    if not cell.content:
        return _nothing(cell)
    text = plain(cell.content)
    if digits := number(cell, text):
        return Percentage(digits) if digits[-1] == "%" else Digits(digits)
    return harmless(text) or _nothing(cell)


def _nothing(cell: Cell) -> str:
    return _NO_DIGITS if cell.kind is _NUMBER_CELL else ""


def number(cell: Cell, text: str) -> str:
    """Return the digits of a number cell, or an empty string where the text is no plain number."""
    if cell.kind is not _NUMBER_CELL:
        return ""
    digits = text.replace(",", "").strip()
    return digits if _NUMBER.fullmatch(digits) else ""


def _type(column: Sequence[str]) -> ColumnType:
    kinds = set(map(type, column))
    if str in set(map(type, filter(None, column))) or kinds == {str}:
        return ColumnType.TEXT
    return ColumnType.PERCENT if Percentage in kinds else ColumnType.NUMBER
