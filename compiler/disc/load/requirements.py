"""What the national rules require a document of a kind to hold: data in `schema/requirements/`."""

from __future__ import annotations

from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.load.resources import Resources
from disc.load.schema import Schema, validate
from disc.load.source import read_source
from disc.load.tree import Map

FOLDER = "schema/requirements"


class Requirement(Struct, frozen=True):
    """One item that must be published."""

    id: str
    title: str
    law: str
    """The law or rule that asks for it."""

    stated: str
    """Place of a spec where an author states it; empty where the compiler derives it."""

    none: str
    """What an author writes there if there is none of it, `{year}` for the spec's year and `{last_year}` for the one
    before; empty where a spec has no way to say so."""

    advised: bool
    """Whether lacking it is only worth a notice."""

    def none_in(self, year: int) -> str:
        """Return what an author writes in the spec of a year if there is none of it, or an empty string."""
        return self.none.replace("{last_year}", str(year - 1)).replace("{year}", str(year))


def load_requirements(
    resources: Resources, kind: str, schema: Schema
) -> tuple[tuple[Requirement, ...], tuple[Diagnostic, ...]]:
    """Return the requirements of a kind of document in their order, none where it has none, and what is wrong."""
    file = f"{FOLDER}/{kind}.yaml"
    if resources.find(file) is None:
        return (), ()
    data, diagnostics = read_source(resources.read(file), file)
    diagnostics += validate(data, schema, file) if data is not None else ()
    entries = data.get("requirements") if data is not None else None
    if diagnostics or not isinstance(entries, Map):
        return (), diagnostics
    return tuple(_requirement(name, entry) for name, entry in entries.items() if isinstance(entry, Map)), ()


def _requirement(name: str, entry: Map) -> Requirement:
    title, law, stated, none = (str(entry.get(field, "")) for field in ("title", "law", "stated", "none"))
    return Requirement(name, title, law, stated, none, entry.get("advised") is True)
