"""The document as data: everything on the page, and for every figure how it came about.

The shape is described by `schema/data.schema.json`. Numbers are strings, digit for digit: JSON readers that know only
binary floating point cannot spoil them. Each block, row, figure and line stands on a line of its own, so that two
versions of a file can be compared. The text is written directly: a tree of dictionaries took ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring as _string
from typing import TypeVar, assert_never

from msgspec.json import encode

from disc.core.document import (
    Block,
    Cell,
    Covered,
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
from disc.core.number import Unit, divide, to_text, trimmed
from disc.core.span import Span
from disc.emit.summary_data import summary_data
from disc.emit.written import Kept, Written

FORMAT = 1
"""Version of the shape; it grows when a reader of the old shape would be misled."""

_KEPT = Kept()

T = TypeVar("T")


def to_json(document: Document) -> str:
    """Return the document as JSON text, always in the same order, with a line feed at the end."""
    numbers: dict[Figure, int] = {}
    for number, figure in enumerate(document.figures):
        numbers.setdefault(figure, number)
    figures = [f'"f{n}": {_figure(each, numbers, document.lines)}' for n, each in enumerate(document.figures)]
    pieces = _Pieces()
    pieces.add(
        f'{{\n"format": {FORMAT},\n"meta": {encode(document.meta).decode()},\n"cover": {_strings(document.cover)}'
    )
    pieces.add(',\n"sections": ')
    pieces.blocks(document.sections)
    pieces.add(',\n"closing": ')
    pieces.blocks(document.closing)
    pieces.add(',\n"figures": {\n', ",\n".join(figures), '\n},\n"lines": ')
    pieces.lines(list(map(_line, document.lines)))
    pieces.add(',\n"units": ')
    pieces.lines(list(map(_unit, document.units)))
    pieces.add(',\n"coverage": ')
    pieces.lines(list(map(_covered, document.coverage)))
    if document.summary:
        pieces.add(f',\n"summary": {encode(summary_data(document.summary)).decode()}')
    pieces.add("\n}\n")
    return pieces.text()


def _object(**members: str) -> str:
    """Return an object of members that are JSON text already."""
    return "{" + ", ".join([f'"{name}": {member}' for name, member in members.items()]) + "}"


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join(items) + "]"


def _strings(texts: Iterable[str]) -> str:
    return _list(map(_string, texts))


class _Pieces:
    """The text in pieces, which are put together once: it is long, and blocks stand in blocks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._written = Written(_KEPT)

    def text(self) -> str:
        """Return the text."""
        return "".join(self._pieces)

    def add(self, *pieces: str) -> None:
        """Add pieces."""
        self._pieces += pieces

    def lines(self, items: Sequence[str]) -> None:
        """Add a list with each item on a line of its own."""
        self._pieces += ("[\n", ",\n".join(items), "\n]") if items else ("[]",)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Add a list of blocks."""
        self._each(blocks, self._block)

    def _each(self, items: Sequence[T], write: Callable[[T], None]) -> None:
        """Add a list with each item on a line of its own, written by a function."""
        before = "[\n"
        for item in items:
            self._pieces.append(before)
            write(item)
            before = ",\n"
        self._pieces.append("\n]" if items else "[]")

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.add(f'{{"type": "paragraph", "content": {_inlines(block.content)}}}')
            case Enumeration():
                self.add('{"type": "enumeration", "items": ')
                self._each(block.items, self._item)
                self.add("}")
            case Table():
                self._table(block)
            case Section():
                self.add(
                    f'{{"type": "section", "id": {_string(block.id)}, "level": {block.level}, '
                    f'"label": {_string(block.label)}, "title": {_string(block.title)}, "blocks": '
                )
                self.blocks(block.blocks)
                self.add("}")
            case _:
                assert_never(block)

    def _item(self, item: Item) -> None:
        self.add(f'{{"label": {_string(item.label)}, "blocks": ')
        self.blocks(item.blocks)
        self.add("}")

    def _table(self, table: Table) -> None:
        self.add(
            f'{{"type": "table", "id": {_string(table.id)}, "label": {_string(table.label)}, '
            f'"title": {_string(table.title)}, "preparer": {_inlines(table.preparer)}, '
            f'"unit": {_string(table.unit)}, "width": {table.width}, "columns": {_strings(table.columns)}, "head": '
        )
        self.lines([self._row(row) for row in table.head])
        self.add(', "body": ')
        self.lines([self._row(row) for row in table.body])
        self.add(', "notes": ')
        self.blocks(table.notes)
        self.add("}")

    def _row(self, row: Row) -> str:
        known, made = self._written.texts.get, self._cell
        cells = ", ".join([known(id(cell)) or made(cell) for cell in row.cells])
        return f'{{"kind": "{row.kind}", "cells": [{cells}]}}'

    def _cell(self, cell: Cell) -> str:
        members = f', "colspan": {cell.colspan}' if cell.colspan != 1 else ""
        members += f', "rowspan": {cell.rowspan}' if cell.rowspan != 1 else ""
        members += f', "indent": {cell.indent}' if cell.indent else ""
        return self._written.keep(cell, f'{{"kind": "{cell.kind}", "content": {_inlines(cell.content)}{members}}}')


def _inlines(content: Sequence[Inline]) -> str:
    return f"[{', '.join([_inline(inline) for inline in content])}]"


def _inline(inline: Inline) -> str:
    match inline:
        case Number():
            return f'{{"text": {_string(inline.text)}, "figure": "f{inline.figure}"}}'
        case Text():
            strong = ', "strong": true' if inline.strong else ""
            emphasis = ', "emphasis": true' if inline.emphasis else ""
            return f'{{"text": {_string(inline.text)}{strong}{emphasis}}}'
        case _:
            assert_never(inline)


def _figure(figure: Figure, numbers: Mapping[Figure, int], lines: Sequence[Line]) -> str:
    return (
        f'{{"value": {_exact(figure.value, figure.unit)}, "unit": {_string(figure.unit.name)}, '
        f'"decimals": {figure.decimals}, "text": "{figure.text()}", '
        f'"derivation": {_derivation(figure.derivation, numbers, lines)}}}'
    )


def _derivation(derivation: Derivation, numbers: Mapping[Figure, int], lines: Sequence[Line]) -> str:
    match derivation:
        case Sum():
            return f'{{"operation": "sum", "lines": {list(derivation.lines)}{_reported(derivation, lines)}}}'
        case Calculation():
            operands = _list(f'"f{numbers[operand]}"' for operand in derivation.operands)
            return f'{{"operation": "{derivation.operation.value}", "operands": {operands}}}'
        case Count():
            places = _list(f"{{{_place(place)}}}" for place in derivation.places)
            return f'{{"operation": "count", "path": {_string(derivation.path)}, "places": {places}}}'
        case _:
            assert_never(derivation)


def _reported(derivation: Sum, lines: Sequence[Line]) -> str:
    """Return which line states the approved total, and how it relates to the sum, in the unit of that line."""
    if derivation.reported is None:
        return ""
    stated = lines[derivation.reported]
    parts = [(lines[n].amount, lines[n].half_width) for n in derivation.lines]
    agreement = compare(stated.amount, stated.half_width, parts)
    return (
        f', "reported": {derivation.reported}, "verdict": "{agreement.verdict.value}", '
        f'"residual": {_exact(agreement.residual, stated.unit)}, '
        f'"allowance": {_exact(agreement.allowance, stated.unit)}'
    )


def _line(line: Line) -> str:
    known = line.coordinates
    coordinates = ", ".join([f'"{name}": {_string(known[name])}' for name in sorted(known)])
    return (
        f'{{"amount": {_exact(line.amount, line.unit)}, "unit": {_string(line.unit.name)}, '
        f'"decimals": {line.decimals}, "path": {_string(line.path)}, {_place(line.span)}, '
        f'"coordinates": {{{coordinates}}}}}'
    )


def _unit(unit: UnitShare) -> str:
    numbers = {"amount": unit.amount, "share": unit.share}
    return _object(
        name=_string(unit.name),
        address=_string(unit.address),
        **{name: _inline(number) for name, number in numbers.items() if number},
        internal=_strings(unit.internal),
    )


def _covered(covered: Covered) -> str:
    reason = {"reason": _string(covered.reason)} if covered.reason else {}
    return _object(
        item=_string(covered.item),
        title=_string(covered.title),
        status=_string(covered.status.value),
        section=_string(covered.section),
        **reason,
    )


def _place(span: Span) -> str:
    """Return a place as members of an object."""
    return f'"file": {_string(span.file)}, "line": {span.line}, "column": {span.column}'


def _exact(value: Decimal, unit: Unit) -> str:
    """Return every digit of a number in a unit, and no idle zero, as a string."""
    return f'"{trimmed(to_text(value if unit.scale == 1 else divide(value, unit.scale)))}"'
