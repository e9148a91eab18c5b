"""The pages about all disclosures. They depend on nothing but the entries, the publishers and the theme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from disc.core.manual import LEVELS, ManualPage
from disc.load.publishers import Publisher
from disc.publish.coverage_page import coverage
from disc.publish.listing import by_region
from disc.publish.manifest import Entry
from disc.publish.theme import Theme

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
    yield "index.html", theme.page("index.html.j2", "index.html", manual=manual, regions=by_region(entries))
    seen = coverage(entries, publishers)
    yield COVERAGE, theme.page("coverage.html.j2", COVERAGE, manual=manual, **seen)
    if manual:
        yield MANUAL, theme.page("manual.html.j2", MANUAL, manual=manual, levels=LEVELS)
