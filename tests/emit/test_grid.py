"""Rows with spans as a plain grid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disc.core.document import Cell, Row, RowKind
from disc.emit.grid import Covered, extent, grid
from tests import sample_document as make


def text(rows: tuple[Row, ...], width: int) -> list[str]:
    """Each row as the first letters of its cells; a dot where there is none."""
    cells = [[place.cell if isinstance(place, Covered) else place for place in row] for row in grid(rows, width)]
    return ["".join(cell.content[0].text if cell else "." for cell in row) for row in cells]


def test_cells_cover_what_they_span() -> None:
    rows = (
        Row(RowKind.HEADER, (make.column("A", 2, 2), make.column("B", 1, 3), make.column("C"))),
        Row(RowKind.HEADER, (make.column("D"),)),
        Row(RowKind.HEADER, (make.column("E"), make.column("F"), make.column("G"))),
    )
    assert text(rows, 4) == ["AABC", "AABD", "EFBG"]


def test_what_reaches_beyond_the_table_is_cut_and_what_is_missing_is_empty() -> None:
    rows = (Row(RowKind.HEADER, (make.column("A", 5, 5),)), Row(RowKind.HEADER, ()))
    assert text(rows, 2) == ["AA", "AA"]
    assert text((Row(RowKind.DETAIL, (make.column("A"),)),), 3) == ["A.."]


def test_a_cell_stands_where_it_begins_and_covers_the_rest() -> None:
    cell = make.column("A", 2, 2)
    rows = (Row(RowKind.HEADER, (cell,)), Row(RowKind.HEADER, ()))
    assert grid(rows, 2) == [[cell, Covered(cell, 0, 1)], [Covered(cell, 1, 0), Covered(cell, 1, 1)]]


def test_cells_that_span_into_each_other_share_no_place() -> None:
    rows = (
        Row(RowKind.DETAIL, (make.column("A"), make.column("B", 1, 2), make.column("C"))),
        Row(RowKind.DETAIL, (make.column("D", 2), make.column("E"))),
    )
    assert text(rows, 3) == ["ABC", "DDE"]
    places = grid(rows, 3)
    assert [[extent(places, y, x) for x in range(3)] for y in range(2)] == [[(1, 1)] * 3, [(2, 1), (1, 1), (1, 1)]]


@given(st.lists(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=4), max_size=4))
def test_whatever_cells_span_each_place_is_covered_once(spans: list[list[tuple[int, int]]]) -> None:
    rows = [Row(RowKind.DETAIL, tuple(make.column("A", *span) for span in row)) for row in spans]
    places = grid(rows, 4)
    covered = [
        (y + below, x + beside)
        for y, slots in enumerate(places)
        for x, slot in enumerate(slots)
        if isinstance(slot, Cell)
        for columns, lines in [extent(places, y, x)]
        for below in range(lines)
        for beside in range(columns)
    ]
    assert len(covered) == len(set(covered))


def test_every_row_of_the_sample_fills_its_table() -> None:
    for table in (make.two_sided(), make.wide(), make.empty(), make.layout()):
        for rows in (table.head, table.body):
            assert None not in [place for row in grid(rows, table.width) for place in row]
