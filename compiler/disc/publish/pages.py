"""The files of a site: the pages of every document, the pages about all of them, the theme's static files."""

from __future__ import annotations

from collections.abc import Sequence

from disc.core.document import Document
from disc.core.manual import ManualPage
from disc.load.publishers import Publisher
from disc.publish.disclosure_pages import disclosure_files
from disc.publish.manifest import Entry
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
    listed = {entry.address: entry for entry in (*entries, *map(Entry.of, documents))}
    files = dict(theme.static)
    for document in documents:
        files |= disclosure_files(document, theme, manual)
    files |= site_files(listed.values(), theme, publishers, manual)
    return dict(sorted(files.items()))
