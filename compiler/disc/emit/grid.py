"""Rows with spans as a plain grid, for formats that know no spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from disc.core.document import Cell, Row


class Slot(NamedTuple):
    """One place of the grid; a named tuple, since a disclosure has thousands and each takes a third of the time."""

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


def grid(rows: Sequence[Row], width: int) -> list[list[Slot]]:
    """Return the slots of each row, all rows `width` long.

    A cell that would reach beyond the last row or column is cut there.
    """
    places: list[list[Slot]] = []
    reaching: dict[tuple[int, int], Slot] = {}
    for y, row in enumerate(rows):
        if not reaching and len(row.cells) == width and _is_plain(row):
            places.append([Slot(cell) for cell in row.cells])
        else:
            places.append(_spread(row, y, width, reaching))
    return places


def extent(places: Sequence[Sequence[Slot]], y: int, x: int) -> tuple[int, int]:
    """Return how many columns and rows the cell covers that begins at a place.

    No two cells cover the same place, even where a form lets them span into each other: the later one has it.
    """
    cell = places[y][x].cell
    if cell is None or cell.colspan == 1 == cell.rowspan:
        return 1, 1

    def covers(row: int, column: int) -> bool:
        slot = places[y + row][x + column]
        return slot.cell is cell and (slot.row, slot.column) == (row, column)

    columns = rows = 1
    while x + columns < len(places[y]) and covers(0, columns):
        columns += 1
    while y + rows < len(places) and all(covers(rows, column) for column in range(columns)):
        rows += 1
    return columns, rows


def _is_plain(row: Row) -> bool:
    """Return whether no cell of a row spans anything, as in nearly all rows."""
    return all(cell.colspan == 1 == cell.rowspan for cell in row.cells)


def _spread(row: Row, y: int, width: int, reaching: dict[tuple[int, int], Slot]) -> list[Slot]:
    """Return the slots of a row.

    Args:
        row: the row.
        y: its number.
        width: of the table.
        reaching: places in this row and below that cells above reach into; those of this row are taken out, those that
            its own cells reach into are put in.
    """
    slots = [reaching.pop((y, x), EMPTY) for x in range(width)]
    x = 0
    for cell in row.cells:
        while x < width and slots[x].cell:
            x += 1
        for beside in range(min(cell.colspan, width - x)):
            slots[x + beside] = Slot(cell, 0, beside)
            reaching.update({(y + n, x + beside): Slot(cell, n, beside) for n in range(1, cell.rowspan)})
        x += cell.colspan
    return slots
