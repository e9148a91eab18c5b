"""Headings of tables: from nested columns to rows of merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Inline, Row, RowKind
from disc.load.form import Column


def leaves(columns: Sequence[Column]) -> Iterator[Column]:
    """Return the columns that hold cells, from left to right."""
    for column in columns:
        yield from leaves(column.columns) if column.columns else (column,)


def depth(columns: Sequence[Column]) -> int:
    """Return how many heading rows the columns need."""
    return max((1 + depth(column.columns) for column in columns), default=0)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of one table."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]
    """For each column its headings joined from the top: 财政拨款／一般公共预算."""


def head(columns: Sequence[Column], writer: Writer) -> Head:
    """Return the headings of columns that stand side by side."""
    height = depth(columns)
    cells: list[list[Cell]] = [[] for _ in range(height)]
    names = tuple("／".join(path) for path in _place(columns, writer, cells, (), 0))
    return Head(tuple(Row(RowKind.HEADER, tuple(row)) for row in cells), names)


def _place(
    group: Sequence[Column], writer: Writer, cells: Sequence[list[Cell]], above: tuple[str, ...], level: int
) -> Iterator[tuple[str, ...]]:
    """Put the headings of a group into the rows from `level` on; yield for each column those from the top."""
    for column in group:
        content = writer.inlines(column.head)
        span = 1 if column.columns else len(cells) - level
        width = sum(1 for _ in leaves((column,)))
        cells[level].append(Cell(CellKind.COLUMN_HEADER, content, colspan=width, rowspan=span))
        path = (*above, _plain(content))
        if column.columns:
            yield from _place(column.columns, writer, cells, path, level + 1)
        else:
            yield path


def _plain(content: Sequence[Inline]) -> str:
    return "".join(inline.text for inline in content)
