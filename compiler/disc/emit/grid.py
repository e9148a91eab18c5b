"""Rows with spans as a plain grid, for formats that know no spans."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from disc.core.document import Cell, Row, Table


class Covered(Struct, frozen=True):
    """A place that a cell reaches into from where it begins."""

    cell: Cell
    row: int
    """Rows between the cell's first and this one."""

    column: int
    """Columns between the cell's first and this one."""


Place = Cell | Covered | None
"""What is at a place: the cell that begins there, one that reaches there, or nothing where the row is too short."""


Grid = Sequence[Sequence[Place]]
"""The places of each row, all rows equally long."""


def text_grid(table: Table) -> Grid:
    """Return the grid of a table for formats that have a heading row of their own: of its body, of all of a layout."""
    return grid(table.body if table.columns else table.head + table.body, table.width)


def grid(rows: Sequence[Row], width: int) -> Grid:
    """Return the places of each row, all rows `width` long.

    A cell that would reach beyond the last row or column is cut there.
    """
    places: list[Sequence[Place]] = []
    reaching: dict[int, dict[int, Covered]] = {}
    for y, row in enumerate(rows):
        # In nearly all rows no cell spans anything, and then the places are its cells.
        plain = y not in reaching and len(row.cells) == width and _is_plain(row.cells)
        places.append(row.cells if plain else _spread(row.cells, y, width, reaching))
    return places


def extent(places: Grid, y: int, x: int) -> tuple[int, int]:
    """Return how many columns and rows the cell covers that begins at a place.

    No two cells cover the same place, even where a form lets them span into each other: the later one has it.
    """
    cell = places[y][x]
    if not isinstance(cell, Cell) or cell.colspan == 1 == cell.rowspan:
        return 1, 1

    def covers(row: int, column: int) -> bool:
        return places[y + row][x + column] == Covered(cell, row, column)

    columns = rows = 1
    while x + columns < len(places[y]) and covers(0, columns):
        columns += 1
    while y + rows < len(places) and all(covers(rows, column) for column in range(columns)):
        rows += 1
    return columns, rows


def _is_plain(cells: Sequence[Cell]) -> bool:
    """Return whether none of the cells spans anything."""
    for cell in cells:  # noqa: SIM110 - `all` takes twice as long, and there are thousands
        if cell.colspan != 1 or cell.rowspan != 1:
            return False
    return True


def _spread(cells: Sequence[Cell], y: int, width: int, reaching: dict[int, dict[int, Covered]]) -> list[Place]:
    """Return the places of a row.

    Args:
        cells: of the row.
        y: its number.
        width: of the table.
        reaching: by rows, the places that cells above reach into; those of this row are taken out, those that its own
            cells reach into are put in.
    """
    places: list[Place] = [None] * width
    for x, covered in reaching.pop(y, {}).items():
        places[x] = covered
    x = 0
    for cell in cells:
        while x < width and places[x]:
            x += 1
        for beside in range(min(cell.colspan, width - x)):
            places[x + beside] = Covered(cell, 0, beside) if beside else cell
            for below in range(1, cell.rowspan):
                reaching.setdefault(y + below, {})[x + beside] = Covered(cell, below, beside)
        x += cell.colspan
    return places
