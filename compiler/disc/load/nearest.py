"""What was probably meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import TypedDict

from disc.core.diagnostic import Words
from disc.load.text import clip

_FEW = 8
"""How many names may be listed where none resembles what was written."""

HINT = Words("核对写法：{near_zh}", "Check how it is written: {near_en}")
"""What to do about a name that does not exist, with the fields that `near` returns."""


class Near(TypedDict):
    """The fields of the hint."""

    near_zh: str
    near_en: str


def alike(name: str, known: Iterable[str]) -> str:
    """Return the known name that a name was probably meant to be, of equals the first; empty if it resembles none."""
    return "".join(get_close_matches(clip(name), sorted(known), 1))


def near(name: str, known: Collection[str], *, within: str = "") -> Near:
    """Return the fields of a hint: the known name that resembles a name, else all if they are few, else that none does.

    Args:
        name: what was written.
        known: what there is.
        within: what stands before each of them, as messages write it.
    """
    if found := alike(name, known):
        return {"near_zh": f"最接近的是 {within}{found}", "near_en": f"the nearest is {within}{found}"}
    if 0 < len(known) <= _FEW:
        all_known = [f"{within}{each}" for each in sorted(known)]
        return {"near_zh": f"可以写 {'、'.join(all_known)}", "near_en": f"it can be {', '.join(all_known)}"}
    return {"near_zh": "没有相近的", "near_en": "nothing resembles it"}
