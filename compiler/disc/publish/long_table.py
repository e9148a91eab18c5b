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

_PIECE = 1024**2
"""How much of a table is in memory at once, in bytes."""

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
    return [f"{DATA}/{name}" for code in codes for name in table_files(code, theme).values()]


class Site(Protocol):
    """The site that is being made (`disc.publish.staging.Site`)."""

    def find(self, path: str) -> Path:
        """Return where a file of it can be read."""

    def create(self, path: str) -> Path:
        """Return where a file of it is to be made."""


def write_long_tables(site: Site, entries: Iterable[Entry], theme: Theme) -> None:
    """Write the long tables of a site, and their descriptors.

    Args:
        site: the site; the rows of each disclosure stand beside its page.
        entries: the published disclosures.
        theme: what the site offers, under which name.

    Raises:
        OSError: the disk does not want it, or the rows of a disclosure are not there.
    """
    ordered = sorted(entries, key=lambda entry: (entry.region, entry.address))
    codes = []
    for code, there in groupby(ordered, lambda entry: entry.region):
        write_region(site, code, tuple(there), theme)
        codes.append(code)
    write_site(site, codes, theme)


def write_region(site: Site, code: str, entries: tuple[Entry, ...], theme: Theme) -> None:
    """Write the long table of a region: the rows of its disclosures, one after the other."""
    target = f"{DATA}/{code}"
    with ExitStack() as stack:
        plain = stack.enter_context(_Growing(site.create(f"{target}/{FACTS}"), _FIRST))
        excel = None
        if "excel-csv" in theme.site.downloads:
            first = BYTE_ORDER_MARK.encode() + _for_excel(_FIRST)
            excel = stack.enter_context(_Growing(site.create(f"{target}/{EXCEL}"), first))
        for entry in entries:
            rows = _rows(site.find(f"{entry.address}/{FACTS}"))
            plain.add(rows)
            if excel:
                excel.add(_for_excel(rows))
    path = entries[0].region_path
    about: dict[str, Json] = {"name": f"facts-{code}", "keywords": list(path)}
    _describe(site, target, f"{'／'.join(path)}：填报数据", plain.stamp, theme, about)


def write_site(site: Site, codes: Iterable[str], theme: Theme) -> None:
    """Write the long table of the site: the rows of its regions' tables, which stand already."""
    with _Growing(site.create(f"{DATA}/{FACTS}"), _FIRST) as whole:
        for code in codes:
            with site.find(f"{DATA}/{code}/{FACTS}").open("rb") as region:
                region.readline()
                while rows := region.read(_PIECE):
                    whole.add(rows)
    _describe(site, DATA, f"{theme.site.name}：填报数据", whole.stamp, theme, {"name": "facts"})


def _rows(path: Path) -> bytes:
    """Return a disclosure's rows without the heading, which is one line, as no name of a column has a line break."""
    return path.read_bytes().partition(b"\n")[2]


def _for_excel(rows: bytes) -> bytes:
    return rows.replace(b"\n", b"\r\n")


def _describe(site: Site, folder: str, title: str, stamp: Stamp, theme: Theme, about: Mapping[str, Json]) -> None:
    """Write the descriptor of a long table, and the table as Parquet where the site wants it."""
    said = {**about, "title": title, "description": f"{title}。一行是一个填报的数，金额以元为单位。"}
    table = facts_resource(FACTS, title, stamp, theme.fact_columns)
    described = data_package(said | licences(theme.site.licence), [table])
    site.create(f"{folder}/{DESCRIPTOR}").write_bytes(described.encode())
    if "parquet" in theme.site.downloads:
        columns = {field["name"]: field["type"] for field in theme.fact_columns["fields"]}
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
