"""What of a disclosure can be searched for by name, and where on its page it stands.

Each name is kept once, with the first place that has it: a table that shows an item's code and name, a table or sheet
of a project, a section, an explained term. An item of final accounts is found where its expenditure stands, if anything
was spent, as in a budget: what it is about is what the money is for, and the table of income stands before that.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, dropwhile
from typing import assert_never

from msgspec import Struct

from disc.core.document import (
    PARTS,
    Block,
    Cell,
    CellKind,
    Document,
    Enumeration,
    Item,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
)
from disc.core.figure import Figure
from disc.core.flows import FLOW, SPENT
from disc.core.number import MONEY_UNITS, WAN_YUAN, divide, round_half_up, to_text
from disc.emit.glossary import terms
from disc.emit.words import plain

_NUMBER, _CODE, _ROW_HEADER, _TEXT = CellKind.NUMBER, CellKind.CODE, CellKind.ROW_HEADER, CellKind.TEXT
"""By names of their own: Python 3.11 takes longer to find them in their class than a cell takes otherwise."""


class Sort(StrEnum):
    """What a name is the name of."""

    PROJECT = "project"
    ITEM = "item"
    """An item of the functional or economic classification."""

    SECTION = "section"
    """A heading, or the title of a table; its name has `{entity}` and `{year}` for those of the disclosure."""

    TERM = "term"


class Place(Struct, frozen=True):
    """A name and where it stands."""

    sort: Sort
    name: str
    code: str
    """The whole code of an item: 2010301; empty for everything else."""

    anchor: str
    """The element of the page that has it."""


class Searchable(Struct, frozen=True):
    """What can be searched for in a document."""

    places: tuple[Place, ...]
    """By sort and in the order of the page."""

    amounts: str
    """How much each item of the functional classification is about, in 万元 (715.36): one for each place of an item, in
    their order, with spaces between them; those at the end that are empty are left out. It is the first number
    that stands beside the item where its place is; none where that is income or a balance of final accounts."""


def searchable(document: Document) -> Searchable:
    """Return what can be searched for in a document."""
    walk = _Walk(document)
    walk.blocks(document.sections, "")
    projects = (walk.project(name) for name in document.projects)
    received = {item: place for item, place in walk.received.items() if item not in walk.items}
    shown = {code for code, _ in (*walk.items, *received)}
    others = (walk.item(code, name) for code, name in _items(document) if code not in shown)
    explained = (Place(Sort.TERM, term.name, "", term.anchor) for term in terms(document))
    items = (*walk.items.values(), *received.values(), *filter(None, others))
    found = (*filter(None, projects), *items, *walk.sections.values(), *explained)
    return Searchable(found, " ".join(_amounts(document, walk)).rstrip())


def _amounts(document: Document, walk: _Walk) -> Iterator[str]:
    """Yield how much each item in a table is about; nothing of an economic item, of which a table has a part."""
    functions = "".join(f" {member}" for dimension, member in document.names if dimension == "function")
    for (code, name), row in zip(walk.items, walk.rows, strict=True):
        number = _beside(name, row) if f" {code}" in functions else None
        yield _in_wan_yuan(number, document.figures) if number else ""


def _beside(name: str, row: Row) -> Number | None:
    """Return the number in the first cell for numbers that follows a name."""
    cells = dropwhile(lambda cell: cell.kind is _NUMBER or _words(cell) != name, row.cells)
    cell = next((cell for cell in cells if cell.kind is _NUMBER), None)
    return next((inline for inline in cell.content if isinstance(inline, Number)), None) if cell else None


def _in_wan_yuan(number: Number, figures: Sequence[Figure]) -> str:
    figure = figures[number.figure]
    if figure.unit == WAN_YUAN and figure.decimals == WAN_YUAN.decimals:
        return number.text.replace(",", "")
    if figure.unit.name not in MONEY_UNITS:
        return ""
    return to_text(round_half_up(divide(figure.value, WAN_YUAN.scale), WAN_YUAN.decimals))


def _items(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the codes of the items that have money, with their names."""
    for (dimension, member), path in document.names.items():
        if dimension in ("function", "economic"):
            yield member, path.rpartition(PARTS)[2]


