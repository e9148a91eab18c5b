"""Every text of a spec, to be searched at once: dozens of patterns over thousands of values, in one pass each."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

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

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Path, str, list[re.Match[str]]]]:
        """Yield the texts in which a pattern matches: path, text, and the matches, equal words once.

        The pattern sees all texts as one, with a null character between them, which it must not match.
        """
        matches = pattern.finditer(self._joined)
        for number, found in groupby(matches, lambda match: bisect(self._starts, match.start()) - 1):
            yield *self.entries[number], list({match[0]: match for match in reversed(list(found))}.values())[::-1]


def quoted(matches: Iterable[re.Match[str]]) -> str:
    """Return matched words as they stand between quotation marks in a message."""
    return "”、“".join(match[0].strip() for match in matches)
