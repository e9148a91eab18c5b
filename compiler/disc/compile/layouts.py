"""Tables that are free layouts: cells of words that span, and rows repeated for each thing in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disc.compile.book import inlines, unmarked
from disc.compile.templates import plain
from disc.compile.writer import Writer
from disc.core.document import Cell, CellKind, Number, Row, RowKind, Table
from disc.load import form_tables
from disc.load.form import Template


def layout(
    declared: form_tables.Table, id: str, label: str, writer: Writer, local: Mapping[str, Any], *, for_readers: bool
) -> Table:
    """Return a layout of the form, filled in.

    Args:
        declared: what the form says of it.
        id: its name in addresses and files.
        label: its number, as displayed.
        writer: writes its words.
        local: names that only its templates see.
        for_readers: whether there are any; otherwise its templates are run, and it has no rows.

    Raises:
        FormError: a template of the form cannot be run.
    """
    rows: list[Row] = []
    for pattern in writer.shared("layout", declared.id, lambda: tuple(map(_pattern, declared.layout))):
        row = pattern.row
        things = [local] if row.each is None else [{**local, row.name: it} for it in writer.each(row.each, local)]
        texts = [writer.texts(pattern.templates, names) for names in things]
        if for_readers:
            filled = [pattern.cells(words) for words in texts]
            rows += _merged(filled, [row.each is not None and cell.merge for cell in row.cells])
    return Table(
        id=id,
        label=label,
        title=unmarked(writer.text(declared.title, local)),
        preparer=writer.inlines(declared.preparer, local),
        unit=writer.text(declared.unit, local),
        width=max((sum(cell.colspan for cell in row.cells) for row in rows), default=0),
        head=(),
        body=tuple(rows),
        notes=(),
        columns=(),
    )


class _Pattern(Struct, frozen=True):
    """A row as all documents of the form have it."""

    row: form_tables.LayoutRow
    fixed: tuple[Cell, ...]
    """The cells that are nothing but the form's words; blank ones in the places of the others."""

    places: tuple[int, ...]
    """Where the others stand."""

    templates: tuple[Template, ...]
    """What stands in them."""

    def cells(self, texts: Sequence[str]) -> list[Cell]:
        """Return the cells of a row, given what its templates say."""
        cells = list(self.fixed)
        for place, text in zip(self.places, texts, strict=True):
            cells[place] = _cell(self.row.cells[place], text)
        return cells


def _pattern(row: form_tables.LayoutRow) -> _Pattern:
    texts = [plain(cell.text) for cell in row.cells]
    fixed = tuple(_cell(cell, text or "") for cell, text in zip(row.cells, texts, strict=True))
    places = tuple(place for place, text in enumerate(texts) if text is None)
    return _Pattern(row, fixed, places, tuple(row.cells[place].text for place in places))


def _cell(cell: form_tables.LayoutCell, text: str) -> Cell:
    return worded(text, cell.colspan, cell.rowspan, header=cell.header)


# Sheets of targets repeat words, and whoever writes a cell has to write the same one only once.
@lru_cache(maxsize=4096)
def worded(text: str, colspan: int = 1, rowspan: int = 1, *, header: bool = False) -> Cell:
    """Return a cell of marked text; a number that stands alone in it is the cell's."""
    content = inlines(text)
    alone = len(content) == 1 and isinstance(content[0], Number)
    kind = CellKind.ROW_HEADER if header else CellKind.NUMBER if alone else CellKind.TEXT
    return Cell(kind, content, colspan, rowspan)


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
            if rows[start][column].rowspan != n - start:
                result[start][column] = replace(rows[start][column], rowspan=n - start)
            start = n
    return [Row(RowKind.DETAIL, tuple(cell for cell in row if cell is not None)) for row in result]
