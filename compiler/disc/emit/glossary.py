"""The terms that a document explains, and the links to them from its running text.

A document's glossary is the section that fulfils the requirement of that name; each of its items begins with the term
that it explains and a colon. The first place of the running text that says the term becomes a link to that item.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disc.core.document import Document, Enumeration, Item, Paragraph, Section
from disc.emit.html_links import HtmlLinks
from disc.emit.markup import escape
from disc.emit.words import plain

GLOSSARY = "glossary"
"""Name of the requirement that a glossary fulfils, in `schema/forms/base/`."""

_LONGEST = 24
"""A term has no more characters; what is longer before a colon is a sentence."""


class Term(Struct, frozen=True):
    """A word that the glossary explains."""

    name: str
    anchor: str
    """Address of its explanation on the page."""

    item: Item


def terms(document: Document) -> tuple[Term, ...]:
    """Return the terms of a document's glossary, in its order; none if it has no glossary."""
    found = next((c.section for c in document.coverage if c.item == GLOSSARY and c.section), None)
    return tuple(_terms(document.sections, found)) if found else ()


def _terms(sections: tuple[Section, ...], wanted: str) -> Iterator[Term]:
    explained = (item for section in _within(sections, wanted) for item in _items(section))
    named = ((item, name) for item in explained if (name := _name(item)))
    return (Term(name, f"term_{number}", item) for number, (item, name) in enumerate(named, start=1))


def _within(sections: tuple[Section, ...], wanted: str) -> Iterator[Section]:
    for section in sections:
        if section.id == wanted:
            yield section
        else:
            yield from _within(tuple(block for block in section.blocks if isinstance(block, Section)), wanted)


def _items(section: Section) -> Iterator[Item]:
    return (item for block in section.blocks if isinstance(block, Enumeration) for item in block.items)


def _name(item: Item) -> str:
    """Return what an item explains; nothing if it does not begin with a term and a colon."""
    match item.blocks:
        case (Paragraph(content), *_):
            name, colon, _ = plain(content).partition("：")
            return name.strip() if colon and len(name) <= _LONGEST else ""
        case _:
            return ""


class Links:
    """Makes the first mention of each term a link; knows which have been met."""

    def __init__(self, found: tuple[Term, ...], known: HtmlLinks) -> None:
        self._known = known
        self._anchors = {id(term.item): term.anchor for term in found}
        # A term that holds another one goes first: 财政拨款收入 is no mention of 财政拨款.
        self._open = sorted(((term.name, term.anchor) for term in found), key=lambda term: -len(term[0]))

    def anchor(self, item: Item) -> str:
        """Return the address of an item that explains a term, or nothing; in the glossary no more is linked."""
        anchor = self._anchors.get(id(item), "")
        if anchor:
            self._open = []
            self._known.anchors.add(anchor)
        return anchor

    def markup(self, text: str) -> str:
        """Return a text of a paragraph as HTML, with a link at each first mention."""
        places: dict[int, tuple[str, str]] = {}
        for name, anchor in self._open:
            start = text.find(name)
            if start >= 0 and not any(start < at + len(n) and at < start + len(name) for at, (n, _) in places.items()):
                places[start] = name, anchor
        if not places:
            return escape(text)
        met = set(places.values())
        self._open = [term for term in self._open if term not in met]
        self._known.inner.update(anchor for _, anchor in met)
        return "".join(_linked(text, sorted(places.items())))


def _linked(text: str, places: list[tuple[int, tuple[str, str]]]) -> Iterator[str]:
    done = 0
    for start, (name, anchor) in places:
        yield f'{escape(text[done:start])}<a class="term" href="#{anchor}">{escape(name)}</a>'
        done = start + len(name)
    yield escape(text[done:])
