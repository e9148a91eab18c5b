"""Rows with spans as a plain grid, for formats that know no spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disc.core.document import Cell, Row


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the grid."""

    cell: Cell | None
    """The cell that covers the place; None where the row is shorter than the table."""

    row: int = 0
    """Rows between the cell's first and this one."""

    column: int = 0
    """Columns between the cell's first and this one."""

    @property
    def is_origin(self) -> bool:
        """Whether the cell begins here."""
        return not self.row and not self.column


EMPTY = Slot(None)


def grid(rows: Sequence[Row], width: int) -> tuple[tuple[Slot, ...], ...]:
    """Return the slots of each row, all rows `width` long.

    A cell that would reach beyond the last row or column is cut there.
    """
    places: list[list[Slot]] = [[EMPTY] * width for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            while x < width and places[y][x].cell:
                x += 1
            for below in range(min(cell.rowspan, len(rows) - y)):
                for beside in range(min(cell.colspan, width - x)):
                    places[y + below][x + beside] = Slot(cell, below, beside)
            x += cell.colspan
    return tuple(map(tuple, places))
