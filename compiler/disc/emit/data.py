"""The document as data: everything on the page, and for every figure how it came about.

The shape is described by `schema/data.schema.json`. Numbers are strings, digit for digit: JSON readers that know only
binary floating point cannot spoil them. Each block, row, figure and line stands on a line of its own, so that two
versions of a file can be compared. Blocks and figures are written directly: a tree of dictionaries took ten times as
long, and one of structs as long, since most cells are kept as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from json.encoder import encode_basestring as _string
from typing import TypeVar, assert_never

from msgspec.json import encode

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
)
from disc.core.figure import Calculation, Count, Derivation, Figure, Sum
from disc.core.interval import compare
from disc.core.ledger import Line
from disc.core.number import exact_text
from disc.emit.data_lists import coverage_json, lines_json, units_json
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
    pieces.add(lines_json(document.lines))
    pieces.add(',\n"units": ', units_json(document.units), ',\n"coverage": ', coverage_json(document.coverage))
    if document.summary:
        pieces.add(f',\n"summary": {encode(summary_data(document.summary)).decode()}')
    pieces.add("\n}\n")
    return pieces.text()


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
        f'{{"value": "{exact_text(figure.value, figure.unit)}", "unit": {_string(figure.unit.name)}, '
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
            places = encode(derivation.places).decode()
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
        f'"residual": "{exact_text(agreement.residual, stated.unit)}", '
        f'"allowance": "{exact_text(agreement.allowance, stated.unit)}"'
    )
