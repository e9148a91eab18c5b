"""The files of a site: the pages of every document, the pages about all of them, the theme's static files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disc.core.document import Document
from disc.core.manual import ManualPage
from disc.load.publishers import Publisher
from disc.publish.conventions import convention_files
from disc.publish.disclosure_pages import disclosure_files
from disc.publish.links import links_of
from disc.publish.manifest import MARKER, Entry, manifest
from disc.publish.old_addresses import MISSING
from disc.publish.site import INDEX
from disc.publish.site_pages import site_files
from disc.publish.theme import Theme


def render(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    theme: Theme,
    publishers: Sequence[Publisher] = (),
    manual: Sequence[ManualPage] = (),
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
    files = dict(theme.static)
    for document in documents:
        own = dict(disclosure_files(document, theme, manual))
        address = document.meta.address
        listed[address] = Entry.of(document, links_of(address, own))
        files |= own
    files |= site_files(listed.values(), theme, publishers, manual)
    disclosures = {f"{address}/{INDEX}" for address in listed}
    pages = disclosures | _pages(files)
    files |= convention_files(listed.values(), pages, theme, manual)
    old = _pages(files) - pages - {MISSING}
    files[MARKER] = manifest(listed.values(), pages - disclosures, old, preview=theme.preview)
    return dict(sorted(files.items()))


def _pages(files: Iterable[str]) -> set[str]:
    return {name for name in files if name.endswith(".html")}
