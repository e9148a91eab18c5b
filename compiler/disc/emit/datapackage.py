"""Descriptors of data files, by which programs know what is in them: Data Package, version 2 (https://datapackage.org).

A descriptor names the CSV files beside it and below it, with size, hash and the type of every column; `frictionless
validate datapackage.json` reads the files and holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from json import JSONEncoder

from msgspec import Struct

from disc.core.document import Document
from disc.emit.json_text import Json
from disc.emit.records import ColumnType, Records
from disc.emit.words import heading

DESCRIPTOR = "datapackage.json"
"""The name that the standard gives the file."""

_PROFILES = "https://datapackage.org/profiles/2.0"

_encode = JSONEncoder(ensure_ascii=False).encode


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


def facts_resource(path: str, title: str, stamp: Stamp, columns: str) -> str:
    """Return the description of a long table of facts; `columns` is the Table Schema of all of them as JSON text."""
    return _with_schema(_resource("facts", path, title, stamp), columns)


def table_resource(records: Records, path: str, stamp: Stamp) -> str:
    """Return the description of a table's file."""
    table = records.table
    described: dict[str, Json] = {"description": table.unit} if table.unit else {}
    headless: dict[str, Json] = {} if records.has_heading else {"dialect": {"header": False}}
    resource = _resource(f"table-{table.id}", path, heading(table), stamp) | described | headless
    return _with_schema(resource, _schema(records.columns, records.types))


def data_package(about: Mapping[str, Json], resources: Iterable[str]) -> str:
    """Return a descriptor as JSON text, each resource on a line of its own.

    Args:
        about: what it says of the whole: name, title …
        resources: the descriptions of its files, as JSON text.
    """
    members = {"$schema": f"{_PROFILES}/datapackage.json", **about}
    head = "".join(f"{_encode(name)}: {_encode(member)},\n" for name, member in members.items())
    return "{\n" + head + '"resources": [\n' + ",\n".join(resources) + "\n]\n}\n"


def _resource(name: str, path: str, title: str, stamp: Stamp) -> dict[str, Json]:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": stamp.size,
        "hash": f"sha256:{stamp.hash}",
    }


def _with_schema(resource: dict[str, Json], schema: str) -> str:
    """Return a description as JSON text: its schema, most of it, is JSON text already, since many files have it."""
    return f'{_encode(resource)[:-1]}, "schema": {schema}}}'


# Tables of a form mostly have the same columns in every disclosure.
@lru_cache(maxsize=256)
def _schema(names: tuple[str, ...], types: tuple[ColumnType, ...]) -> str:
    return _encode({"fields": [_field(name, kind) for name, kind in zip(names, types, strict=True)]})


def _field(name: str, kind: ColumnType) -> dict[str, Json]:
    match kind:
        case ColumnType.TEXT:
            return {"name": name, "type": "string"}
        case ColumnType.NUMBER:
            return {"name": name, "type": "number"}
        case ColumnType.PERCENT:
            return {"name": name, "type": "number", "bareNumber": False}
