"""The pages of a site's folders: of places, of the years of a place, of entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disc.core.manual import Chapter
from disc.publish.comparison import Comparison, compare
from disc.publish.entry import Entry
from disc.publish.folders import Folder, Member, departments, members
from disc.publish.piece import Piece
from disc.publish.theme import Theme, way_up
from disc.publish.trend import Trend, trend

PICTURED = ("total", "three_public")
"""The key figures whose course over the years is drawn."""


class Year(Struct, frozen=True):
    """What one year's page of a place has, and how much that is."""

    year: int
    page: str
    """Path below the site."""

    entries: tuple[Entry, ...]


class Listed(Struct, frozen=True):
    """A place with entities, as lists of them show it."""

    folder: Folder
    members: tuple[Member, ...]
    years: tuple[Year, ...]
    """From the newest."""


class Kind(Struct, frozen=True):
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


def folder_pieces(site: Folder, entries: Sequence[Entry], theme: Theme, manual: Sequence[Chapter]) -> Iterator[Piece]:
    """Yield the pages of all folders but the site itself, and of the years of all places."""
    department = departments(entries)
    known = {entry.address: entry for entry in entries}
    folders = {folder.address: folder for folder, _ in site.walk()}
    for folder, trail in site.walk():
        if folder.entries:
            over = folders.get(department[folder.address]) if folder.address in department else None
            units = tuple(known[address] for address in folder.entries[0].units if address in known)
            yield entity_piece(folder, trail, over, units, theme, manual)
            continue
        place = listed(folder, department)
        if folder.address:
            yield place_piece(place, trail, theme, manual)
        for year in place.years:
            yield year_piece(place, year, trail, theme, manual)


def entity_piece(
    folder: Folder,
    trail: Sequence[Folder],
    over: Folder | None,
    units: Sequence[Entry],
    theme: Theme,
    manual: Sequence[Chapter],
) -> Piece:
    """Return the page of an entity.

    Args:
        folder: its folder.
        trail: the folders that it lies in, from the site down.
        over: the folder of the department whose unit it is.
        units: of a department, the disclosures of its units of the newest year.
        theme: the looks.
        manual: what there is to say about each rule.
    """

    def make() -> bytes:
        root = way_up(folder.page)
        beside = Kind(folder.entries[0].kind, compare(units, root)) if units else None
        seen = {"folder": folder, "trail": trail, "kinds": _history(folder, root), "over": over, "units": beside}
        return theme.page("entity.html.j2", folder.page, manual=manual, **seen)

    return Piece(folder.page, make, (folder, _names(trail), _names((over,) if over else ()), units))


def place_piece(place: Listed, trail: Sequence[Folder], theme: Theme, manual: Sequence[Chapter]) -> Piece:
    """Return the page of a place; the arguments are those of `entity_piece`."""
    folder = place.folder

    def make() -> bytes:
        seen = {"folder": folder, "trail": trail, "place": place}
        return theme.page("region.html.j2", folder.page, manual=manual, **seen)

    below = tuple((*_names((each,)), len(each.all_entries)) for each in folder.places)
    return Piece(folder.page, make, (folder.title, folder.region, _names(trail), place.members, below))


def year_piece(place: Listed, year: Year, trail: Sequence[Folder], theme: Theme, manual: Sequence[Chapter]) -> Piece:
    """Return the page of a year of a place; the other arguments are those of `entity_piece`."""
    kinds = tuple(_side_by_side(year, place))

    def make() -> bytes:
        root = way_up(year.page)
        compared = tuple(Kind(name, compare(entries, root, units=units)) for name, entries, units in kinds)
        seen = {"folder": place.folder, "trail": trail, "place": place, "year": year, "kinds": compared}
        return theme.page("year.html.j2", year.page, manual=manual, **seen)

    others = tuple(other.year for other in place.years)
    return Piece(year.page, make, (_names((*trail, place.folder)), others, kinds))


def _names(folders: Iterable[Folder]) -> tuple[tuple[str, str], ...]:
    """Return what a page shows of folders to which it leads."""
    return tuple((folder.address, folder.title) for folder in folders)


def _history(folder: Folder, root: str) -> tuple[Kind, ...]:
    """Return the years of an entity, by kind."""
    names = dict.fromkeys(entry.kind for entry in folder.entries)
    return tuple(
        Kind(
            name,
            compare([entry for entry in folder.entries if entry.kind == name], root, counts=True),
            tuple(found for figure in PICTURED if (found := trend(folder.entries, figure, name))),
        )
        for name in names
    )


def _side_by_side(year: Year, place: Listed) -> Iterator[tuple[str, tuple[Entry, ...], frozenset[str]]]:
    """Yield the disclosures of each kind in a year, units after their department if it has one too, and which are."""
    kinds: dict[str, dict[str, Entry]] = {}
    for entry in year.entries:
        kinds.setdefault(entry.kind, {})[entry.folder] = entry
    for name, own in sorted(kinds.items()):
        entries: list[Entry] = []
        units: set[str] = set()
        for member in place.members:
            head = own.get(member.folder.address)
            below = [own[unit.address] for unit in member.units if unit.address in own]
            entries += [head, *below] if head else below
            units |= {entry.address for entry in below} if head else set()
        yield name, tuple(entries), frozenset(units)
