"""How much a file may hold."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """How much a file may hold."""

    size: int = 1_000_000
    """Bytes."""

    depth: int = 32
    """Levels of groups and lists."""

    values: int = 100_000
    """Keys, values, groups and lists together."""


LIMITS = Limits()
"""What a file in a repository of disclosures may hold."""
