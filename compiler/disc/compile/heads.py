"""Headings of tables: from nested columns to rows of merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from disc.compile.book import inlines, unmarked
from disc.compile.templates import plain
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Row, RowKind
from disc.load.form import Template
from disc.load.form_tables import Column, Table


def depth(columns: Sequence[Column]) -> int:
    """Return how many heading rows the columns need."""
    return max((1 + depth(column.columns) for column in columns), default=0)


class Head(Struct, frozen=True):
    """The headings of one table."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]
    """For each column its headings joined from the top: 财政拨款／一般公共预算."""


def head(table: Table, writer: Writer) -> Head:
    """Return the headings of all sides of a table, side by side.

    Raises:
        FormError: a template of the form cannot be run.
    """
    columns = tuple(chain.from_iterable(side.columns for side in table.sides))
    templates, plain = writer.shared("head", table.id, lambda: _words(columns))
    return plain or _head(columns, writer.texts(templates))


def _words(columns: Sequence[Column]) -> tuple[tuple[Template, ...], Head | None]:
    """Return the templates of all headings; and the headings themselves, if they are nothing but words."""
    templates = tuple(column.head for column in _all(columns))
    texts = [text for template in templates if (text := plain(template)) is not None]
    return templates, _head(columns, texts) if len(texts) == len(templates) else None


def _all(columns: Sequence[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        yield from _all(column.columns)


def _head(columns: Sequence[Column], texts: Iterable[str]) -> Head:
    """Return headings, given the text of each column, those of a group after its own."""
    height = depth(columns)
    cells: list[list[Cell]] = [[] for _ in range(height)]
    names = tuple("／".join(path) for path in _place(columns, iter(texts), cells, (), 0))
    return Head(tuple(Row(RowKind.HEADER, tuple(row)) for row in cells), names)


def _place(
    group: Sequence[Column], texts: Iterator[str], cells: Sequence[list[Cell]], above: tuple[str, ...], level: int
) -> Iterator[tuple[str, ...]]:
    """Put the headings of a group into the rows from `level` on; yield for each column those from the top."""
    for column in group:
        text = next(texts)
        span = 1 if column.columns else len(cells) - level
        width = len(column.leaves)
        cells[level].append(Cell(CellKind.COLUMN_HEADER, inlines(text), colspan=width, rowspan=span))
        path = (*above, unmarked(text))
        if column.columns:
            yield from _place(column.columns, texts, cells, path, level + 1)
        else:
            yield path
