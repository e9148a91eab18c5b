"""The marker file of a published site: that the folder is disc's, and which disclosures stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from disc.core.document import Covered, Document, Status
from disc.emit.json_text import json_text
from disc.load.repository import Identity
from disc.publish.seal import sealed, unsealed

MARKER = ".disc.json"
"""Name of the marker file; a folder that has it may be replaced."""

FORMAT = 2
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
    coverage: tuple[Covered, ...] = ()

    @property
    def identity(self) -> Identity:
        """What the spec says of itself: its entity is the last folder of the address."""
        return Identity(self.region, self.address.rpartition("/")[0].rpartition("/")[2], self.kind, self.year)

    def covered(self, item: str) -> Covered | None:
        """Return how it meets a requirement, if that is known."""
        return next((covered for covered in self.coverage if covered.item == item), None)

    @classmethod
    def of(cls, document: Document) -> Entry:
        """Return the entry of a document."""
        own = (field.name for field in fields(cls) if field.name != "coverage")
        return cls(**{name: getattr(document.meta, name) for name in own}, coverage=document.coverage)


def manifest(entries: Iterable[Entry]) -> bytes:
    """Return the contents of the marker file."""
    return sealed(json_text({"format": FORMAT, "disclosures": [asdict(entry) for entry in sorted(entries)]}).encode())


def published(out: Path) -> tuple[Entry, ...]:
    """Return what stands in an output folder; nothing where there is none.

    Raises:
        ManifestError: the marker file is of another format, damaged or cannot be read.
    """
    path = out / MARKER
    if not path.is_file():
        return ()
    try:
        content = json.loads(unsealed(path.read_bytes()))
        if content["format"] != FORMAT:
            raise ManifestError(path)
        return tuple(map(_entry, content["disclosures"]))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ManifestError(path) from error


def _entry(listed: dict[str, Any]) -> Entry:
    coverage = tuple(Covered(**{**item, "status": Status(item["status"])}) for item in listed["coverage"])
    return Entry(**{**listed, "region_path": tuple(listed["region_path"]), "coverage": coverage})
