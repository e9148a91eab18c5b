"""The long tables: every stated number of a region, and of the whole site, in one file each.

They are the rows of the published disclosures below each other, so they follow from the manifest and from the files
that stand beside the pages, whichever build made these. One disclosure after the other is read and written: the tables
may be much larger than memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from disc.emit.csv import BYTE_ORDER_MARK
from disc.emit.datapackage import DESCRIPTOR, Stamp, data_package, facts_resource
from disc.emit.facts import HEADING
from disc.emit.json_text import Json
from disc.publish.downloads import FACTS, licences
from disc.publish.entry import Entry
from disc.publish.parquet import write_parquet
from disc.publish.theme import Theme

DATA = "data"
"""Folder of the site's long table; below it a folder for each region, by its code."""

EXCEL = "facts.excel.csv"
"""A region's table for those who open it with Excel, which holds a million rows; a site may have more."""

PARQUET = "facts.parquet"

_PIECE = 128 * 1024
"""How much of a table is in memory at once, in bytes: what is near the processor is hashed and written faster."""

_FIRST = (",".join(HEADING) + "\n").encode()


def table_files(code: str, theme: Theme) -> dict[str, str]:
    """Return the files of the long table of a region, or of the whole site where no code is given.

    The keys are the formats csv, excel-csv, parquet and descriptor, the values paths below `DATA`.
    """
    folder, wanted = (f"{code}/" if code else ""), theme.site.downloads
    return (
        {"csv": folder + FACTS}
        | ({"excel-csv": folder + EXCEL} if code and "excel-csv" in wanted else {})
        | ({"parquet": folder + PARQUET} if "parquet" in wanted else {})
        | {"descriptor": folder + DESCRIPTOR}
    )


def long_tables(entries: Iterable[Entry], theme: Theme) -> list[str]:
    """Return the paths of the long tables of a site and its regions, which are written once all pages stand."""
    codes = ("", *sorted({entry.region for entry in entries}))
    return [path for code in codes for path in _paths(code, theme)]


class Site(Protocol):
    """The site that is being made (`disc.publish.staging.Site`)."""

    def find(self, path: str) -> Path:
        """Return where a file of it can be read."""

    def create(self, path: str) -> Path:
        """Return where a file of it is to be made."""

    def keep(self, *paths: str) -> bool:
        """Take over files of the old site, if all of them stand there."""

    def is_kept(self, path: str) -> bool:
        """Return whether a file of it was taken over."""


def write_long_tables(site: Site, entries: Iterable[Entry], theme: Theme, before: Iterable[Entry] = ()) -> None:
    """Write the long tables of a site, and their descriptors.

    A table stays as it is where the disclosures in it are those that were in it, and the rows of all of them stayed.

    Args:
        site: the site; the rows of each disclosure stand beside its page.
        entries: the published disclosures.
        theme: what the site offers, under which name.
        before: the disclosures of the site that stands, if it was made with the same program, theme and settings.

    Raises:
        OSError: the disk does not want it, or the rows of a disclosure are not there.
    """
    regions, old = _by_region(entries), _by_region(before)
    kept = {code for code, there in regions.items() if old.get(code) == there and _is_kept(site, code, there, theme)}
    if kept == regions.keys() == old.keys() and site.keep(*_paths("", theme)):
        return
    with _Growing(site.create(f"{DATA}/{FACTS}"), _FIRST) as whole:
        for code, there in regions.items():
            if code in kept:
                _copy(site.find(f"{DATA}/{code}/{FACTS}"), whole)
            else:
                write_region(site, code, there, theme, whole)
    _describe(site, DATA, f"{theme.site.name}：填报数据", whole.stamp, theme, {"name": "facts"})


_There = tuple[tuple[str, tuple[str, ...]], ...]
"""The disclosures of a region, in order: address, and the region's name after those that it lies in."""


def _by_region(entries: Iterable[Entry]) -> dict[str, _There]:
    ordered = sorted(entries, key=lambda entry: (entry.region, entry.address))
    return {
        code: tuple((entry.address, entry.region_path) for entry in there)
        for code, there in groupby(ordered, lambda entry: entry.region)
    }


def _paths(code: str, theme: Theme) -> list[str]:
    return [f"{DATA}/{name}" for name in table_files(code, theme).values()]


def _is_kept(site: Site, code: str, there: _There, theme: Theme) -> bool:
    """Return whether all rows of a region stayed; its table is taken over then."""
    return all(site.is_kept(f"{address}/{FACTS}") for address, _ in there) and site.keep(*_paths(code, theme))


def write_region(site: Site, code: str, there: _There, theme: Theme, whole: _Growing) -> None:
    """Write the long table of a region, the rows of its disclosures one after the other, and go on with the site's."""
    target = f"{DATA}/{code}"
    with ExitStack() as stack:
        plain = stack.enter_context(_Growing(site.create(f"{target}/{FACTS}"), _FIRST))
        excel = None
        if "excel-csv" in theme.site.downloads:
            first = BYTE_ORDER_MARK.encode() + _for_excel(_FIRST)
            excel = stack.enter_context(_Growing(site.create(f"{target}/{EXCEL}"), first))
        for address, _ in there:
            rows = _rows(site.find(f"{address}/{FACTS}"))
            plain.add(rows)
            whole.add(rows)
            if excel:
                excel.add(_for_excel(rows))
    path = there[0][1]
    about: dict[str, Json] = {"name": f"facts-{code}", "keywords": list(path)}
    _describe(site, target, f"{'／'.join(path)}：填报数据", plain.stamp, theme, about)


def _copy(table: Path, whole: _Growing) -> None:
    """Add the rows of a table that stands to a larger one; they are read, since its hash needs them."""
    with table.open("rb") as region:
        region.readline()
        while rows := region.read(_PIECE):
            whole.add(rows)


def _rows(path: Path) -> bytes:
    """Return a disclosure's rows without the heading, which is one line, as no name of a column has a line break."""
    return path.read_bytes().partition(b"\n")[2]


def _for_excel(rows: bytes) -> bytes:
    return rows.replace(b"\n", b"\r\n")


def _describe(site: Site, folder: str, title: str, stamp: Stamp, theme: Theme, about: Mapping[str, Json]) -> None:
    """Write the descriptor of a long table, and the table as Parquet where the site wants it."""
    said = {**about, "title": title, "description": f"{title}。一行是一个填报的数，金额以元为单位。"}
    table = facts_resource(FACTS, title, stamp, theme.fact_schema)
    described = data_package(said | licences(theme.site.licence), [table])
    site.create(f"{folder}/{DESCRIPTOR}").write_bytes(described)
    if "parquet" in theme.site.downloads:
        columns = {field["name"]: field["type"] for field in theme.fact_columns}
        write_parquet(site.find(f"{folder}/{FACTS}"), site.create(f"{folder}/{PARQUET}"), columns)


class _Growing:
    """A file that grows, and its stamp."""

    def __init__(self, path: Path, first: bytes) -> None:
        self._file = path.open("wb")
        self._hash = sha256()
        self._size = 0
        self.add(first)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, content: bytes) -> None:
        self._file.write(content)
        self._hash.update(content)
        self._size += len(content)

    @property
    def stamp(self) -> Stamp:
        return Stamp(self._size, self._hash.hexdigest())
