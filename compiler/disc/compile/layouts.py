"""Tables that are free layouts: cells of words that span, and rows repeated for each thing in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from disc.compile.book import unmarked
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Number, Row, RowKind, Table
from disc.load import form


def layout(declared: form.Table, id: str, label: str, writer: Writer, local: Mapping[str, Any]) -> Table:
    """Return a layout of the form, filled in.

    Raises:
        FormError: a template of the form cannot be run.
    """
    rows: list[Row] = []
    for row in declared.layout:
        if row.each is None:
            rows.append(Row(RowKind.DETAIL, tuple(_cell(cell, writer, local) for cell in row.cells)))
        else:
            filled = [
                [_cell(cell, writer, {**local, row.name: it}) for cell in row.cells]
                for it in writer.each(row.each, local)
            ]
            rows += _merged(filled, [cell.merge for cell in row.cells])
    return Table(
        id=id,
        label=label,
        title=unmarked(writer.text(declared.title, local)),
        preparer=writer.inlines(declared.preparer, local),
        unit=writer.text(declared.unit, local),
        width=max(sum(cell.colspan for cell in row.cells) for row in rows),
        head=(),
        body=tuple(rows),
        notes=(),
        columns=(),
    )


def _cell(cell: form.LayoutCell, writer: Writer, local: Mapping[str, Any]) -> Cell:
    content = writer.inlines(cell.text, local)
    alone = len(content) == 1 and isinstance(content[0], Number)
    kind = CellKind.ROW_HEADER if cell.header else CellKind.NUMBER if alone else CellKind.TEXT
    return Cell(kind, content, colspan=cell.colspan, rowspan=cell.rowspan)


def _merged(rows: Sequence[list[Cell]], merge: Sequence[bool]) -> list[Row]:
    """Return rows in which equal cells below each other are one, as long as the cells to their left are too."""
    result: list[list[Cell | None]] = [list(row) for row in rows]
    for column, wanted in enumerate(merge):
        if not wanted:
            continue
        start = 0
        for n in range(1, len(rows) + 1):
            if n < len(rows) and rows[n][: column + 1] == rows[start][: column + 1]:
                result[n][column] = None
                continue
            result[start][column] = replace(rows[start][column], rowspan=n - start)
            start = n
    return [Row(RowKind.DETAIL, tuple(cell for cell in row if cell is not None)) for row in result]
