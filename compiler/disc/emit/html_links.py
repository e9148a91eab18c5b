"""The links in the markup of a document: whoever writes them knows them, so nobody has to read them out of it again.

Links between numbers and panels are not told: there are hundreds, each made together with what it leads to.
"""

from __future__ import annotations

from msgspec import Struct, field


class HtmlLinks(Struct, frozen=True):
    """What of some markup can be aimed at, and where its links lead."""

    anchors: set[str] = field(default_factory=set)
    """All that has an address of its own; of numbers and panels the panels alone, where the page around leads."""

    aims: set[str] = field(default_factory=set)
    """Of these the sections, tables and key figures, to which other pages may lead."""

    inner: set[str] = field(default_factory=set)
    """The anchors that links lead to."""

    outer: set[str] = field(default_factory=set)
    """Where links lead outside of the page, as the page sees it; what is outside of the site is left out."""

    def titled(self, anchor: str, title: str = "") -> None:
        """Note a section or table, and its title, which is called for it where it has no name of its own."""
        self.aims.add(anchor)
        self.anchors.update((anchor, title or f"{anchor}_title"))
