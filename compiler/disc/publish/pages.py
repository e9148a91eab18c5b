"""The files of a site: the pages of every document, the pages about all of them, the theme's static files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from disc.core.document import Document
from disc.core.manual import ManualPage
from disc.load.publishers import Publisher
from disc.publish.conventions import convention_files
from disc.publish.disclosure_pages import disclosure_files
from disc.publish.links import links_of
from disc.publish.manifest import MARKER, Entry, Manifest, manifest
from disc.publish.old_addresses import MISSING
from disc.publish.site import INDEX, PDF
from disc.publish.site_pages import site_files
from disc.publish.theme import Theme


def render(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    theme: Theme,
    publishers: Sequence[Publisher] = (),
    manual: Sequence[ManualPage] = (),
) -> dict[str, bytes]:
    """Return every file of the site by its path, sorted; what it is made of, `render_site` says."""
    return render_site(documents, entries, theme, publishers, manual)[0]


def render_site(
    documents: Sequence[Document],
    entries: Sequence[Entry],
    theme: Theme,
    publishers: Sequence[Publisher] = (),
    manual: Sequence[ManualPage] = (),
) -> tuple[dict[str, bytes], Manifest]:
    """Return every file of the site by its path, sorted, and what its manifest says.

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
        entry, own = disclosure(document, theme, manual)
        listed[entry.address] = entry
        files |= own
    shared, found = shared_files(listed.values(), theme, publishers, manual)
    return dict(sorted((files | shared).items())), found


def disclosure(document: Document, theme: Theme, manual: Sequence[ManualPage]) -> tuple[Entry, dict[str, bytes]]:
    """Return what the rest of the site needs to know of a disclosure, and its files; they depend on nothing else.

    Raises:
        ThemeError: a template fails.
    """
    files = dict(disclosure_files(document, theme, manual))
    entry = Entry.of(document)
    # The PDF is printed from these files, and stands beside them then.
    printed = {f"{entry.address}/{PDF}": b""} if theme.pdf else {}
    links = links_of(entry.address, files | printed, (place.anchor for place in entry.places))
    return replace(entry, links=links), files


def shared_files(
    entries: Collection[Entry], theme: Theme, publishers: Sequence[Publisher], manual: Sequence[ManualPage]
) -> tuple[dict[str, bytes], Manifest]:
    """Return the files that are no disclosure's own, and the manifest, which is one of them.

    Raises:
        ThemeError: a template fails.
    """
    files = dict(theme.static)
    files |= site_files(entries, theme, publishers, manual)
    disclosures = {f"{entry.address}/{INDEX}" for entry in entries}
    pages = disclosures | _pages(files)
    files |= convention_files(entries, pages, theme, manual)
    old = _pages(files) - pages - {MISSING}
    found = Manifest(tuple(entries), tuple(sorted(pages - disclosures)), tuple(sorted(old)), theme.preview)
    files[MARKER] = manifest(found.entries, found.pages, found.old, preview=found.preview)
    return files, found


def _pages(files: Iterable[str]) -> set[str]:
    return {name for name in files if name.endswith(".html")}
