"""The pages about all disclosures. They depend on nothing but the entries, the publishers and the theme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import groupby

from disc.core.diagnostic import LEVELS
from disc.core.manual import Chapter
from disc.load.publishers import Publisher
from disc.publish.coverage_page import coverage_pieces
from disc.publish.data_page import DATA_PAGE, data_page
from disc.publish.entry import Entry
from disc.publish.folder_pages import folder_pieces
from disc.publish.folders import Folder, tree
from disc.publish.piece import Piece
from disc.publish.search import MANUAL_INDEX, SEARCH, index_path, index_pieces, manual_index
from disc.publish.start_page import start
from disc.publish.theme import Theme

START = "index.html"

MANUAL = "manual/index.html"
"""The page that explains the checks."""


def site_pieces(
    entries: Collection[Entry], theme: Theme, publishers: Sequence[Publisher], manual: Sequence[Chapter]
) -> Iterator[Piece]:
    """Yield what a site has besides its disclosures, by what follows from what.

    The pages of a place, of its years and of an entity, the coverage of a place and year, and the index of a region
    each follow from the disclosures there; the others from all, and say little of each.

    Args:
        entries: all disclosures.
        theme: the looks.
        publishers: those who must publish.
        manual: what there is to say about each rule; without it the site has no manual.
    """
    listed = sorted(entries, key=lambda entry: entry.address)
    # Sorted by address they stay, within their region.
    ordered = groupby(sorted(listed, key=lambda entry: entry.region), lambda entry: entry.region)
    regions = {region: tuple(found) for region, found in ordered}
    site = tree(listed)

    def page(template: str, path: str, key: tuple[object, ...], **seen: object) -> Piece:
        return Piece(path, partial(theme.page, template, path, manual=manual, **seen), key)

    yield Piece(START, partial(_start, site, listed, theme, manual))
    yield from folder_pieces(site, listed, theme, manual)
    yield from coverage_pieces(listed, publishers, theme, manual)
    known = tuple(sorted({(entry.region, entry.region_path) for entry in listed}))
    yield page("data.html.j2", DATA_PAGE, known, **data_page(known, theme))
    indexes = (*regions, *((MANUAL_INDEX,) if manual else ()))
    yield page("search.html.j2", SEARCH, indexes, indexes=indexes)
    yield from index_pieces(regions)
    if manual:
        yield Piece(index_path(MANUAL_INDEX), partial(manual_index, manual), ())
        yield page("manual.html.j2", MANUAL, (), levels=LEVELS)


def _start(site: Folder, entries: Sequence[Entry], theme: Theme, manual: Sequence[Chapter]) -> bytes:
    return theme.page("index.html.j2", START, manual=manual, **start(site, entries))
