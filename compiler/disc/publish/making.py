"""The disclosures of the next site, each written as soon as it is made: one after the other is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disc.core.document import Document
from disc.core.manual import ManualPage
from disc.core.span import Span
from disc.publish.manifest import Entry
from disc.publish.pages import disclosure
from disc.publish.staging import Site
from disc.publish.theme import Theme


class Making:
    """What the rest of a site needs to know of its disclosures."""

    def __init__(self, new: Site, theme: Theme, manual: Sequence[ManualPage]) -> None:
        self._new = new
        self._theme = theme
        self._manual = manual
        self.entries: dict[str, Entry] = {}
        """Every disclosure of the site, by its address."""

        self.causes: dict[tuple[str, str], Span] = {}
        """The places in specs that make links, by the address of the disclosure and that of its target."""

    def add(self, document: Document) -> None:
        """Make and write the files of a disclosure.

        Raises:
            ThemeError: a template fails.
            OSError: the disk refuses.
        """
        entry, files = disclosure(document, self._theme, self._manual)
        for path, content in files.items():
            self._new.write(path, content)
        self.entries[entry.address] = entry
        self.causes.update({(entry.address, unit.address): unit.span for unit in document.units if unit.span})

    def keep(self, entries: Iterable[Entry]) -> None:
        """Take over the files of the disclosures that stand and were not made anew."""
        others = {entry.address: entry for entry in entries if entry.address not in self.entries}
        self._new.keep_below(others.keys(), apart=self.entries.keys())
        self.entries.update(others)
