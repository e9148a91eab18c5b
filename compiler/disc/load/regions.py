"""Administrative divisions by code (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.load.resources import Resources
from disc.load.table_files import REGIONS, gaps, names_of, read_table


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
    """Return the divisions that a root knows, and what is wrong with the table.

    Raises:
        FileNotFoundError: the table is missing.
    """
    data, found = read_table(resources, REGIONS, "regions")
    return Regions(names_of(data)), (*found, *gaps(data, REGIONS, _province))


def _province(code: str) -> str:
    """Return the province that a division lies in; empty for a province. Others above it need not be in the table."""
    province = _containing(code)[0]
    return "" if province == code else province
