"""The document as HTML: the official text with its tables, to be set into a page by the theme.

Every number is a link to the panel that says where it comes from (`disc.emit.panels`). Looks are the style sheet's
business: there are classes, no styles, no scripts. Anchors that are made up here have an underscore; the document's own
have none.

A page has a thousand cells, so what is made for each of them is made in one step and without generators.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import assert_never

from msgspec import Struct

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
from disc.core.meta import Meta
from disc.emit import unit_list
from disc.emit.glossary import Links, terms
from disc.emit.html_links import HtmlLinks
from disc.emit.markup import escape
from disc.emit.panels import panel_id, panels_html, place_id
from disc.emit.titles import headed, label, whole_names
from disc.emit.words import separator
from disc.emit.written import Kept, Written

WIDE = 9
"""From this many columns on a table is `wide`: it scrolls on small screens and prints on a landscape page."""

MANY = 10
"""From this many numbers on a table has a link past them."""

_FIGURE = '<a class="figure"'
_KEPT = Kept()


class Html(Struct, frozen=True):
    """The markup of a document."""

    body: str
    """Its sections and its signature, without cover and contents list."""

    panels: str
    """Where its numbers come from: the panels that they link to."""

    links: HtmlLinks
    """The links in both."""


def to_html(document: Document, *, tables: str = "", source_link: str = "") -> Html:
    """Return the markup of a document.

    Args:
        document: the document.
        tables: folder of the tables' CSV files as the page sees it, `tables`; each table then has a link to its file.
        source_link: address of a line of a source file, with `{path}` and `{line}` in their places; without it the
            panels name lines and link to none.
    """
    known = HtmlLinks()
    renderer = _Renderer(document.meta, tables, Links(terms(document), known), known)
    body = renderer.document(document)
    panels = panels_html(document, renderer.placed, source_link, thousands=renderer.thousands, known=known)
    return Html(body, panels, known)


def contents_html(document: Document) -> str:
    """Return the contents list: parts and their sections, as links to the anchors of `to_html`."""
    return "".join(('<nav class="contents" aria-label="目录">\n', *_entries(document.sections), "</nav>\n"))


def _entries(blocks: Iterable[Block]) -> Iterator[str]:
    sections = [block for block in blocks if isinstance(block, Section) and block.level <= 2]
    if not sections:
        return
    yield "<ol>\n"
    for section in sections:
        yield f'<li><a href="#{escape(section.id)}">{label(section.label)}{escape(section.title)}</a>'
        yield from _entries(section.blocks)
        yield "</li>\n"
    yield "</ol>\n"


def number_html(number: Number, anchor: str = "") -> str:
    """Return the markup of a number, wherever on the page it stands: a link to its panel."""
    place = f' id="{anchor}"' if anchor else ""
    # A number is another one in every disclosure.
    return f'{_FIGURE}{place} href="#{panel_id(number.figure)}">{html.escape(number.text)}</a>'


class _Renderer:
    """Turns blocks into markup; notes which figures it has placed, and what links there are but those of numbers."""

    def __init__(self, meta: Meta, tables: str, terms: Links, known: HtmlLinks) -> None:
        self._title = partial(whole_names, region=meta.region_path, entity=meta.entity, year=meta.year)
        self._tables = tables
        self._terms = terms
        self._written = Written(_KEPT)
        self._known = known
        self.placed: set[int] = set()
        """The figures that stand in the text; the first place of each is an anchor."""

        self.thousands = False
        """Whether numbers are written with thousands separators."""

    def document(self, document: Document) -> str:
        parts = [self._blocks(document.sections)]
        if document.closing:
            parts.append(f'<footer class="closing">\n{self._blocks(document.closing)}</footer>\n')
        if document.units:
            parts.append(self._units(document.meta, document.units))
        return "".join(parts)

    def _units(self, meta: Meta, units: Sequence[UnitShare]) -> str:
        """The units are no part of the official text: they stand below it, with links to their own pages."""
        self._known.titled("units_", "units_title")
        headings = "".join(f'<th scope="col">{heading}</th>' for heading in unit_list.columns(meta.kind))
        rows = "".join(self._unit(meta.address, unit) for unit in units)
        notes = "".join(f"<p>{escape(note)}</p>\n" for note in unit_list.notes(meta.kind, units))
        return (
            '<section class="units" id="units_">\n'
            f'<h2 id="units_title">{unit_list.TITLE}</h2>\n'
            '<figure class="table">\n'
            '<div class="scroll" role="region" tabindex="0" aria-labelledby="units_title">\n'
            '<table aria-labelledby="units_title">\n'
            f'<thead>\n<tr class="header">{headings}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'
            + (f'<div class="notes">\n{notes}</div>\n' if notes else "")
            + "</figure>\n</section>\n"
        )

    def _unit(self, address: str, unit: UnitShare) -> str:
        link = escape(place := unit_list.address(address, unit.address, "index.html"))
        self._known.outer.add(place)
        numbers = "".join(
            f'<td class="number">{self._number(number) if number else ""}</td>' for number in (unit.amount, unit.share)
        )
        return f'<tr class="detail"><th scope="row"><a href="{link}">{escape(unit.name)}</a></th>{numbers}</tr>\n'

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f"<p>{self._running(block.content)}</p>\n"
            case Enumeration():
                return self._enumeration(block)
            case Table():
                return self._table(block)
            case Section():
                return self._section(block)
            case _:
                assert_never(block)

    def _inlines(self, content: Sequence[Inline]) -> str:
        return self._inline(content[0]) if len(content) == 1 else "".join(map(self._inline, content))

    def _running(self, content: Iterable[Inline]) -> str:
        """Return running text: where it first names a term of the glossary, it links to it."""
        return "".join(self._inline(inline, self._terms.markup) for inline in content)

    def _inline(self, inline: Inline, words: Callable[[str], str] = escape) -> str:
        match inline:
            case Text():
                markup = words(inline.text)
                markup = f"<em>{markup}</em>" if inline.emphasis else markup
                return f"<strong>{markup}</strong>" if inline.strong else markup
            case Number():
                return self._number(inline)
            case _:
                assert_never(inline)

    def _number(self, number: Number) -> str:
        if number.figure in self.placed:
            return number_html(number)
        self.placed.add(number.figure)
        self.thousands = self.thousands or "," in number.text
        return number_html(number, place_id(number.figure))

    def _section(self, section: Section) -> str:
        # The title of the document is h1.
        tag = f"h{min(section.level + 1, 6)}"
        anchor = escape(section.id)
        self._known.titled(anchor)
        table = headed(section)
        # Not a landmark for each: with dozens of them nobody finds anything. Screen readers go by the headings.
        return (
            f'<section class="level-{section.level}" id="{anchor}">\n'
            f'<{tag} id="{anchor}_title">{label(section.label)}{self._title(section.title)}</{tag}>\n'
            f"{self._table(table, f'{anchor}_title') if table else ''}"
            f"{self._blocks(section.blocks[1:] if table else section.blocks)}</section>\n"
        )

    def _enumeration(self, enumeration: Enumeration) -> str:
        tag = "ol" if any(item.label for item in enumeration.items) else "ul"
        # Safari takes a list without markers for no list at all unless it is told.
        return f'<{tag} class="enumeration" role="list">\n{"".join(map(self._item, enumeration.items))}</{tag}>\n'

    def _item(self, item: Item) -> str:
        anchor = f' id="{made}"' if (made := self._terms.anchor(item)) else ""
        match item.blocks:
            case (Paragraph() as first, *rest):
                text, others = self._running(first.content), self._blocks(rest)
            case blocks:
                text, others = "", self._blocks(blocks)
        return f"<li{anchor}><p>{label(item.label)}{text}</p>\n{others}</li>\n"

    def _table(self, table: Table, heading: str = "") -> str:
        """Return a table; where the heading right above says its title, it is named after it, `heading`."""
        anchor = escape(f"table_{table.id}")
        title = "" if heading else f'<span class="title">{self._title(table.title)}</span>'
        words = f"{label(table.label)}{title}".rstrip()
        names = f"{anchor}_title {heading}".strip() if words else heading
        self._known.titled(anchor, "" if words else heading)
        rows = self._rows("thead", table.head) + self._rows("tbody", table.body)
        skip, end = self._past(anchor, rows.count(_FIGURE))
        looks = f"table{'' if table.columns else ' layout'}{' wide' if table.width >= WIDE else ''}"
        caption = f'<figcaption id="{anchor}_title">{words}</figcaption>\n' if words else ""
        return (
            f'<figure class="{looks}" id="{anchor}">\n{caption}{self._surround(table)}{skip}'
            f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{names}">\n'
            f'<table aria-labelledby="{names}">\n{rows}</table>\n</div>\n{end}{self._below(table)}</figure>\n'
        )

    def _past(self, anchor: str, numbers: int) -> tuple[str, str]:
        """Return a link past the numbers of a table, for who goes from link to link, and where it leads."""
        if numbers < MANY:
            return "", ""
        self._known.anchors.add(f"{anchor}_end")
        self._known.inner.add(f"{anchor}_end")
        skip = f'<a class="skip-table" href="#{anchor}_end">跳过本表的{numbers}个数字</a>\n'
        return skip, f'<span id="{anchor}_end"></span>\n'

    def _surround(self, table: Table) -> str:
        if not (table.preparer or table.unit):
            return ""
        preparer, unit = self._inlines(table.preparer), escape(table.unit)
        return f'<p class="surround"><span class="preparer">{preparer}</span> <span class="unit">{unit}</span></p>\n'

    def _below(self, table: Table) -> str:
        notes = f'<div class="notes">\n{self._blocks(table.notes)}</div>\n' if table.notes else ""
        if not self._tables:
            return notes
        address = escape(place := f"{self._tables}/{table.id}.csv")
        self._known.outer.add(place)
        name = escape(f"{table.label}{separator(table.label)}{table.title}")
        return f'{notes}<p class="download"><a href="{address}" aria-label="下载CSV：{name}">CSV</a></p>\n'

    def _rows(self, tag: str, rows: Sequence[Row]) -> str:
        known, made = self._written.texts.get, self._cell
        lines = [
            f'<tr class="{row.kind}">{"".join([known(id(cell)) or made(cell) for cell in row.cells])}</tr>\n'
            for row in rows
        ]
        return f"<{tag}>\n{''.join(lines)}</{tag}>\n" if lines else ""

    def _cell(self, cell: Cell) -> str:
        tag, attributes = _TAGS[cell.kind]
        if not cell.content:
            # An empty heading heads nothing, and screen readers stumble over it.
            tag, attributes = "td", "" if tag == "th" else attributes
        if cell.indent:
            attributes += f' data-indent="{cell.indent}"'
        if cell.colspan > 1:
            attributes += f' colspan="{cell.colspan}"'
        if cell.rowspan > 1:
            attributes += f' rowspan="{cell.rowspan}"'
        placed = len(self.placed)
        markup = f"<{tag}{attributes}>{self._inlines(cell.content)}</{tag}>"
        # Where a figure stands first, it has an anchor.
        return self._written.keep(cell, markup) if len(self.placed) == placed else markup


_TAGS = {
    CellKind.COLUMN_HEADER: ("th", ' scope="col"'),
    CellKind.ROW_HEADER: ("th", ' scope="row"'),
    CellKind.TEXT: ("td", ' class="text"'),
    CellKind.CODE: ("td", ' class="code"'),
    CellKind.NUMBER: ("td", ' class="number"'),
}
"""The element of each kind of cell, and its first attribute."""
