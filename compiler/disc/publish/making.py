"""The disclosures of the next site, each written as soon as it is made: one after the other is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disc.core.span import Span
from disc.publish.entry import Entry
from disc.publish.sharing import Sharing
from disc.publish.staging import Site


class Making:
    """What the rest of a site needs to know of its disclosures."""

    def __init__(self, new: Site) -> None:
        self._new = new
        self._sharing = Sharing()
        self._standing: list[str] = []
        self.made: list[str] = []
        """The addresses of those whose files were written."""

        self.entries: dict[str, Entry] = {}
        """Every disclosure of the site, by its address."""

        self.causes: dict[tuple[str, str], Span] = {}
        """The places in specs that make links, by the address of the disclosure and that of its target."""

    def add(self, entry: Entry, causes: Mapping[str, Span], files: Mapping[str, bytes] | None) -> None:
        """Write the files of a disclosure.

        Args:
            entry: what others need to know of it.
            causes: the places in its spec that make links, by the address of the target.
            files: its files by path below the site; None: they stand in the old site as they would be made.

        Raises:
            OSError: the disk refuses.
        """
        if files is None:
            self._standing.append(entry.address)
        else:
            self.made.append(entry.address)
            entry = self._sharing.shared(entry)
        for path, content in (files or {}).items():
            self._new.write(path, content)
        self.entries[entry.address] = entry
        self.causes.update({(entry.address, target): span for target, span in causes.items()})

    def keep(self, entries: Iterable[Entry] = ()) -> None:
        """Take over the files that stand: of disclosures that were added so, and of others that were not added.

        What was added elsewhere has moved there, and does not stay.
        """
        added = {entry.identity for entry in self.entries.values()}
        others = {entry.address: entry for entry in entries if entry.identity not in added}
        self._new.keep_below((*self._standing, *others), apart=self.made)
        self.entries.update(others)
