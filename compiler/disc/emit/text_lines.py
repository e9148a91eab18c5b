"""Words broken into short lines, for labels in pictures."""

from __future__ import annotations

from functools import lru_cache

_CLOSING = frozenset("、，。；：！？）】》」』”’,.;:!?)")
_OPENING = frozenset("（【《「『“‘(")


# The names of functions and sources come again in every disclosure.
@lru_cache(maxsize=1024)
def broken(text: str, most: int) -> tuple[str, ...]:
    """Return text in lines of about equal length, at most `most` characters each.

    No line begins with a closing mark or ends with an opening one, where that can be helped.
    """
    if not text:
        return ()
    count = -(-len(text) // most)
    lines: list[str] = []
    while text:
        wanted = -(-len(text) // max(1, count - len(lines)))
        end = _break(text, min(wanted, most), most)
        lines.append(text[:end])
        text = text[end:]
    return tuple(lines)


def _break(text: str, wanted: int, most: int) -> int:
    """Return where to break: where wanted, or the nearest place where a line may end and another begin."""
    nearest = sorted(range(1, min(most, len(text)) + 1), key=lambda end: (abs(end - wanted), end))
    return next((end for end in nearest if _may_break(text, end)), min(wanted, len(text)))


def _may_break(text: str, end: int) -> bool:
    if end == len(text):
        return True
    before, after = text[end - 1], text[end]
    in_word = f"{before}{after}".isascii() and before.isalnum() and after.isalnum()
    return not (after in _CLOSING or before in _OPENING or in_word)
