"""Small sites, as maps of files, and what stands on the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from disc.publish.manifest import MARKER, Entry, manifest

Files = dict[str, bytes]


def entry(address: str) -> Entry:
    return Entry(address, "题", "甲", "653023", ("阿合奇县",), 2024, "budget", "2024-02-21")


def site(*addresses: str, content: bytes = b"new", also: Iterable[str] = ()) -> Files:
    """A site with these pages; its list names other addresses also."""
    pages = {f"{a}/{name}": content for a in addresses for name in ("index.html", "data.json", "tables/t.csv")}
    return pages | {"index.html": content, MARKER: manifest(map(entry, (*addresses, *also)))}


def tree(folder: Path) -> Files:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
