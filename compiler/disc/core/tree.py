"""Dimensions that are trees."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disc.core.lazily import lazily


class Tree(Struct, frozen=True, dict=True):
    """A dimension's members, each with its parent."""

    parents: Mapping[str, str]
    """Member to parent; top members are not keys."""

    @lazily
    def _chains(self) -> dict[str, tuple[str, ...]]:
        return {}

    def ancestry(self, member: str) -> tuple[str, ...]:
        """Return the member and everything above it, from below."""
        chain = self._chains.get(member)
        if chain is None:
            parent = self.parents.get(member)
            chain = self._chains[member] = (member, *(self.ancestry(parent) if parent is not None else ()))
        return chain
