"""The marker file of a published site: that the folder is disc's, and which disclosures stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from disc.core.document import Meta
from disc.emit.json_text import json_text

MARKER = ".disc.json"
"""Name of the marker file; a folder that has it may be replaced."""

FORMAT = 1
"""Version of the marker file."""


class ManifestError(Exception):
    """The marker file cannot be read, so nobody knows what stands in the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A published disclosure, as lists need it; the fields are those of `Meta`."""

    address: str
    title: str
    entity: str
    region: str
    region_path: tuple[str, ...]
    year: int
    kind: str
    published: str

    @classmethod
    def of(cls, meta: Meta) -> Entry:
        """Return the entry of a document."""
        return cls(**{field.name: getattr(meta, field.name) for field in fields(cls)})


def manifest(entries: Iterable[Entry]) -> bytes:
    """Return the contents of the marker file."""
    return json_text({"format": FORMAT, "disclosures": [asdict(entry) for entry in sorted(entries)]}).encode()


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
        return tuple(
            Entry(**{**listed, "region_path": tuple(listed["region_path"])}) for listed in content["disclosures"]
        )
    except (ValueError, TypeError, KeyError) as error:
        raise ManifestError(path) from error
