"""The folders of a site, each of which has one page: what stands in it, and what lies below it.

A folder with disclosures in it is that of an entity, any other is a place: a region, or whatever else the addresses are
ordered by. Since every folder has one page and one only, an entity and a region cannot be in each other's way: where a
folder is both, its page shows the entity's disclosures and then what lies below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from disc.publish.entry import Entry

Names = tuple[str, ...]

_Below = tuple[Entry, Names]
"""A disclosure, and the folders between the one that is looked at and it."""


def year_page(folder: str, year: int) -> str:
    """Return the path of the page that compares the entities of a folder in a year: a file, in no folder's way."""
    return f"{folder}/{year}.html".lstrip("/")


class Folder(Struct, frozen=True):
    """A folder of the site."""

    address: str
    """Its path below the site; empty for the site itself."""

    title: str
    """Name of the entity or of the place; empty for the site itself."""

    region: Names
    """The division that everything in it lies in, after those that this one lies in; may be empty."""

    entries: tuple[Entry, ...]
    """The disclosures that stand in it, the newest year first."""

    folders: tuple[Folder, ...]
    """Those in it, by address."""

    @property
    def page(self) -> str:
        """Path of its page."""
        return f"{self.address}/index.html" if self.address else "index.html"

    @property
    def places(self) -> tuple[Folder, ...]:
        """The folders in it that are no entity's."""
        return tuple(folder for folder in self.folders if not folder.entries)

    @property
    def entities(self) -> tuple[Folder, ...]:
        """The folders in it that are an entity's, each followed by those of entities in it."""
        return tuple(found for folder in self.folders if folder.entries for found in (folder, *folder.entities))

    @property
    def own_entries(self) -> tuple[Entry, ...]:
        """Every disclosure of its entities."""
        return tuple(entry for entity in self.entities for entry in entity.entries)

    def year_page(self, year: int) -> str:
        """Path of the page that compares its entities in a year."""
        return year_page(self.address, year)

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """Every disclosure in it and below it."""
        return (*self.entries, *(entry for folder in self.folders for entry in folder.all_entries))

    def walk(self, trail: tuple[Folder, ...] = ()) -> Iterator[tuple[Folder, tuple[Folder, ...]]]:
        """Yield this folder and all below it, each with those that it lies in, from the site down."""
        yield self, trail
        for folder in self.folders:
            yield from folder.walk((*trail, self))


def tree(entries: Iterable[Entry]) -> Folder:
    """Return the folders of a site, from that of the start page down."""
    return _folder("", (), tuple((entry, tuple(entry.address.split("/")[:-1])) for entry in entries))


def _folder(address: str, above: Names, below: Sequence[_Below]) -> Folder:
    own = sorted((entry for entry, steps in below if not steps), key=lambda e: (-e.year, e.kind))
    region = _region(address, below)
    inner: dict[str, list[_Below]] = {}
    for entry, steps in below:
        if steps:
            inner.setdefault(steps[0], []).append((entry, steps[1:]))
    folders = (_folder(f"{address}/{name}".lstrip("/"), region, found) for name, found in sorted(inner.items()))
    title = own[0].entity if own else _title(address.rpartition("/")[2], region, above)
    return Folder(address, title, region, tuple(own), tuple(folders))


def _region(address: str, below: Sequence[_Below]) -> Names:
    """Return the division that a folder is about: what everything in it has in common.

    A folder that has entities in it may be that of the division that they are of. One that has only places in it is
    a larger one, even if there is but one place so far: its depth says which, as addresses go from large to small.
    """
    if not address:
        return ()
    paths = [entry.region_path for entry, _ in below]
    together = takewhile(lambda names: len(set(names)) == 1, zip(*paths, strict=False))
    common = tuple(names[0] for names in together)
    holds_entities = any(len(steps) <= 1 for _, steps in below)
    return common if holds_entities else common[: address.count("/") + 1]


def _title(step: str, region: Names, above: Names) -> str:
    """Return the name of a place; where that is the name of the place around it, with the folder's own."""
    if not region:
        return step
    return region[-1] if region != above else f"{region[-1]}（{step}）"


class Member(Struct, frozen=True):
    """An entity in a list, with its units."""

    folder: Folder
    units: tuple[Folder, ...] = ()


def departments(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the folder of the department of each unit's folder, by what the newest disclosure of a department says."""
    newest = {entry.folder: entry for entry in sorted(entries, key=lambda e: (e.year, e.address))}
    return {unit.rpartition("/")[0]: entry.folder for entry in newest.values() for unit in entry.units}


def members(folder: Folder, department: Mapping[str, str]) -> tuple[Member, ...]:
    """Return the entities of a place by address, the units of a department under it in its own order.

    What was a department and has become a unit has no units under it: lists have two levels, whatever files of
    different years say.
    """
    listed = {entity.address: entity for entity in folder.entities}
    units: dict[str, list[Folder]] = {}
    for address, over in department.items():
        if address in listed and over in listed and department.get(over) not in listed:
            units.setdefault(over, []).append(listed[address])
    below = {unit.address for own in units.values() for unit in own}
    return tuple(
        Member(head, tuple(units.get(address, ()))) for address, head in listed.items() if address not in below
    )
