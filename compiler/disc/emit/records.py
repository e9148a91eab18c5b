"""Tables as records: one field for each column, nothing spanned, for files that are read line by line.

Numbers stand as they are displayed, without thousands separators; an absent number is an empty field. A cell that spans
rows is repeated in each of them, so that every record can be read by itself; a cell that spans columns stands in the
first. A record that would be empty is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from disc.core.document import Cell, CellKind, Table
from disc.emit.grid import Slot, grid
from disc.emit.harmless import harmless
from disc.emit.words import one_line, plain

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


class ColumnType(StrEnum):
    """What the fields of a column are."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """Numbers of which at least one is followed by a percent sign."""


@dataclass(frozen=True, slots=True)
class Records:
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


def records(table: Table) -> Records:
    """Return the records of a table."""
    slots = grid(table.body if table.columns else table.head + table.body, table.width)
    texts: set[int] = set()
    percentages: set[int] = set()
    rows = [[_field(slot, x, texts, percentages) for x, slot in enumerate(row)] for row in slots]
    types = tuple(_type(x, slots, texts, percentages) for x in range(table.width))
    return Records(table, tuple(_names(table)), types, tuple(row for row in rows if any(row)))


def _names(table: Table) -> Iterator[str]:
    """Yield the name of each column: its headings; what has none, or another's, gets a number."""
    taken: set[str] = set()
    for number, heading in enumerate(table.columns or [""] * table.width, 1):
        name = base = harmless(one_line(heading).strip()) or f"列{number}"
        count = 1
        while name in taken:
            count += 1
            name = f"{base}（{count}）"
        taken.add(name)
        yield name


def _field(slot: Slot, x: int, texts: set[int], percentages: set[int]) -> str:
    """Return what stands in a place, and note what kind of column that makes it."""
    cell, _, column = slot
    if cell is None or column or not cell.content:
        return ""
    text = plain(cell.content)
    if digits := number(cell, text):
        if digits[-1] == "%":
            percentages.add(x)
        return digits
    if text:
        texts.add(x)
    return harmless(text)


def number(cell: Cell, text: str) -> str:
    """Return the digits of a number cell, or an empty string where the text is no plain number."""
    if cell.kind is not CellKind.NUMBER:
        return ""
    digits = text.replace(",", "").strip()
    return digits if _NUMBER.fullmatch(digits) else ""


def _type(x: int, slots: Iterable[Sequence[Slot]], texts: set[int], percentages: set[int]) -> ColumnType:
    kinds = {cell.kind for row in slots if (cell := row[x].cell)}
    if x in texts or CellKind.NUMBER not in kinds:
        return ColumnType.TEXT
    return ColumnType.PERCENT if x in percentages else ColumnType.NUMBER
