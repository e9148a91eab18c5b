"""Descriptors of data files, by which programs know what is in them: Data Package, version 2 (https://datapackage.org).

A descriptor names the CSV files beside it and below it, with size, hash and the type of every column; `frictionless
validate datapackage.json` reads the files and holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from msgspec import UNSET, Raw, Struct, UnsetType, field
from msgspec.json import encode

from disc.core.document import Document
from disc.emit.json_text import Json
from disc.emit.records import ColumnType, Records
from disc.emit.words import heading

DESCRIPTOR = "datapackage.json"
"""The name that the standard gives the file."""

_PROFILES = "https://datapackage.org/profiles/2.0"


class Stamp(Struct, frozen=True):
    """By what a file is known to be whole."""

    size: int
    """Bytes."""

    hash: str
    """SHA-256, in hexadecimal digits."""

    @classmethod
    def of(cls, content: bytes) -> Stamp:
        """Return the stamp of a file's content."""
        return cls(len(content), sha256(content).hexdigest())


class Resource(Struct, frozen=True, kw_only=True):
    """A file of a package, in the members of the standard."""

    name: str
    type: str = "table"
    path: str
    title: str
    format: str = "csv"
    mediatype: str = "text/csv"
    encoding: str = "utf-8"
    size: int = field(name="bytes")
    hash: str
    description: str | UnsetType = UNSET
    dialect: Mapping[str, bool] | UnsetType = UNSET
    columns: Raw = field(name="schema")
    """Its Table Schema, as JSON text already, since many files have the same one."""


def about_document(document: Document) -> dict[str, Json]:
    """Return what the descriptor of a disclosure says of it as a whole."""
    meta = document.meta
    is_address = meta.source.startswith(("https://", "http://"))
    source = {"title": meta.source} | ({"path": meta.source} if is_address else {})
    about: dict[str, Json] = {
        "name": meta.address.replace("/", "-"),
        "title": meta.title,
        "description": f"{meta.title}的全部表格，以及其中每个填报的数。",
        "keywords": [*meta.region_path, meta.entity, str(meta.year)],
        "contributors": [{"title": meta.entity, "roles": ["publisher"]}],
    }
    return about | ({"sources": [source]} if meta.source else {})


def facts_resource(path: str, title: str, stamp: Stamp, columns: str) -> Resource:
    """Return the description of a long table of facts; `columns` is the Table Schema of all of them as JSON text."""
    return Resource(
        name="facts", path=path, title=title, size=stamp.size, hash=f"sha256:{stamp.hash}", columns=Raw(columns)
    )


def table_resource(records: Records, path: str, stamp: Stamp) -> Resource:
    """Return the description of a table's file."""
    table = records.table
    return Resource(
        name=f"table-{table.id}",
        path=path,
        title=heading(table),
        size=stamp.size,
        hash=f"sha256:{stamp.hash}",
        description=table.unit or UNSET,
        dialect=UNSET if records.has_heading else {"header": False},
        columns=_schema(records.columns, records.types),
    )


def data_package(about: Mapping[str, Json], resources: Iterable[Resource]) -> bytes:
    """Return a descriptor as JSON text, each resource on a line of its own.

    Args:
        about: what it says of the whole: name, title …
        resources: its files.
    """
    members = {"$schema": f"{_PROFILES}/datapackage.json", **about}
    head = b"".join(b"%b:%b,\n" % (encode(name), encode(member)) for name, member in members.items())
    return b'{\n%b"resources":[\n%b\n]\n}\n' % (head, b",\n".join(map(encode, resources)))


# Tables of a form mostly have the same columns in every disclosure.
@lru_cache(maxsize=256)
def _schema(names: tuple[str, ...], types: tuple[ColumnType, ...]) -> Raw:
    return Raw(encode({"fields": [_field(name, kind) for name, kind in zip(names, types, strict=True)]}))


def _field(name: str, kind: ColumnType) -> dict[str, Json]:
    match kind:
        case ColumnType.TEXT:
            return {"name": name, "type": "string"}
        case ColumnType.NUMBER:
            return {"name": name, "type": "number"}
        case ColumnType.PERCENT:
            return {"name": name, "type": "number", "bareNumber": False}
