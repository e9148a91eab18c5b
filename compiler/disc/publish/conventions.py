"""The files that programs look for at known places, and what stands at old addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from disc.core.manual import Chapter
from disc.publish.entry import Entry
from disc.publish.files import INDEX
from disc.publish.old_addresses import old_pieces
from disc.publish.piece import Piece
from disc.publish.sitemap import ROBOTS, robots, sitemap_pieces
from disc.publish.theme import Theme


def convention_pieces(
    entries: Collection[Entry], pages: Collection[str], theme: Theme, manual: Sequence[Chapter]
) -> Iterator[Piece]:
    """Yield these files.

    Args:
        entries: all disclosures.
        pages: paths of all other pages of the site.
        theme: the looks.
        manual: what there is to say about each rule.
    """
    yield from old_pieces(theme, pages, manual)
    yield Piece(ROBOTS, partial(robots, theme.site, preview=theme.preview))
    if theme.canonical(INDEX):
        from disc.publish.feed import FEED, feed  # noqa: PLC0415 - a site without an address has none

        yield Piece(FEED, partial(feed, entries, theme.site))
        dates = {f"{entry.address}/{INDEX}": entry.changed for entry in entries}
        drafts = {f"{entry.address}/{INDEX}" for entry in entries if entry.draft}
        yield from sitemap_pieces({page: dates.get(page, "") for page in pages if page not in drafts}, theme.site)
