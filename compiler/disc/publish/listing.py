"""Entries in the order in which lists have them: by region, by entity, from the newest year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from disc.publish.manifest import Entry


@dataclass(frozen=True, slots=True)
class Entity:
    """What one entity has published, the newest year first."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The entities of one administrative division."""

    code: str
    path: tuple[str, ...]
    """Its name after those of the divisions that it lies in, from the province down."""

    entities: tuple[Entity, ...]


def by_region(entries: Iterable[Entry]) -> tuple[Region, ...]:
    """Return entries by region, then by entity, then from the newest year."""
    ordered = sorted(entries, key=lambda e: (e.region, e.region_path, e.entity, -e.year, e.kind, e.address))
    return tuple(
        Region(code, path, tuple(Entity(name, tuple(own)) for name, own in groupby(there, lambda e: e.entity)))
        for (code, path), there in groupby(ordered, lambda e: (e.region, e.region_path))
    )
