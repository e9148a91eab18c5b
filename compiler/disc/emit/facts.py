"""The facts of a disclosure as rows of the long table: one row for every stated number, with all that is known of it.

All disclosures have the same columns, which `schema/facts.table.json` describes, so the tables of a region and of a
site are the rows of their disclosures below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import getitem

from disc.core.document import Document
from disc.core.flows import FLOW
from disc.core.ledger import Line
from disc.core.number import MONEY_UNITS, to_text, trimmed
from disc.core.stages import THIS_YEAR, year_of
from disc.emit.csv import csv_fields, csv_text
from disc.emit.harmless import harmless
from disc.emit.words import one_line

_DISCLOSURE = ("disclosure", "region", "region_name", "entity", "entity_name", "level", "kind", "year")
_STAGE = ("stage", "fiscal_year")
_DIMENSIONS = ("unit", "source", "nature", "function", "economic", "project", "fact")
_NUMBER = ("counted", "amount", "quantity", "stated_in", "path", "spec", "line")

_LATER = (FLOW,)
"""Dimensions that came later: new columns are the last ones, since people count on the places of the others."""

HEADING = (
    *_DISCLOSURE,
    *_STAGE,
    *(name for each in _DIMENSIONS for name in (each, f"{each}_name")),
    *_NUMBER,
    *(name for each in _LATER for name in (each, f"{each}_name")),
)
"""The names of the columns: what the row is about, the members of its dimensions with their names, the number."""


def facts_csv(document: Document) -> str:
    """Return the facts of a document as CSV text, in the order of its lines."""
    return csv_text((HEADING,)) + "".join(_rows(document))


def _rows(document: Document) -> Iterator[str]:
    """Yield the lines of text; what stands in many of them is made into fields once."""
    meta = document.meta
    about = [meta.address, meta.region, "／".join(meta.region_path), _entity(meta.address), meta.entity, meta.level]
    about = [*map(_text, about), meta.kind, str(meta.year)]
    members = [_Members(dimension, document.names) for dimension in _DIMENSIONS]
    flows = _Members(FLOW, document.names)
    units = {name: csv_fields(name) for name in {line.unit.name for line in document.lines}}
    files = {file: csv_fields(_text(file)) for file in {line.span.file for line in document.lines}}
    for stage, year, lines in _stages(document):
        of_stage = csv_fields(*about, stage, year)
        first_views: dict[str, str] = {}
        for line in lines:
            unit, number = line.unit.name, _exact(line.amount)
            fields = ",".join(map(getitem, members, map(line.coordinates.get, _DIMENSIONS)))
            counted = "fact" not in line.coordinates and (
                not line.pool or line.view == first_views.setdefault(line.pool, line.view)
            )
            amounts = f"{number}," if unit in MONEY_UNITS else f",{number}"
            yield (
                f"{of_stage},{fields},{'true' if counted else 'false'},{amounts},"
                f"{units[unit]},{csv_fields(line.path)},{files[line.span.file]},{line.span.line},{flows[line.coordinates.get(FLOW)]}\n"
            )


class _Members(dict[str | None, str]):
    """The fields of the members of one dimension, each with its name; made when they are first asked for."""

    def __init__(self, dimension: str, names: Mapping[tuple[str, str], str]) -> None:
        # Where nothing is known of a dimension, both fields are empty.
        super().__init__({None: ","})
        self._dimension = dimension
        self._names = names

    def __missing__(self, member: str) -> str:
        fields = self[member] = _fields(member, self._names.get((self._dimension, member), ""))
        return fields


# Codes and their names come again in every disclosure.
@lru_cache(maxsize=4096)
def _fields(member: str, name: str) -> str:
    return csv_fields(member, _text(name))


def _stages(document: Document) -> Iterator[tuple[str, str, tuple[Line, ...]]]:
    """Yield the lines of each stage, with its name in the table and the year that they are about."""
    starts = [(THIS_YEAR, 0), *document.stages]
    ends = [start for _, start in document.stages] + [len(document.lines)]
    for (stage, start), end in zip(starts, ends, strict=True):
        yield stage or "this_year", str(year_of(stage, document.meta.year)), document.lines[start:end]


def _entity(address: str) -> str:
    """Return the id of the entity: a check holds the last folder of every address to it."""
    return address.rpartition("/")[0].rpartition("/")[2]


def _text(text: str) -> str:
    return harmless(one_line(text))


def _exact(value: Decimal) -> str:
    return trimmed(to_text(value))
