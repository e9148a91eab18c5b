"""Records as comma-separated values: plain for machines, and a file for those who open it with Excel.

The plain file follows RFC 4180: quoting, one heading row, UTF-8 without a byte order mark, lines that end with a line
feed. A layout, which has no columns of its own, has no heading row. Excel takes a file for Chinese only if it begins
with a byte order mark; in the one made for it all tables stand below each other, each with its title.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from disc.emit.harmless import harmless
from disc.emit.records import Records
from disc.emit.words import heading, one_line

BYTE_ORDER_MARK = "\ufeff"

# Whatever could have to be quoted.
_SPECIAL = re.compile(r'[,"\s]')


def to_csv(records: Records) -> str:
    """Return a table as CSV text."""
    return csv_text(((records.columns,) if records.has_heading else ()), records.rows)


def csv_text(*parts: Iterable[Sequence[str]], end: str = "\n") -> str:
    """Return rows of fields, part after part, as CSV text; `end` ends each line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    for rows in parts:
        writer.writerows(rows)
    return out.getvalue()


def csv_fields(*fields: str) -> str:
    """Return fields as part of a line of CSV text."""
    return ",".join([csv_text(((field,),))[:-1] if _SPECIAL.search(field) else field for field in fields])


def to_excel_csv(tables: Iterable[Records]) -> str:
    """Return all tables below each other as CSV text that Excel opens, with an empty line between two."""
    return BYTE_ORDER_MARK + csv_text(*map(_with_title, tables), end="\r\n")


def _with_title(records: Records) -> Iterator[Sequence[str]]:
    yield (harmless(heading(records.table)),)
    if records.table.unit:
        yield (harmless(one_line(records.table.unit)),)
    if records.has_heading:
        yield records.columns
    yield from records.rows
    yield ()
