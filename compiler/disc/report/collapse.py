"""At most a few findings of one cause: many of one code in one file are told by the first of them and a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from disc.core.diagnostic import Diagnostic

LIMIT = 5
"""How many findings of one code in one file are shown."""


def collapsed(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, int]]:
    """Return the findings to show, in their order, each with how many others of its kind stand behind it unseen.

    Those that are accepted are never left out: each stands there for its reason.
    """
    everything = tuple(diagnostics)
    total = Counter(_kind(found) for found in everything)
    shown: Counter[tuple[str, str]] = Counter()
    for found in everything:
        kind = _kind(found)
        shown[kind] += not found.accepted
        if found.accepted:
            yield found, 0
        elif shown[kind] <= LIMIT:
            yield found, max(0, total[kind] - LIMIT) if shown[kind] == LIMIT else 0


def _kind(found: Diagnostic) -> tuple[str, str]:
    return ("", "") if found.accepted else (found.span.file, found.code)
