"""The facts of a disclosure as rows of the long table: one row for every stated number, with all that is known of it.

All disclosures have the same columns, which `schema/facts.table.json` describes, so the tables of a region and of a
site are the rows of their disclosures below each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.core.document import Document
from disc.core.ledger import THIS_YEAR, Line
from disc.core.number import MONEY_UNITS, to_text, trimmed
from disc.emit.csv import csv_text
from disc.emit.harmless import harmless
from disc.emit.words import one_line

_DISCLOSURE = ("disclosure", "region", "region_name", "entity", "entity_name", "level", "kind", "year")
_STAGE = ("stage", "fiscal_year")
_DIMENSIONS = ("unit", "source", "nature", "function", "economic", "project", "fact")
_NUMBER = ("counted", "amount", "quantity", "stated_in", "path", "spec", "line")

HEADING = (*_DISCLOSURE, *_STAGE, *(name for each in _DIMENSIONS for name in (each, f"{each}_name")), *_NUMBER)
"""The names of the columns: what the row is about, the members of its dimensions with their names, the number."""


def facts_csv(document: Document) -> str:
    """Return the facts of a document as CSV text, in the order of its lines."""
    return csv_text((HEADING,), fact_rows(document))


def fact_rows(document: Document) -> Iterator[list[str]]:
    """Yield the fields of each row, in the order of the columns."""
    meta = document.meta
    about = [meta.address, meta.region, "／".join(meta.region_path), _entity(meta.address), meta.entity, meta.level]
    about = [*map(_text, about), meta.kind, str(meta.year)]
    names = {coordinate: _text(name) for coordinate, name in document.names.items()}
    files = {file: _text(file) for file in {line.span.file for line in document.lines}}
    for stage, year, lines in _stages(document):
        of_stage = [*about, stage, year]
        first_views: dict[str, str] = {}
        for line in lines:
            known = line.coordinates
            row = of_stage.copy()
            for dimension in _DIMENSIONS:
                member = known.get(dimension, "")
                row += (member, names.get((dimension, member), "") if member else "")
            counted = "fact" not in known and (
                not line.pool or line.view == first_views.setdefault(line.pool, line.view)
            )
            number = _exact(line.amount)
            amounts = (number, "") if line.unit.name in MONEY_UNITS else ("", number)
            row += ("true" if counted else "false", *amounts, line.unit.name)
            row += (line.path, files[line.span.file], str(line.span.line))
            yield row


def _stages(document: Document) -> Iterator[tuple[str, str, tuple[Line, ...]]]:
    """Yield the lines of each stage, with its name in the table and the year that they are about."""
    starts = [(THIS_YEAR, 0), *document.stages]
    ends = [start for _, start in document.stages] + [len(document.lines)]
    for (stage, start), end in zip(starts, ends, strict=True):
        year = document.meta.year - (stage != THIS_YEAR)
        yield stage or "this_year", str(year), document.lines[start:end]


def _entity(address: str) -> str:
    """Return the id of the entity: a check holds the last folder of every address to it."""
    return address.rpartition("/")[0].rpartition("/")[2]


def _text(text: str) -> str:
    return harmless(one_line(text))


def _exact(value: Decimal) -> str:
    return trimmed(to_text(value))
