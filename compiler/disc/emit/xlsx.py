"""The tables of a document as an Excel workbook: a cover, and a sheet for each table.

The same document gives the same bytes: the workbook says that it was created on the day of publication.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from disc.core.document import Document, Table
from disc.emit.sheet_names import sheet_names
from disc.emit.words import heading, one_line
from disc.emit.xlsx_sheet import BASE, LINE_HEIGHT, Formats, set_up, write_table

COVER = "封面"


def to_xlsx(document: Document, tables: Sequence[Table]) -> bytes:
    """Return the workbook of a document.

    Args:
        document: the document.
        tables: its tables, in order.
    """
    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True})
    workbook.set_properties(_properties(document))
    formats = Formats(workbook)
    names = sheet_names([COVER, *map(heading, tables)])
    _write_cover(workbook.add_worksheet(names[0]), formats, document, dict(zip(names[1:], tables, strict=True)))
    for name, table in zip(names[1:], tables, strict=True):
        write_table(workbook.add_worksheet(name), formats, table)
    workbook.close()
    return out.getvalue()


def _properties(document: Document) -> dict[str, object]:
    meta = document.meta
    # A workbook must say when it was created, and XlsxWriter would look at the clock.
    day = date.fromisoformat(meta.published) if meta.published else date(meta.year, 1, 1)
    return {
        "title": meta.title,
        "author": meta.entity,
        "company": meta.entity,
        "created": datetime.combine(day, time()),
    }


def _write_cover(sheet: Worksheet, formats: Formats, document: Document, tables: Mapping[str, Table]) -> None:
    """Write what the document is, and the list of its tables, each a link to its sheet."""
    meta = document.meta
    set_up(sheet)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 70)
    label, value = formats(**BASE, bold=True), formats(**BASE, text_wrap=True)
    row = 0
    for line in document.cover:
        title = formats(**{**BASE, "font_size": 16, "bold": True, "align": "center"})
        sheet.merge_range(row, 0, row, 1, "", title)
        sheet.write_string(row, 0, one_line(line), title)
        sheet.set_row(row, 2 * LINE_HEIGHT)
        row += 1
    facts = {
        "单位": meta.entity,
        "年度": str(meta.year),
        "行政区划": f"{'／'.join(meta.region_path)}（{meta.region}）",
        "批复日期": meta.approved,
        "公开日期": meta.published,
        "转录自": meta.source,
    }
    for name, text in facts.items():
        if text:
            row += 1
            sheet.write_string(row, 0, name, label)
            sheet.write_string(row, 1, one_line(text), value)
    row += 2
    sheet.write_string(row, 0, "目录", label)
    link = formats(**BASE, font_color="#0B57A4", underline=1)
    for name, table in tables.items():
        row += 1
        sheet.write_string(row, 0, table.label, value)
        quoted = name.replace("'", "''")
        sheet.write_url(row, 1, f"internal:'{quoted}'!A1", link, one_line(table.title))
