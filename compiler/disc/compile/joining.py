"""Joins lines as Chinese text is set."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def one_line(text: str) -> str:
    """Return text with its line breaks taken out: nothing stays between wide characters, a space elsewhere."""
    return join(line.strip() for line in text.splitlines()) if "\n" in text else text.strip()


def join(lines: Iterable[str]) -> str:
    """Return lines as one, as Chinese text is set: no space where a wide character meets the line break."""
    joined = ""
    for line in lines:
        if joined and line and not (_is_wide(joined[-1]) or _is_wide(line[0])):
            joined += " "
        joined += line
    return joined


# Unicode leaves open how wide these are; between Chinese words they are wide (CLREQ).
_MARKS = frozenset("“”‘’…—·")


def _is_wide(character: str) -> bool:
    # Private-use characters mark figures, which stand among Chinese words.
    wide = unicodedata.east_asian_width(character) in "WF" or unicodedata.category(character) == "Co"
    return wide or character in _MARKS
