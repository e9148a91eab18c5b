"""Where in a spec things stand, found by path or by a pattern of paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache


class Paths:
    """Numbered things by the paths at which they stand; several may stand at one."""

    def __init__(self, numbered: Iterable[tuple[int, str]]) -> None:
        """Begin.

        Args:
            numbered: each thing's number and its path, in the order in which they are to be found.
        """
        self._by_path: dict[str, list[int]] = {}
        for number, path in numbered:
            self._by_path.setdefault(path, []).append(number)
        self._by_pattern: dict[str, list[int]] = {}

    def at(self, pattern: str) -> Sequence[int]:
        """Return the numbers of what stands at a path, or at each that matches; * stands for one step."""
        if "*" not in pattern:
            return self._by_path.get(pattern, ())
        found = self._by_pattern.get(pattern)
        if found is None:
            matches = _matcher(pattern)
            found = [number for path, numbers in self._by_path.items() if matches(path) for number in numbers]
            self._by_pattern[pattern] = found
        return found


@lru_cache
def _matcher(pattern: str) -> Callable[[str], object]:
    return re.compile(re.escape(pattern).replace(r"\*", "[^.]+")).fullmatch
