"""Selections over the lines of a ledger: what they ask for, and what that says of each line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct


class Constraint(Struct, frozen=True):
    """A selection's demand on one dimension: at or below one of these members."""

    dimension: str
    members: frozenset[str]


Selection = tuple[Constraint, ...]


@lru_cache(maxsize=8192)
def within(dimension: str, member: str) -> Constraint:
    """Return the demand for one member and what is below it."""
    return Constraint(dimension, frozenset({member}))


def selection(constraints: Mapping[str, tuple[str, ...]]) -> Selection:
    """Return a selection from dimension to members, in a fixed order of dimensions."""
    return tuple(Constraint(dimension, frozenset(members)) for dimension, members in sorted(constraints.items()))


class Reach(Struct, frozen=True):
    """What the constraints of a selection say of each line, before a view of each pool is chosen, as bit masks."""

    matching: int
    """The lines that match all constraints."""

    possible: int
    """Those that match, or may for all that is known."""

    vague: int
    """Those of which some constraint cannot tell."""

    def narrowed(self, other: Reach) -> Reach:
        """Return the reach of both selections together."""
        return Reach(self.matching & other.matching, self.possible & other.possible, self.vague | other.vague)
