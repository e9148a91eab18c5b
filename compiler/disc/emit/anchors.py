"""The anchors that code hosts give to the headings of a Markdown file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


def anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """Return for each heading of a file, in order, the anchor that GitHub and its like derive from it.

    Letters in lower case, digits and hyphens stay, spaces become hyphens, all else goes; what has been there before
    gets a number.
    """
    taken: set[str] = set()
    slugs = []
    for heading in headings:
        slug = base = _slug(heading)
        number = 0
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        slugs.append(slug)
    return tuple(slugs)


# Most disclosures have the headings of their form.
@lru_cache(maxsize=1024)
def _slug(heading: str) -> str:
    return "".join("-" if c == " " else c for c in heading.strip().lower() if c in " -" or _is_word(c))


def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category in {"Nd", "Nl", "Pc"}
