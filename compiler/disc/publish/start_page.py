"""What the start page sees: the places of the site by year, and who publishes there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from disc.publish.entry import Entry
from disc.publish.folder_pages import listed
from disc.publish.folders import Folder, departments

MOST = 100
"""More entities than these are not listed on the start page but on those of their places; and more places than these
only on the pages of the larger ones that they lie in."""


class Count(Struct, frozen=True):
    """How many disclosures a place has of one year."""

    number: int
    page: str
    """Path of the page that compares them; empty where it has none of its own."""


class Line(Struct, frozen=True):
    """A place in the table of places and years."""

    folder: Folder
    counts: tuple[Count | None, ...]
    """For each year of the table; None where there is nothing."""


def start(site: Folder, entries: Sequence[Entry]) -> dict[str, object]:
    """Return what `index.html.j2` sees.

    `places`: those whose entities are listed, none if there are too many. `years`: of the table of places and years,
    from the newest. `lines`: its rows.
    """
    department = departments(entries)
    places = [folder for folder, _ in site.walk() if not folder.entries and folder.entities]
    few = sum(len(place.entities) for place in places) <= MOST
    years = tuple(sorted({entry.year for entry in entries}, reverse=True))
    rows = places if len(places) <= MOST else site.folders
    return {
        "places": [listed(place, department) for place in places] if few else [],
        "years": years,
        "lines": [_line(place, years) for place in rows],
    }


def _line(folder: Folder, years: Sequence[int]) -> Line:
    own = folder.own_entries
    counted = Counter(entry.year for entry in own or folder.all_entries)
    return Line(
        folder,
        tuple(Count(counted[year], folder.year_page(year) if own else "") if counted[year] else None for year in years),
    )
