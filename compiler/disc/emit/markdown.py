"""The document as GitHub-flavoured Markdown that opens well on a code host and reads well as it stands.

Numbers of sections and items are the document's own, so they are text and never Markdown lists. Links of the contents
list go to the anchors that code hosts give to headings. Tables have one heading row: the headings of all levels joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from textwrap import indent
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
    Section,
    Table,
    Text,
)
from disc.core.meta import Meta
from disc.emit import notices, unit_list
from disc.emit.anchors import anchors
from disc.emit.escape import emphasize, escape_block, escape_inline
from disc.emit.grid import Grid, Place, text_grid
from disc.emit.titles import headed
from disc.emit.words import heading, one_line, plain, separator
from disc.emit.written import Kept, Written

_CONTENTS = "目录"
_INDENT = "\u3000"

_KEPT = Kept()
_NUMBER = CellKind.NUMBER  # Python 3.11 takes a while to find it in its class


def to_markdown(document: Document, grids: Mapping[str, Grid] | None = None) -> str:
    """Return the document as Markdown text.

    Args:
        document: the document.
        grids: the `text_grid` of each of its tables by the table's id, where they are known.
    """
    title = one_line(document.meta.title)
    sections = tuple(_sections(document.sections))
    slugs = anchors((title, _CONTENTS, *map(heading, sections)))
    links = dict(zip((s.id for s in sections), slugs[2:], strict=True))
    # A document that is not called by the lines of its cover has them below its title.
    called = title == one_line("".join(document.cover))
    cover = () if called else (_paragraph((Text(one_line(line)),)) for line in document.cover)
    chunks = [f"# {escape_inline(title)}", *_notices(document.meta), *cover]
    chunks += (f"## {_CONTENTS}", "\n".join(_contents(document.sections, links)))
    text = _Blocks({table.id: text_grid(table) for table in document.tables} if grids is None else grids)
    chunks += (*text.chunks(document.sections), *text.chunks(document.closing), *_units(document))
    return "\n\n".join(filter(None, chunks)) + "\n"


def _notices(meta: Meta) -> Iterator[str]:
    """Yield what a reader must know before the document itself: that it is a draft, what was corrected."""
    if meta.draft:
        yield "> " + emphasize([(notices.DRAFT_TITLE, "**"), (f"：{notices.DRAFT}", "")])
    if meta.corrections:
        lines = (f"> - {escape_inline(one_line(text))}" for text in map(notices.correction, meta.corrections))
        yield "\n".join((f"> **{notices.CORRECTIONS}**", ">", *lines))


def _units(document: Document) -> Iterator[str]:
    """Yield the units of a department, with links to their own pages."""
    if not document.units:
        return
    yield f"## {unit_list.TITLE}"
    lines = [_line(unit_list.columns(document.meta.kind)), _line(("---", "--:", "--:"))]
    for unit in document.units:
        link = unit_list.address(document.meta.address, unit.address, "index.md")
        numbers = (_inlines((number,)) if number else "" for number in (unit.amount, unit.share))
        lines.append(_line((f"[{escape_inline(one_line(unit.name))}]({link})", *numbers)))
    yield "\n".join(lines)
    yield from (
        escape_block(escape_inline(one_line(note))) for note in unit_list.notes(document.meta.kind, document.units)
    )


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Yield every section in the order of the headings."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.blocks)


def _contents(blocks: Iterable[Block], links: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section) and block.level <= 2:
            yield f"{'  ' * depth}- [{escape_inline(heading(block))}](#{links[block.id]})"
            yield from _contents(block.blocks, links, depth + 1)


class _Blocks:
    """Writes blocks."""

    def __init__(self, grids: Mapping[str, Grid]) -> None:
        self._grids = grids
        self._written = Written(_KEPT)

    def chunks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield chunks of Markdown that stand apart by a blank line."""
        for block in blocks:
            match block:
                case Paragraph():
                    yield _paragraph(block.content)
                case Enumeration():
                    yield from self._enumeration(block)
                case Table():
                    yield from self._table(block, heading(block))
                case Section():
                    yield f"{'#' * min(block.level + 1, 6)} {escape_inline(heading(block))}"
                    yield from self._below(block)
                case _:
                    assert_never(block)

    def _below(self, section: Section) -> Iterator[str]:
        """Yield what stands below a heading: a table that has its title does not repeat it."""
        table = headed(section)
        if table:
            yield from self._table(table, table.label)
        yield from self.chunks(section.blocks[1:] if table else section.blocks)

    def _enumeration(self, enumeration: Enumeration) -> Iterator[str]:
        """Yield numbered items as paragraphs, and each run of bullets as one list."""
        bullets: list[str] = []
        for item in enumeration.items:
            if not item.label:
                bullets.append(self._bullet(item))
                continue
            if bullets:
                yield "\n".join(bullets)
                bullets = []
            yield from self._numbered(item)
        if bullets:
            yield "\n".join(bullets)

    def _numbered(self, item: Item) -> Iterator[str]:
        match item.blocks:
            case (Paragraph() as first, *rest):
                yield _paragraph(first.content, item.label)
                yield from self.chunks(rest)
            case blocks:
                yield _paragraph((), item.label)
                yield from self.chunks(blocks)

    def _bullet(self, item: Item) -> str:
        return "-" + indent("\n\n".join(filter(None, self.chunks(item.blocks))), "  ")[1:]

    def _table(self, table: Table, caption: str) -> Iterator[str]:
        """Yield caption, surroundings, the table itself and its notes."""
        yield emphasize([(caption, "**")])
        yield _paragraph(table.preparer)
        yield escape_block(escape_inline(one_line(table.unit)).strip())
        yield "\n".join(self._lines(table))
        yield from self.chunks(table.notes)

    def _lines(self, table: Table) -> Iterator[str]:
        """Yield the lines of a pipe table; a layout gets an empty heading row, which Markdown demands."""
        rows = self._grids[table.id]
        yield _heading(table.columns or ("",) * table.width)
        numeric = [any(map(_is_number, column)) for column in zip(*rows, strict=True)] if table.columns else []
        yield _line("--:" if right else "---" for right in numeric or (False,) * table.width)
        known, made = self._written.texts.get, self._piece
        for row in rows:
            yield "".join([known(id(place)) or made(place) for place in row]) + "|"

    def _piece(self, place: Place) -> str:
        """Return the piece of a line for one place."""
        if not isinstance(place, Cell):
            return "|  "
        return self._written.keep(place, f"| {_INDENT * place.indent}{_inlines(place.content)} ")


def _paragraph(content: Sequence[Inline], label: str = "") -> str:
    parts = (Text(f"{label}{separator(label)}"), *content) if label else content
    return escape_block(_inlines(parts))


def _inlines(content: Sequence[Inline]) -> str:
    # Nearly all text has no style, and of hundreds of cells each holds one word or number.
    for inline in content:
        if isinstance(inline, Text) and (inline.strong or inline.emphasis):
            return emphasize(map(_inline, content)).strip()
    return escape_inline(plain(content)).strip()


def _inline(inline: Inline) -> tuple[str, str]:
    """Return the text of an inline with the delimiter that marks its style."""
    match inline:
        case Text():
            return one_line(inline.text), "*" * (2 * inline.strong + inline.emphasis)
        case Number():
            return one_line(inline.text), ""
        case _:
            assert_never(inline)


# Tables of a form have the same columns in every disclosure.
@lru_cache(maxsize=256)
def _heading(names: tuple[str, ...]) -> str:
    return _line(escape_inline(one_line(name)).strip() for name in names)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_number(place: Place) -> bool:
    return isinstance(place, Cell) and place.kind is _NUMBER
