"""What the start page sees: the places of the site by year, and who publishes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disc.publish.folder_pages import Listed, Year, listed
from disc.publish.folders import Folder, departments
from disc.publish.manifest import Entry

MOST = 100
"""With more entities than these the start page lists places only, and their pages the entities."""


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the table of places and years."""

    folder: Folder
    years: tuple[Year | None, ...]
    """What it has of each year of the table."""


def start(site: Folder, entries: Sequence[Entry]) -> dict[str, object]:
    """Return what `index.html.j2` sees.

    `places`: those with entities in them, in the order of addresses. `short`: whether there are so few that their
    entities are listed. `years`: of the table, from the newest. `lines`: of the table.
    """
    department = departments(entries)
    places = [listed(folder, department) for folder, _ in site.walk() if not folder.entries and folder.entities]
    years = tuple(sorted({entry.year for entry in entries}, reverse=True))
    return {
        "places": places,
        "short": sum(len(place.folder.entities) for place in places) <= MOST,
        "years": years,
        "lines": [_line(place, years) for place in places],
    }


def _line(place: Listed, years: Sequence[int]) -> Line:
    own = {year.year: year for year in place.years}
    return Line(place.folder, tuple(own.get(year) for year in years))
