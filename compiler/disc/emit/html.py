"""The document as HTML: the official text with its tables, to be set into a page by the theme.

Every figure is a `data` element with the displayed number as its value and its name in `data.json`. Looks are the
style sheet's business: there are classes, no styles, no scripts. Anchors that are made up here have an underscore; the
document's own have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import assert_never

from disc.core.document import (
    Block,
    Cell,
    CellKind,
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
from disc.core.figure import Figure
from disc.emit import unit_list
from disc.emit.words import separator

WIDE = 9
"""From this many columns on a table is `wide`: it scrolls on small screens and prints on a landscape page."""


def to_html(document: Document, *, tables: str = "") -> str:
    """Return the body of the document: its sections and its signature, without cover and contents list.

    Args:
        document: the document.
        tables: folder of the tables' CSV files as the page sees it, `tables`; each table then has a link to its file.
    """
    return "".join(_Renderer(document.figures, tables).document(document))


def contents_html(document: Document) -> str:
    """Return the contents list: parts and their sections, as links to the anchors of `to_html`."""
    return "".join(('<nav class="contents" aria-label="目录">\n', *_entries(document.sections), "</nav>\n"))


def _entries(blocks: Iterable[Block]) -> Iterator[str]:
    sections = [block for block in blocks if isinstance(block, Section) and block.level <= 2]
    if not sections:
        return
    yield "<ol>\n"
    for section in sections:
        yield f'<li><a href="#{escape(section.id)}">{_label(section.label)}{escape(section.title)}</a>'
        yield from _entries(section.blocks)
        yield "</li>\n"
    yield "</ol>\n"


def _label(label: str) -> str:
    return f'<span class="label">{escape(label)}</span>{separator(label)}' if label else ""


class _Renderer:
    """Turns blocks into markup; knows the figures that the numbers name."""

    def __init__(self, figures: Sequence[Figure], tables: str) -> None:
        self._figures = figures
        self._tables = tables

    def document(self, document: Document) -> Iterator[str]:
        yield from self._blocks(document.sections)
        if document.closing:
            yield '<footer class="closing">\n'
            yield from self._blocks(document.closing)
            yield "</footer>\n"
        if document.units:
            yield from self._units(document.meta.address, document.units)

    def _units(self, address: str, units: Sequence[UnitShare]) -> Iterator[str]:
        """The units are no part of the official text: they stand below it, with links to their own pages."""
        yield '<section class="units" id="units_">\n'
        yield f'<h2 id="units_title">{unit_list.TITLE}</h2>\n'
        yield '<figure class="table">\n<div class="scroll" role="region" tabindex="0" aria-labelledby="units_title">\n'
        yield '<table aria-labelledby="units_title">\n<thead>\n<tr class="header">'
        yield from (f'<th scope="col">{heading}</th>' for heading in unit_list.COLUMNS)
        yield "</tr>\n</thead>\n<tbody>\n"
        for unit in units:
            link = escape(unit_list.address(address, unit.address, "index.html"))
            yield f'<tr class="detail"><th scope="row"><a href="{link}">{escape(unit.name)}</a></th>'
            for number in (unit.amount, unit.share):
                yield f'<td class="number">{self._inline(number) if number else ""}</td>'
            yield "</tr>\n"
        yield "</tbody>\n</table>\n</div>\n"
        if notes := list(unit_list.notes(units)):
            yield '<div class="notes">\n'
            yield from (f"<p>{escape(note)}</p>\n" for note in notes)
            yield "</div>\n"
        yield "</figure>\n</section>\n"

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield f"<p>{self._inlines(block.content)}</p>\n"
                case Enumeration():
                    yield from self._enumeration(block)
                case Table():
                    yield from self._table(block)
                case Section():
                    yield from self._section(block)
                case _:
                    assert_never(block)

    def _inlines(self, content: Iterable[Inline]) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                markup = escape(inline.text)
                markup = f"<em>{markup}</em>" if inline.emphasis else markup
                return f"<strong>{markup}</strong>" if inline.strong else markup
            case Number():
                attributes = f'value="{self._figures[inline.figure].text()}" data-figure="f{inline.figure}"'
                return f'<data class="figure" {attributes}>{escape(inline.text)}</data>'
            case _:
                assert_never(inline)

    def _section(self, section: Section) -> Iterator[str]:
        # The title of the document is h1.
        tag = f"h{min(section.level + 1, 6)}"
        anchor = escape(section.id)
        # Not a landmark for each: with dozens of them nobody finds anything. Screen readers go by the headings.
        yield f'<section class="level-{section.level}" id="{anchor}">\n'
        yield f'<{tag} id="{anchor}_title">{_label(section.label)}{escape(section.title)}</{tag}>\n'
        yield from self._blocks(section.blocks)
        yield "</section>\n"

    def _enumeration(self, enumeration: Enumeration) -> Iterator[str]:
        tag = "ol" if any(item.label for item in enumeration.items) else "ul"
        # Safari takes a list without markers for no list at all unless it is told.
        yield f'<{tag} class="enumeration" role="list">\n'
        for item in enumeration.items:
            yield from self._item(item)
        yield f"</{tag}>\n"

    def _item(self, item: Item) -> Iterator[str]:
        match item.blocks:
            case (Paragraph() as first, *rest):
                text, others = self._inlines(first.content), rest
            case blocks:
                text, others = "", list(blocks)
        yield f"<li><p>{_label(item.label)}{text}</p>\n"
        yield from self._blocks(others)
        yield "</li>\n"

    def _table(self, table: Table) -> Iterator[str]:
        anchor = escape(f"table_{table.id}")
        classes = ["table", *(["layout"] if not table.columns else []), *(["wide"] if table.width >= WIDE else [])]
        yield f'<figure class="{" ".join(classes)}" id="{anchor}">\n'
        yield f'<figcaption id="{anchor}_title">{_label(table.label)}<span class="title">{escape(table.title)}</span>'
        yield "</figcaption>\n"
        yield from self._surround(table)
        yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{anchor}_title">\n'
        yield f'<table aria-labelledby="{anchor}_title">\n'
        yield from self._rows("thead", table.head)
        yield from self._rows("tbody", table.body)
        yield "</table>\n</div>\n"
        yield from self._below(table)
        yield "</figure>\n"

    def _surround(self, table: Table) -> Iterator[str]:
        if table.preparer or table.unit:
            preparer, unit = self._inlines(table.preparer), escape(table.unit)
            yield f'<p class="surround"><span class="preparer">{preparer}</span> <span class="unit">{unit}</span></p>\n'

    def _below(self, table: Table) -> Iterator[str]:
        if table.notes:
            yield '<div class="notes">\n'
            yield from self._blocks(table.notes)
            yield "</div>\n"
        if self._tables:
            address = escape(f"{self._tables}/{table.id}.csv")
            name = escape(f"{table.label}{separator(table.label)}{table.title}")
            yield f'<p class="download"><a href="{address}" aria-label="下载CSV：{name}">CSV</a></p>\n'

    def _rows(self, tag: str, rows: Sequence[Row]) -> Iterator[str]:
        if not rows:
            return
        yield f"<{tag}>\n"
        for row in rows:
            yield f'<tr class="{row.kind.value}">'
            yield from map(self._cell, row.cells)
            yield "</tr>\n"
        yield f"</{tag}>\n"

    def _cell(self, cell: Cell) -> str:
        tag, attributes = _tag(cell)
        if cell.indent:
            attributes += f' data-indent="{cell.indent}"'
        if cell.colspan > 1:
            attributes += f' colspan="{cell.colspan}"'
        if cell.rowspan > 1:
            attributes += f' rowspan="{cell.rowspan}"'
        return f"<{tag}{attributes}>{self._inlines(cell.content)}</{tag}>"


def _tag(cell: Cell) -> tuple[str, str]:
    """Return the element of a cell, and its first attribute."""
    match cell.kind:
        case CellKind.COLUMN_HEADER | CellKind.ROW_HEADER if not cell.content:
            # An empty heading heads nothing, and screen readers stumble over it.
            return "td", ""
        case CellKind.COLUMN_HEADER:
            return "th", ' scope="col"'
        case CellKind.ROW_HEADER:
            return "th", ' scope="row"'
        case CellKind.TEXT | CellKind.CODE | CellKind.NUMBER:
            return "td", f' class="{cell.kind.value}"'
        case _:
            assert_never(cell.kind)
