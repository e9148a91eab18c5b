"""A table of a document as a sheet of an Excel workbook: as it stands on the page, each cell with its type.

A number is a number with the decimals that are displayed, a code is text, and so is everything else: nothing that an
author wrote can become a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from disc.core.document import Cell, CellKind, Row, RowKind, Table
from disc.core.number import HUNDRED, divide
from disc.emit.grid import Grid, extent, grid
from disc.emit.records import number
from disc.emit.words import heading, one_line, plain

LINE_HEIGHT = 15
"""Of a line of text, in points."""

BASE: dict[str, object] = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
"""The format that all others add to."""

_A4 = 9
_FOOTER = "&C第 &P 页，共 &N 页"
_NARROWEST, _WIDEST, _HEADING = 7, 38, 15
"""How wide a column is, in digits: at least, at most, and at most for its heading, which may take several lines."""

_UPRIGHT = 100
"""How wide a table may be to be printed on upright paper; wider ones lie."""

_LONGEST = 32767
"""How many characters Excel has room for in a cell."""

_HIGHEST = 405
"""Of a row, in points: Excel's own limit is 409."""

_BOX: dict[str, object] = {**BASE, "border": 1, "border_color": "#8A8F98", "text_wrap": True}


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._of_cells: dict[tuple[CellKind, bool, int, str], Format] = {}

    def __call__(self, **properties: object) -> Format:
        """Return the format with these properties, by XlsxWriter's names."""
        key = tuple(properties.items())
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def of_cell(self, row: Row, cell: Cell, digits: str) -> Format:
        """Return the looks of a cell; `digits` are those of its number, if it holds one."""
        heavy = row.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)
        key = cell.kind, heavy, cell.indent, _number_format(digits)
        if key not in self._of_cells:
            self._of_cells[key] = self(**_BOX, **({"bold": True} if heavy else {}), **_looks(cell, digits))
        return self._of_cells[key]


def set_up(sheet: Worksheet, *, landscape: bool = False) -> None:
    """Set how a sheet is printed: on A4, as many pages as it needs, none cut at the side."""
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer(_FOOTER)


def write_table(sheet: Worksheet, formats: Formats, table: Table) -> None:
    """Write a table with its title, the line above it, and its notes."""
    head, body = grid(table.head, table.width), grid(table.body, table.width)
    widths = _widths(head, body, table.width)
    set_up(sheet, landscape=sum(widths) > _UPRIGHT)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    title = formats(**{**BASE, "font_size": 14, "bold": True, "align": "center"})
    _spread(sheet, 0, table.width, title)
    sheet.write_string(0, 0, heading(table), title)
    sheet.set_row(0, 2 * LINE_HEIGHT)
    if table.preparer:
        sheet.write_string(1, 0, plain(table.preparer), formats(**BASE))
    if table.unit:
        column = table.width - 1 if table.width > 1 or not table.preparer else 1
        sheet.write_string(1, column, one_line(table.unit), formats(**BASE, align="right"))
    below = _write_rows(sheet, formats, table.head, head, 2, widths)
    if table.columns:
        sheet.freeze_panes(below, 0)
        sheet.repeat_rows(0, below - 1)
    below = _write_rows(sheet, formats, table.body, body, below, widths)
    for note in table.notes:
        _spread(sheet, below, table.width, formats(**BASE, text_wrap=True))
        sheet.write_string(below, 0, plain(note.content), formats(**BASE, text_wrap=True))
        sheet.set_row(below, _height([(plain(note.content), sum(widths))]))
        below += 1


def _spread(sheet: Worksheet, row: int, width: int, cell_format: Format) -> None:
    if width > 1:
        sheet.merge_range(row, 0, row, width - 1, "", cell_format)


def _write_rows(
    sheet: Worksheet, formats: Formats, rows: Sequence[Row], places: Grid, top: int, widths: Sequence[int]
) -> int:
    """Write rows with their merged cells, and return the row below them."""
    for y, (row, slots) in enumerate(zip(rows, places, strict=True), top):
        texts: list[tuple[str, int]] = []
        for x, cell in enumerate(slots):
            if not isinstance(cell, Cell):
                continue
            columns, lines = (1, 1) if cell.colspan == 1 == cell.rowspan else extent(places, y - top, x)
            right, bottom = x + columns - 1, y + lines - 1
            text = plain(cell.content)
            digits = number(cell, text)
            style = formats.of_cell(row, cell, digits)
            if (right, bottom) != (x, y):
                sheet.merge_range(y, x, bottom, right, "", style)
            _write(sheet, y, x, text, digits, style)
            if text and bottom == y:
                texts.append((text, sum(widths[x : right + 1]) if columns > 1 else widths[x]))
        # Excel fits a row to its cells by itself, but not to those that are merged; other programs to none.
        if (height := _height(texts)) > LINE_HEIGHT:
            sheet.set_row(y, height)
    return top + len(rows)


def _write(sheet: Worksheet, y: int, x: int, text: str, digits: str, style: Format) -> None:
    """Write a cell by its type."""
    if digits:
        value = Decimal(digits.removesuffix("%"))
        # Of exact numbers XlsxWriter declares fractions only.
        sheet.write_number(y, x, Fraction(divide(value, HUNDRED) if digits.endswith("%") else value), style)
    elif text:
        sheet.write_string(y, x, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", style)
    else:
        sheet.write_blank(y, x, None, style)


def _looks(cell: Cell, digits: str) -> dict[str, object]:
    """Return by what the looks of a cell differ from others."""
    match cell.kind:
        case CellKind.COLUMN_HEADER:
            return {"bold": True, "align": "center", "bg_color": "#EEF1F5"}
        case CellKind.ROW_HEADER | CellKind.TEXT:
            return {"indent": cell.indent}
        case CellKind.CODE:
            return {"align": "center", "num_format": "@"}
        case CellKind.NUMBER:
            return {"align": "right", "num_format": _number_format(digits)}


def _number_format(digits: str) -> str:
    """Return how Excel shows a number: with the decimals that the page shows, and its percent sign."""
    if not digits:
        return "General"
    decimals = len(digits.removesuffix("%").partition(".")[2])
    places = "." + "0" * decimals if decimals else ""
    return f"0{places}%" if digits.endswith("%") else f"#,##0{places}"


def _widths(head: Grid, body: Grid, width: int) -> list[int]:
    """Return the width of each column: that of the widest text in it, within limits."""
    widths = [_NARROWEST] * width
    for places, most in ((head, _HEADING), (body, _WIDEST)):
        for slots in places:
            for x, cell in enumerate(slots):
                if isinstance(cell, Cell) and cell.colspan == 1 and cell.content:
                    wanted = _length(plain(cell.content)) + 2 * cell.indent + 2
                    widths[x] = max(widths[x], min(wanted, most))
    return widths


# Each text is measured for its column and for its row, and most come again with every disclosure.
@lru_cache(maxsize=4096)
def _length(text: str) -> int:
    """Return how wide a text is, in digits: a Chinese character takes two, and three bytes of UTF-8."""
    return len(text) if text.isascii() else len(text) + (len(text.encode()) - len(text)) // 2


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """Return how high a row must be for texts in places of given widths."""
    lines = max((-(-_length(text) // width) for text, width in texts), default=1)
    return min(LINE_HEIGHT * max(lines, 1), _HIGHEST)
