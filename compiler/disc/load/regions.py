"""Administrative divisions by code (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.load.resources import Resources
from disc.load.source import read_source
from disc.load.tree import Map

FILE = "schema/classification/regions.yaml"


class Regions(Struct, frozen=True):
    """The divisions that disclosures may belong to."""

    names: Mapping[str, str]
    """Six-digit code to full name."""

    def path(self, code: str) -> tuple[str, ...]:
        """Return the names of a division and of those it lies in, from the province down."""
        return tuple(self.names[c] for c in _containing(code) if c in self.names)


def lies_in(code: str, other: str) -> bool:
    """Return whether a division is another one or lies in it."""
    return other in _containing(code)


def _containing(code: str) -> tuple[str, ...]:
    """Return the codes of a division and of those it lies in, from the province down.

    A code ends in 0000 for a province and in 00 for a prefecture (GB/T 2260).
    """
    return tuple(dict.fromkeys((code[:2] + "0000", code[:4] + "00", code)))


def load_regions(resources: Resources) -> tuple[Regions, tuple[Diagnostic, ...]]:
    """Return the divisions that a root knows.

    Raises:
        FileNotFoundError: the table is missing.
    """
    data, diagnostics = read_source(resources.read(FILE), FILE)
    codes = data.get("codes") if data else None
    return Regions({code: str(name) for code, name in codes.items()} if isinstance(codes, Map) else {}), diagnostics
