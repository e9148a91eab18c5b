"""Small sites, as maps of files, and what stands on the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmount, KeyAmounts
from disc.publish.manifest import MARKER, Manifest, manifest

Files = dict[str, bytes]


def entry(address: str) -> Entry:
    figures = [
        KeyAmount("total", "收支总预算", "896.16", "734.52", "万元"),
        KeyAmount("active", "在职人数", "23", "", "人"),
    ]
    title, day = "题", "2024-02-21"
    return Entry(address, title, "甲", "653023", ("阿合奇县",), 2024, "budget", day, figures=KeyAmounts.of(figures))


def site(*addresses: str, content: bytes = b"new", also: Iterable[str] = ()) -> Files:
    """A site with these pages; its list names other addresses also."""
    pages = {f"{a}/{name}": content for a in addresses for name in ("index.html", "data.json", "tables/t.csv")}
    return pages | {"index.html": content, MARKER: b"".join(manifest(Manifest(tuple(map(entry, (*addresses, *also))))))}


def tree(folder: Path) -> Files:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Plain:
    """A folder that is written as it is, as a site that is being made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, path: str) -> Path:
        return self._folder / path

    def create(self, path: str) -> Path:
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def keep(self, *_paths: str) -> bool:
        return False

    def is_kept(self, _path: str) -> bool:
        return False
