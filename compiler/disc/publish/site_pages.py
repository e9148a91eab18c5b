"""The pages about all disclosures. They depend on nothing but the entries, the publishers and the theme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from disc.core.manual import LEVELS, ManualPage
from disc.load.publishers import Publisher
from disc.publish.coverage_page import coverage
from disc.publish.data_page import DATA_PAGE, data_page
from disc.publish.folder_pages import folder_files
from disc.publish.folders import tree
from disc.publish.manifest import Entry
from disc.publish.search import SEARCH, index_files
from disc.publish.start_page import start
from disc.publish.theme import Theme

START = "index.html"

COVERAGE = "coverage/index.html"
"""The page that says of every disclosure what it covers."""

MANUAL = "manual/index.html"
"""The page that explains the checks."""


def site_files(
    entries: Collection[Entry], theme: Theme, publishers: Sequence[Publisher], manual: Sequence[ManualPage]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are no disclosure's own, by their paths below the site.

    Raises:
        ThemeError: a template fails.
    """
    listed = sorted(entries, key=lambda entry: entry.address)
    site = tree(listed)
    yield START, theme.page("index.html.j2", START, manual=manual, **start(site, listed))
    yield from folder_files(site, listed, theme, manual)
    seen = coverage(listed, publishers)
    yield COVERAGE, theme.page("coverage.html.j2", COVERAGE, manual=manual, **seen)
    yield DATA_PAGE, theme.page("data.html.j2", DATA_PAGE, manual=manual, **data_page(listed, theme))
    regions = sorted({entry.region for entry in listed})
    yield SEARCH, theme.page("search.html.j2", SEARCH, manual=manual, regions=regions)
    yield from index_files(listed)
    if manual:
        yield MANUAL, theme.page("manual.html.j2", MANUAL, manual=manual, levels=LEVELS)
