"""What a result is made of: each file that was read for it and each name that was looked for, with a digest.

A cache can tell by them whether it is still true, and a run on several machines whether all saw the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from hashlib import blake2b
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Needs = Mapping[str, str]
"""Digests by name; how names are made, `Inputs` says."""

ABSENT = ""
"""Digest of what is not there, or cannot be read."""


def digest(content: bytes) -> str:
    """Return what tells contents apart: 16 octets in hexadecimal digits."""
    return blake2b(content, digest_size=16).hexdigest()


def digest_of_names(names: Iterable[str]) -> str:
    """Return what tells sets of paths apart."""
    return digest("\n".join(sorted(names)).encode("utf-8", "surrogateescape"))


class Notes:
    """Notes down what is read."""

    def __init__(self) -> None:
        self._open: list[dict[str, str]] = [{}]

    def add(self, name: str, digest: str) -> None:
        """Note that something was read, or looked for."""
        self._open[-1][name] = digest

    def taken(self, work: Callable[[], V]) -> tuple[V, Needs]:
        """Return what comes of some work, and what it was made of."""
        self._open.append({})
        try:
            value = work()
        finally:
            needs = self._open.pop()
        self._open[-1].update(needs)
        return value, needs

    def once(self, kept: dict[K, tuple[V, Needs]], key: K, work: Callable[[], V], *, most: int = 0) -> V:
        """Return what is kept under a key, or make and keep it; whoever asks has read what it was made of.

        Args:
            kept: what was made before; the oldest goes when there is more than `most`, if that is set.
            key: what to look for.
            work: makes it.
            most: how much to keep.
        """
        if key not in kept:
            kept[key] = self.taken(work)
            if most and len(kept) > most:
                del kept[next(iter(kept))]
        value, needs = kept[key]
        self._open[-1].update(needs)
        return value
