"""Names that Excel accepts for the sheets of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED = "history"


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each title: without forbidden characters, at most 31 long, no two alike whatever the case."""
    taken = {_RESERVED}
    names = []
    for title in titles:
        name = base = _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST].rstrip(" '") or "Sheet"
        count = 1
        while name.lower() in taken:
            count += 1
            ending = f" ({count})"
            name = base[: _LONGEST - len(ending)] + ending
        taken.add(name.lower())
        names.append(name)
    return tuple(names)
