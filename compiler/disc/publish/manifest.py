"""The marker file of a published site: that the folder is disc's, and which disclosures and pages stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path

from msgspec import Struct, field
from msgspec.json import decode, encode

from disc.publish.entry import Entry
from disc.publish.links import Links
from disc.publish.packing import packed, unpacked
from disc.publish.seal import Bytes, check_seal, sealed

MARKER = ".disc.json"
"""Name of the marker file; a folder that has it may be replaced."""

FORMAT = 7
"""Version of the marker file, and of what must stand beside each page for a build of some disclosures to go on from."""


_END = b"]}\n"
"""The last line; each disclosure stands on one of its own before it, as no text of JSON has a line break in it."""


_BEGINNING = 200
_PREVIEW = re.compile(rb'\{"sha256": "[0-9a-f]{64}","format":[0-9]+,"preview":(true|false)')
"""How a marker file begins."""


class ManifestError(Exception):
    """Nobody knows what stands in the folder: its marker file cannot be read, or says of files what is not so."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
        """The marker file, or the folder of a disclosure that has lost files."""


class Manifest(Struct, frozen=True):
    """What stands in a published site."""

    entries: tuple[Entry, ...] = ()
    pages: Mapping[str, Links] = field(default_factory=dict)
    """The pages about all of them, by path: the anchors that each offers, and where it leads but for disclosures."""

    old: tuple[str, ...] = ()
    """Paths of the pages at old addresses."""

    preview: bool = False

    @property
    def addresses(self) -> frozenset[str]:
        """Paths of the pages that readers may have kept the address of; those of a preview are for nobody to keep."""
        if self.preview:
            return frozenset()
        return frozenset((*(f"{entry.address}/index.html" for entry in self.entries), *self.pages, *self.old))


def manifest(found: Manifest) -> tuple[Bytes, ...]:
    """Return the contents of the marker file in pieces: it grows with the site, and is in memory once."""
    common, disclosures = packed(found.entries, found.pages)
    head = encode({"format": FORMAT, "preview": found.preview, **common, "old": sorted(found.old)})
    separators = chain(repeat(b",\n", len(disclosures) - 1), (b"\n",))
    lines = chain.from_iterable(zip(disclosures, separators, strict=False))
    return sealed(head.removesuffix(b"}"), b',"disclosures":[\n', *lines, _END)


def published(out: Path) -> tuple[Entry, ...]:
    """Return the disclosures that stand in an output folder; nothing where there is none.

    Raises:
        ManifestError: the marker file is of another format, damaged or cannot be read.
    """
    return standing(out).entries


def standing(out: Path) -> Manifest:
    """Return what stands in an output folder; nothing where there is none.

    Raises:
        ManifestError: the marker file is of another format, damaged or cannot be read.
    """
    path = out / MARKER
    if not path.is_file():
        return Manifest()
    try:
        return read_manifest(path.read_bytes())
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise ManifestError(path) from error


def is_preview(out: Path) -> bool | None:
    """Return whether a preview stands in an output folder; None where nothing stands, or nobody can tell."""
    path = out / MARKER
    try:
        with path.open("rb") as file:
            told = _PREVIEW.match(file.read(_BEGINNING))
        # Another version may say it elsewhere.
        found = told[1] == b"true" if told else decode(path.read_bytes()).get("preview")
    except (OSError, ValueError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, bool) else None


def addresses(out: Path) -> frozenset[str]:
    """Return paths of the pages of an output folder that readers may have kept the address of.

    Of a marker file that another version wrote what can be read will do; where nothing can, nothing is known.
    """
    try:
        return standing(out).addresses
    except ManifestError:
        return _legible_addresses(out / MARKER)


def _legible_addresses(path: Path) -> frozenset[str]:
    try:
        parsed = decode(path.read_bytes())
        if parsed.get("preview"):
            return frozenset()
        disclosures = (f"{listed['address']}/index.html" for listed in parsed["disclosures"])
        found = (*disclosures, *parsed.get("pages", ()), *parsed.get("old", ()))
        return frozenset(path for path in found if isinstance(path, str))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return frozenset()


def read_manifest(content: bytes) -> Manifest:
    """Return what a marker file says.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it is none, or one of another format.
    """
    check_seal(content)
    lines = BytesIO(content)
    parsed = decode(lines.readline() + _END)
    if parsed["format"] != FORMAT:
        raise ValueError(parsed["format"])
    entries, pages = unpacked(parsed, (line.rstrip(b",\n") for line in lines if line != _END))
    return Manifest(entries, pages, tuple(parsed["old"]), parsed["preview"])
