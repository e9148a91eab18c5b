"""Every text of a spec, to be searched at once: dozens of patterns over thousands of values, in one pass each."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from disc.load.tree import Path

# No text can contain it: control characters are refused.
_BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts with their paths, names as well as prose, in the order of the file."""

    entries: tuple[tuple[Path, str], ...] = ()
    _joined: str = ""
    _starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, leaves: Iterable[tuple[Path, object]]) -> Texts:
        """Return the texts among the values of a file."""
        entries = tuple((path, value) for path, value in leaves if isinstance(value, str))
        starts = tuple(accumulate((len(text) + 1 for _, text in entries), initial=0))
        return cls(entries, _BETWEEN.join(text for _, text in entries), starts)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
        """Yield where a pattern matches; the same words in the same text once.

        The pattern sees all texts as one, with a null character between them, which it must not match.
        """
        seen: set[tuple[Path, str]] = set()
        for match in pattern.finditer(self._joined):
            path, _ = self.entries[bisect(self._starts, match.start()) - 1]
            if (path, match[0]) not in seen:
                seen.add((path, match[0]))
                yield path, match
