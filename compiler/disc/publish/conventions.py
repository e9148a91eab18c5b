"""The files that programs look for at known places, and what stands at old addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from disc.core.manual import ManualPage
from disc.publish.feed import FEED, feed
from disc.publish.manifest import Entry
from disc.publish.old_addresses import old_pages
from disc.publish.site import INDEX
from disc.publish.sitemap import ROBOTS, robots, sitemap_files
from disc.publish.theme import Theme


def convention_files(
    entries: Collection[Entry], pages: Collection[str], theme: Theme, manual: Sequence[ManualPage]
) -> Iterator[tuple[str, bytes]]:
    """Yield these files by their paths below the site.

    Args:
        entries: all disclosures.
        pages: paths of all other pages of the site.
        theme: the looks.
        manual: what there is to say about each rule.

    Raises:
        ThemeError: a template fails.
    """
    yield from old_pages(theme, pages, manual)
    yield ROBOTS, robots(theme.site, preview=theme.preview)
    if theme.canonical(INDEX):
        yield FEED, feed(entries, theme.site)
        dates = {f"{entry.address}/{INDEX}": entry.changed for entry in entries}
        drafts = {f"{entry.address}/{INDEX}" for entry in entries if entry.draft}
        yield from sitemap_files({page: dates.get(page, "") for page in pages if page not in drafts}, theme.site)
