"""The pages of a site's folders: of places, of the years of a place, of entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disc.core.manual import ManualPage
from disc.publish.comparison import Comparison, compare
from disc.publish.folders import Folder, Member, departments, members
from disc.publish.manifest import Entry
from disc.publish.theme import Theme
from disc.publish.trend import Trend, trend

PICTURED = ("total", "three_public")
"""The key figures whose course over the years is drawn."""


@dataclass(frozen=True, slots=True)
class Year:
    """What one year's page of a place has, and how much that is."""

    year: int
    page: str
    """Path below the site."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A place with entities, as lists of them show it."""

    folder: Folder
    members: tuple[Member, ...]
    years: tuple[Year, ...]
    """From the newest."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The disclosures of one kind, side by side."""

    name: str
    comparison: Comparison
    trends: tuple[Trend, ...] = ()


def listed(folder: Folder, department: Mapping[str, str]) -> Listed:
    """Return a place with what lists show of it."""
    found = [entry for entity in folder.entities for entry in entity.entries]
    years = sorted({entry.year for entry in found}, reverse=True)
    return Listed(folder, members(folder, department), tuple(_year(folder, year, found) for year in years))


def _year(folder: Folder, year: int, entries: Sequence[Entry]) -> Year:
    return Year(year, year_page(folder.address, year), tuple(entry for entry in entries if entry.year == year))


def year_page(folder: str, year: int) -> str:
    """Return the path of the page about a year of a place. It is a file and no folder: it is in no entity's way."""
    return f"{folder}/{year}.html".lstrip("/")


def folder_files(
    site: Folder, entries: Sequence[Entry], theme: Theme, manual: Sequence[ManualPage]
) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of all folders but the site itself, and of the years of all places.

    Raises:
        ThemeError: a template fails.
    """
    department = departments(entries)
    known = {entry.address: entry for entry in entries}
    folders = {folder.address: folder for folder, _ in site.walk()}
    for folder, trail in site.walk():
        frame = {"manual": manual, "folder": folder, "trail": trail}
        if folder.entries:
            over = folders.get(department[folder.address]) if folder.address in department else None
            units = _units(folder.entries[0], known)
            yield (
                folder.page,
                theme.page("entity.html.j2", folder.page, **frame, kinds=_history(folder), over=over, units=units),
            )
            continue
        place = listed(folder, department)
        if folder.address:
            yield folder.page, theme.page("region.html.j2", folder.page, **frame, place=place)
        for year in place.years:
            yield (
                year.page,
                theme.page("year.html.j2", year.page, **frame, place=place, year=year, kinds=_kinds(year, place)),
            )


def _history(folder: Folder) -> tuple[Kind, ...]:
    """Return the years of an entity, by kind."""
    names = dict.fromkeys(entry.kind for entry in folder.entries)
    return tuple(
        Kind(
            name,
            compare([entry for entry in folder.entries if entry.kind == name], counts=True),
            tuple(found for figure in PICTURED if (found := trend(folder.entries, figure, name))),
        )
        for name in names
    )


def _units(newest: Entry, known: Mapping[str, Entry]) -> Kind | None:
    """Return the units of a department, side by side; None where none is known."""
    entries = [known[address] for address in newest.units if address in known]
    return Kind(newest.kind, compare(entries)) if entries else None


def _kinds(year: Year, place: Listed) -> tuple[Kind, ...]:
    """Return the entities of a place in one year by kind, units after their departments."""
    order = [
        (folder.address, is_unit)
        for member in place.members
        for folder, is_unit in ((member.folder, False), *((unit, True) for unit in member.units))
    ]
    ranks = {address: (rank, is_unit) for rank, (address, is_unit) in enumerate(order)}
    entries = sorted(year.entries, key=lambda entry: ranks[entry.folder])
    units = frozenset(entry.address for entry in entries if ranks[entry.folder][1])
    names = dict.fromkeys(entry.kind for entry in entries)
    return tuple(Kind(name, compare([e for e in entries if e.kind == name], units=units)) for name in sorted(names))
