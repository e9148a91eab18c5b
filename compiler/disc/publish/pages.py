"""The files of a site: the pages of every document, the pages about all of them, the theme's static files."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from disc.core.document import Document
from disc.core.manual import Chapter
from disc.load.publishers import Publisher
from disc.publish.disclosure_pages import disclosure_files
from disc.publish.entry import Entry
from disc.publish.files import INDEX, PDF
from disc.publish.links import links_of
from disc.publish.seal import Bytes
from disc.publish.shared import shared, write_shared
from disc.publish.theme import Theme


def render(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    theme: Theme,
    publishers: Sequence[Publisher] = (),
    manual: Sequence[Chapter] = (),
) -> dict[str, bytes]:
    """Return every file of the site by its path, sorted.

    Args:
        documents: the disclosures to make pages of.
        entries: disclosures whose pages stand already; the lists have them too. A document takes the place of an
            entry with its address.
        theme: the looks.
        publishers: those who must publish.
        manual: what there is to say about each rule; without it the site has no manual.

    Raises:
        ThemeError: a template fails.
    """
    listed = {entry.address: entry for entry in entries}
    files: dict[str, bytes] = {}
    for document in documents:
        entry, own = disclosure(document, theme, manual=bool(manual))
        listed[entry.address] = entry
        files |= own
    site = _Files(files)
    write_shared(site, listed.values(), shared(listed.values(), theme, publishers, manual), theme)
    return dict(sorted(files.items()))


class _Files:
    """A site as a map of its files."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def keep(self, *_paths: str) -> bool:
        return False

    def write(self, path: str, *content: Bytes) -> bool:
        self._files[path] = b"".join(content)
        return True


def disclosure(document: Document, theme: Theme, *, manual: bool) -> tuple[Entry, dict[str, bytes]]:
    """Return what the rest of the site needs to know of a disclosure, and its files; they depend on nothing else.

    Raises:
        ThemeError: a template fails.
    """
    files, page = disclosure_files(document, theme, manual=manual)
    entry = Entry.of(document)
    # The PDF is printed from these files, and stands beside them then.
    printed = {f"{entry.address}/{PDF}": b""} if theme.pdf else {}
    aimed = (place.anchor for place in entry.places)
    links = links_of(entry.address, files | printed, aimed, {f"{entry.address}/{INDEX}": page})
    return replace(entry, links=links), files
