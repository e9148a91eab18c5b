"""The marker file of a published site: that the folder is disc's, and which disclosures and pages stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from disc.core.document import Correction, Covered, Document, Status
from disc.emit.json_text import json_text
from disc.load.repository import Identity
from disc.publish.links import Links

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
    """A published disclosure, as lists need it; the fields are those of `Meta`, and what it covers."""

    address: str
    title: str
    entity: str
    region: str
    region_path: tuple[str, ...]
    year: int
    kind: str
    published: str
    draft: bool = False
    corrections: tuple[Correction, ...] = ()
    coverage: tuple[Covered, ...] = ()
    links: Links = field(default=Links(), compare=False)
    """What its pages offer and ask, so that no page has to be read again to check those of the others."""

    @property
    def changed(self) -> str:
        """When it was published, or last corrected, as its spec says; empty where it does not."""
        return max((self.published, *(made.date for made in self.corrections)))

    @property
    def identity(self) -> Identity:
        """What the spec says of itself: its entity is the last folder of the address."""
        return Identity(self.region, self.address.rpartition("/")[0].rpartition("/")[2], self.kind, self.year)

    def covered(self, item: str) -> Covered | None:
        """Return how it meets a requirement, if that is known."""
        return next((covered for covered in self.coverage if covered.item == item), None)

    @classmethod
    def of(cls, document: Document, links: Links = Links()) -> Entry:  # noqa: B008 - it cannot be changed
        """Return the entry of a document."""
        own = (field.name for field in fields(cls) if field.name not in ("coverage", "links"))
        return cls(**{name: getattr(document.meta, name) for name in own}, coverage=document.coverage, links=links)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a published site."""

    entries: tuple[Entry, ...] = ()
    pages: tuple[str, ...] = ()
    """Paths of the pages about all of them."""

    old: tuple[str, ...] = ()
    """Paths of the pages at old addresses."""

    @property
    def kept(self) -> frozenset[str]:
        """Paths of the pages that readers may have kept the address of; drafts are none."""
        return frozenset(
            (*self.pages, *self.old, *(f"{entry.address}/index.html" for entry in self.entries if not entry.draft))
        )


def manifest(entries: Iterable[Entry], pages: Iterable[str] = (), old: Iterable[str] = ()) -> bytes:
    """Return the contents of the marker file; the arguments are the fields of `Manifest`."""
    listed = [asdict(entry) for entry in sorted(entries)]
    return json_text({"format": FORMAT, "disclosures": listed, "pages": sorted(pages), "old": sorted(old)}).encode()


def published(out: Path) -> tuple[Entry, ...]:
    """Return the disclosures that stand in an output folder; nothing where there is none.

    Raises:
        ManifestError: the folder has a marker file of another format.
    """
    path = out / MARKER
    if not path.is_file():
        return ()
    try:
        return read_manifest(path.read_bytes()).entries
    except (ValueError, TypeError, KeyError) as error:
        raise ManifestError(path) from error


def addresses(out: Path) -> frozenset[str]:
    """Return the pages of an output folder that readers may have kept; none where that cannot be known."""
    try:
        return read_manifest((out / MARKER).read_bytes()).kept
    except (OSError, ValueError, TypeError, KeyError):
        return frozenset()


def read_manifest(content: bytes) -> Manifest:
    """Return what a marker file says.

    Raises:
        ValueError, TypeError, KeyError: it is none, or one of another format.
    """
    parsed = json.loads(content)
    if parsed["format"] != FORMAT:
        raise ValueError(parsed["format"])
    return Manifest(tuple(map(_entry, parsed["disclosures"])), tuple(parsed["pages"]), tuple(parsed["old"]))


def _entry(listed: dict[str, Any]) -> Entry:
    read = {
        "region_path": tuple(listed["region_path"]),
        "coverage": tuple(Covered(**{**item, "status": Status(item["status"])}) for item in listed["coverage"]),
        "corrections": tuple(Correction(**made) for made in listed["corrections"]),
        "links": Links(**{name: tuple(paths) for name, paths in listed["links"].items()}),
    }
    return Entry(**{**listed, **read})
