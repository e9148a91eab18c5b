"""What many records of a site have in common, kept once: the disclosures of one form say mostly the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

from msgspec.structs import replace

from disc.publish.entry import Entry
from disc.publish.key_amounts import KeyAmounts
from disc.publish.links import Links

_Value = TypeVar("_Value", bound=Hashable)


class Sharing:
    """Lets many entries have one object where their values are equal, as they mostly are for disclosures of one form.

    Ten thousand of them are then a few kilobytes each, and equal ones are compared at a glance.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def shared(self, entry: Entry) -> Entry:
        """Return an equal entry, made of what those before it are made of."""
        one = self._one
        return replace(
            entry,
            entity=one(entry.entity),
            region=one(entry.region),
            region_path=one(entry.region_path),
            kind=one(entry.kind),
            published=one(entry.published),
            level=one(entry.level),
            coverage=one(entry.coverage),
            figures=KeyAmounts(one(entry.figures.heads), entry.figures.digits),
            places=tuple(map(one, entry.places)),
            links=self.shared_links(entry.links),
        )

    def shared_links(self, links: Links) -> Links:
        """Return equal links, likewise."""
        one = self._one
        return Links(one(links.offers), one(tuple(map(one, links.asks))), links.dead)

    def _one(self, value: _Value) -> _Value:
        found: _Value = self._known.setdefault(value, value)
        return found
