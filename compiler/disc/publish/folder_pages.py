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
    found: dict[int, list[Entry]] = {}
    for entry in folder.own_entries:
        found.setdefault(entry.year, []).append(entry)
    years = (Year(year, folder.year_page(year), tuple(found[year])) for year in sorted(found, reverse=True))
    return Listed(folder, members(folder, department), tuple(years))


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
    """Return the entities of a place in one year, by kind."""
    kinds: dict[str, dict[str, Entry]] = {}
    for entry in year.entries:
        kinds.setdefault(entry.kind, {})[entry.folder] = entry
    return tuple(_side_by_side(name, own, place.members) for name, own in sorted(kinds.items()))


def _side_by_side(name: str, own: Mapping[str, Entry], members: Sequence[Member]) -> Kind:
    """Return the disclosures of one kind and year, by folder, units after their department if it has one too."""
    entries: list[Entry] = []
    units: set[str] = set()
    for member in members:
        head = own.get(member.folder.address)
        below = [own[unit.address] for unit in member.units if unit.address in own]
        entries += [head, *below] if head else below
        units |= {entry.address for entry in below} if head else set()
    return Kind(name, compare(entries, units=frozenset(units)))