class _Walk:
    """Goes through a document once and keeps the first place of each name."""

    def __init__(self, document: Document) -> None:
        self._wanted = frozenset(document.projects)
        self._entity = document.meta.entity
        self._year = str(document.meta.year)
        self._figures = document.figures
        self._unspent = _unspent(document)
        self.projects: dict[str, Place] = {}
        """Projects that have a heading, a row or a sheet."""

        self._sentences: list[tuple[Paragraph | Enumeration, str]] = []
        self.items: dict[tuple[str, str], Place] = {}
        self.rows: list[Row] = []
        """The row of each item."""

        self.received: dict[tuple[str, str], Place] = {}
        """Items where their income or balances stand."""

        self.sections: dict[str, Place] = {}

    def project(self, name: str) -> Place | None:
        """Return the place of a project: its heading, row or sheet, or else the first sentence that names it."""
        return self.projects.get(name) or self._named(Sort.PROJECT, name, "")

    def item(self, code: str, name: str) -> Place | None:
        """Return the place of an item that no table shows with its code: the first sentence that names it."""
        return self._named(Sort.ITEM, name, code)

    def _named(self, sort: Sort, name: str, code: str) -> Place | None:
        text, starts = self._text
        found = text.find(name) if name else -1
        return None if found < 0 else Place(sort, name, code, self._sentences[bisect(starts, found) - 1][1])

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """What all sentences and lists say, and where each begins; once all are known."""
        texts = ["".join((*_said(block), "\n")) for block, _ in self._sentences]
        return "".join(texts), [0, *accumulate(map(len, texts))]

    def blocks(self, blocks: Iterable[Block], anchor: str) -> None:
        for block in blocks:
            match block:
                case Section():
                    self._title(block.title, block.id)
                    self.blocks(block.blocks, block.id)
                case Table():
                    self._table(block)
                case Paragraph() | Enumeration():
                    self._sentences.append((block, anchor))
                case _:
                    assert_never(block)

    def _table(self, table: Table) -> None:
        anchor = f"table_{table.id}"
        self._title(table.title, anchor)
        for row in table.body:
            self._row(row, anchor)

    def _row(self, row: Row, anchor: str) -> None:
        code = ""
        for cell in row.cells:
            if cell.kind is _NUMBER:
                continue
            if cell.kind is _CODE:
                code += _words(cell)
            elif cell.kind is _ROW_HEADER or (cell.kind is _TEXT and cell.content):
                name = _words(cell)
                if code:
                    self._item(code, name, row, anchor)
                    code = ""
                elif name in self._wanted:
                    self._project(name, anchor)

    def _item(self, code: str, name: str, row: Row, anchor: str) -> None:
        if (code, name) in self.items:
            return
        place = Place(Sort.ITEM, name, code, anchor)
        number = _beside(name, row) if self._unspent else None
        if number and self._figures[number.figure].lines & self._unspent:
            self.received.setdefault((code, name), place)
        else:
            self.items[code, name] = place
            self.rows.append(row)

    def _title(self, title: str, anchor: str) -> None:
        # Most disclosures of a form have the same headings but for the names in them, and lists keep each once.
        name = title.replace(self._entity, "{entity}").replace(self._year, "{year}")
        if name:
            self.sections.setdefault(name, Place(Sort.SECTION, name, "", anchor))
        self._project(title, anchor)

    def _project(self, name: str, anchor: str) -> None:
        if name in self._wanted:
            self.projects.setdefault(name, Place(Sort.PROJECT, name, "", anchor))


def _unspent(document: Document) -> int:
    """Return the set of lines that are income and balances; a budget has none, since there income is expenditure."""
    flows = (line.coordinates.get(FLOW, SPENT) for line in document.lines)
    return sum(1 << number for number, flow in enumerate(flows) if flow != SPENT)


def _words(cell: Cell) -> str:
    return cell.content[0].text if len(cell.content) == 1 else plain(cell.content)


def _said(block: Paragraph | Enumeration | Item) -> Iterator[str]:
    match block:
        case Paragraph(content):
            yield plain(content)
        case Enumeration(parts) | Item(blocks=parts):
            for part in parts:
                yield from _said(part)
