"""Tables as comma-separated values.

RFC 4180 quoting, UTF-8 without a byte order mark, lines that end with a line feed, one heading row with every level of
the headings joined. Numbers stand as they are displayed, without thousands separators; an absent number is an empty
field. A cell that spans rows is repeated in each of them, so that every record can be read by itself; a cell that spans
columns stands in the first. A layout, which has no columns of its own, has no heading row.

A text that a spreadsheet would take for a formula (``=100%``) is preceded by an apostrophe. Numbers, negative ones
too, are never touched: what is no plain number is text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from disc.core.document import Cell, CellKind, Table
from disc.emit.grid import Slot, grid
from disc.emit.words import one_line, plain

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")
# Some spreadsheets take the full-width forms for formulas too, and skip what is invisible before them.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")


def to_csv(table: Table) -> str:
    """Return a table as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(_records(table))
    return out.getvalue()


def _records(table: Table) -> Iterator[list[str]]:
    if table.columns:
        yield [_text(one_line(heading)) for heading in table.columns]
        rows = table.body
    else:
        rows = table.head + table.body
    for slots in grid(rows, table.width):
        yield [_field(slot) for slot in slots]


def _field(slot: Slot) -> str:
    if slot.cell is None or slot.column:
        return ""
    text = plain(slot.cell.content)
    return _number(slot.cell, text) or _text(text)


def _number(cell: Cell, text: str) -> str:
    """Return the digits of a number cell, or an empty string where the text is no plain number."""
    if cell.kind is not CellKind.NUMBER:
        return ""
    digits = text.replace(",", "").strip()
    return digits if _NUMBER.fullmatch(digits) else ""


def _text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
