"""The document as data: everything on the page, and for every figure how it came about.

The shape is described by `schema/data.schema.json`. Numbers are strings, digit for digit: JSON readers that know only
binary floating point cannot spoil them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import assert_never

from disc.core.document import (
    Block,
    Cell,
    Document,
    Enumeration,
    Inline,
    Item,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    UnitShare,
)
from disc.core.figure import Calculation, Count, Derivation, Figure, Sum
from disc.core.interval import compare
from disc.core.ledger import Line
from disc.core.meta import Meta
from disc.core.number import divide, to_text, trimmed
from disc.core.span import Span
from disc.emit.json_text import Json, json_text
from disc.emit.summary_data import summary_data

FORMAT = 1
"""Version of the shape; it grows when a reader of the old shape would be misled."""


def to_json(document: Document) -> str:
    """Return `to_data` as JSON text: readable Chinese, short values on one line."""
    return json_text(to_data(document))


def to_data(document: Document) -> dict[str, Json]:
    """Return the document as plain lists, dictionaries and strings, always in the same order."""
    numbers: dict[Figure, int] = {}
    for number, figure in enumerate(document.figures):
        numbers.setdefault(figure, number)
    return {
        "format": FORMAT,
        "meta": _meta(document.meta),
        "cover": list(document.cover),
        "sections": _blocks(document.sections),
        "closing": _blocks(document.closing),
        "figures": {f"f{n}": _figure(figure, numbers, document.lines) for n, figure in enumerate(document.figures)},
        "lines": [_line(line) for line in document.lines],
        "units": [_unit(unit) for unit in document.units],
        "coverage": [asdict(item) for item in document.coverage],
        **({"summary": summary_data(document.summary)} if document.summary else {}),
    }


def _meta(meta: Meta) -> Json:
    return asdict(meta) | {
        "region_path": list(meta.region_path),
        "corrections": [asdict(correction) for correction in meta.corrections],
    }


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Json:
    match block:
        case Paragraph():
            return {"type": "paragraph", "content": _inlines(block.content)}
        case Enumeration():
            return {"type": "enumeration", "items": [_item(item) for item in block.items]}
        case Table():
            return _table(block)
        case Section():
            return {
                "type": "section",
                "id": block.id,
                "level": block.level,
                "label": block.label,
                "title": block.title,
                "blocks": _blocks(block.blocks),
            }
        case _:
            assert_never(block)


def _item(item: Item) -> Json:
    return {"label": item.label, "blocks": _blocks(item.blocks)}


def _inlines(content: Iterable[Inline]) -> list[Json]:
    return [_inline(inline) for inline in content]


def _inline(inline: Inline) -> Json:
    match inline:
        case Text():
            styles: dict[str, Json] = {"strong": inline.strong, "emphasis": inline.emphasis}
            return {"text": inline.text} | {name: on for name, on in styles.items() if on}
        case Number():
            return {"text": inline.text, "figure": f"f{inline.figure}"}
        case _:
            assert_never(inline)


def _table(table: Table) -> Json:
    return {
        "type": "table",
        "id": table.id,
        "label": table.label,
        "title": table.title,
        "preparer": _inlines(table.preparer),
        "unit": table.unit,
        "width": table.width,
        "columns": list(table.columns),
        "head": [_row(row) for row in table.head],
        "body": [_row(row) for row in table.body],
        "notes": _blocks(table.notes),
    }


def _row(row: Row) -> Json:
    return {"kind": row.kind.value, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> Json:
    spans: dict[str, Json] = {"colspan": cell.colspan, "rowspan": cell.rowspan}
    return (
        {"kind": cell.kind.value, "content": _inlines(cell.content)}
        | {name: length for name, length in spans.items() if length != 1}
        | ({"indent": cell.indent} if cell.indent else {})
    )


def _figure(figure: Figure, numbers: Mapping[Figure, int], lines: Sequence[Line]) -> Json:
    return {
        "value": _exact(divide(figure.value, figure.unit.scale)),
        "unit": figure.unit.name,
        "decimals": figure.decimals,
        "text": figure.text(),
        "derivation": _derivation(figure.derivation, numbers, lines),
    }


def _derivation(derivation: Derivation, numbers: Mapping[Figure, int], lines: Sequence[Line]) -> Json:
    match derivation:
        case Sum():
            return {"operation": "sum", "lines": list(derivation.lines), **_reported(derivation, lines)}
        case Calculation():
            operands = [f"f{numbers[operand]}" for operand in derivation.operands]
            return {"operation": derivation.operation.value, "operands": operands}
        case Count():
            places = [_place(place) for place in derivation.places]
            return {"operation": "count", "path": derivation.path, "places": places}
        case _:
            assert_never(derivation)


def _reported(derivation: Sum, lines: Sequence[Line]) -> dict[str, Json]:
    """Return which line states the approved total, and how it relates to the sum, in the unit of that line."""
    if derivation.reported is None:
        return {}
    stated = lines[derivation.reported]
    parts = [(lines[n].amount, lines[n].half_width) for n in derivation.lines]
    agreement = compare(stated.amount, stated.half_width, parts)
    return {
        "reported": derivation.reported,
        "verdict": agreement.verdict.value,
        "residual": _exact(divide(agreement.residual, stated.unit.scale)),
        "allowance": _exact(divide(agreement.allowance, stated.unit.scale)),
    }


def _line(line: Line) -> Json:
    return {
        "amount": _exact(divide(line.amount, line.unit.scale)),
        "unit": line.unit.name,
        "decimals": line.decimals,
        "path": line.path,
        **_place(line.span),
        "coordinates": dict(sorted(line.coordinates.items())),
    }


def _unit(unit: UnitShare) -> Json:
    numbers = {"amount": unit.amount, "share": unit.share}
    return (
        {"name": unit.name, "address": unit.address}
        | {name: _inline(number) for name, number in numbers.items() if number}
        | {"internal": list(unit.internal)}
    )


def _place(span: Span) -> dict[str, str | int]:
    return {"file": span.file, "line": span.line, "column": span.column}


def _exact(value: Decimal) -> str:
    """Return every digit of a number and no idle zero."""
    return trimmed(to_text(value))
