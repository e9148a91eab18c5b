"""The marker file of a published site: that the folder is disc's, and which disclosures stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import Any

from disc.core.document import Covered, Document, Meta, Status
from disc.load.repository import Identity
from disc.publish.places import Place, Sort, places

MARKER = ".disc.json"
"""Name of the marker file; a folder that has it may be replaced."""

FORMAT = 3
"""Version of the marker file."""


class ManifestError(Exception):
    """The marker file cannot be read, so nobody knows what stands in the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A published disclosure, as lists and the search need it: fields of `Meta`, and what of the document they name."""

    address: str
    title: str
    entity: str
    region: str
    region_path: tuple[str, ...]
    year: int
    kind: str
    published: str
    level: str = ""
    """department or unit."""

    units: tuple[str, ...] = ()
    """Addresses of the disclosures of its units, if it is their sum."""

    coverage: tuple[Covered, ...] = ()
    places: tuple[Place, ...] = ()
    """What can be searched for in it."""

    @property
    def folder(self) -> str:
        """Where its entity has all its disclosures: the address without its last step."""
        return self.address.rpartition("/")[0]

    @property
    def identity(self) -> Identity:
        """What the spec says of itself: its entity is the last folder of the address."""
        return Identity(self.region, self.folder.rpartition("/")[2], self.kind, self.year)

    def covered(self, item: str) -> Covered | None:
        """Return how it meets a requirement, if that is known."""
        return next((covered for covered in self.coverage if covered.item == item), None)

    @classmethod
    def of(cls, document: Document) -> Entry:
        """Return the entry of a document."""
        meta = {field.name: getattr(document.meta, field.name) for field in fields(cls) if field.name in _META}
        units = tuple(unit.address for unit in document.units)
        return cls(**meta, units=units, coverage=document.coverage, places=places(document))


_META = frozenset(field.name for field in fields(Meta))


def manifest(entries: Iterable[Entry]) -> bytes:
    """Return the contents of the marker file. Most disclosures have the same places: each stands in it once."""
    listed = sorted(entries)
    numbers = {place: n for n, place in enumerate(sorted({place for entry in listed for place in entry.places}))}
    content = {
        "format": FORMAT,
        "places": [list(astuple(place)) for place in numbers],
        "disclosures": [_listed(entry, numbers) for entry in listed],
    }
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _listed(entry: Entry, numbers: Mapping[Place, int]) -> dict[str, object]:
    own = {field.name: getattr(entry, field.name) for field in fields(entry)}
    coverage = [asdict(covered) for covered in entry.coverage]
    return own | {"coverage": coverage, "places": [numbers[place] for place in entry.places]}


def published(out: Path) -> tuple[Entry, ...]:
    """Return what stands in an output folder; nothing where there is none.

    Raises:
        ManifestError: the folder has a marker file of another format.
    """
    path = out / MARKER
    if not path.is_file():
        return ()
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT:
            raise ManifestError(path)
        known = [Place(Sort(sort), *words) for sort, *words in content["places"]]
        return tuple(_entry(listed, known) for listed in content["disclosures"])
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise ManifestError(path) from error


def _entry(listed: dict[str, Any], known: Sequence[Place]) -> Entry:
    coverage = tuple(Covered(**{**item, "status": Status(item["status"])}) for item in listed["coverage"])
    lists: dict[str, Any] = {name: tuple(listed[name]) for name in ("region_path", "units")}
    return Entry(**{**listed, **lists, "coverage": coverage, "places": tuple(known[n] for n in listed["places"])})
