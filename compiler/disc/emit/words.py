"""What every emitter needs to know about running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from disc.core.document import Inline, Section, Table

_CLOSED = tuple("、）．：。")
"""Characters that part a number from its title by themselves: 一、 and （一）."""

# Everything that a reader or a parser could take for the end of a line.
_BREAK = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def separator(label: str) -> str:
    """Return what stands between a number and its title: nothing after 一、, a space after 第一部分."""
    return "" if not label or label.endswith(_CLOSED) else " "


def heading(block: Section | Table) -> str:
    """Return number and title of a section or table in one line."""
    return one_line(f"{block.label}{separator(block.label)}{block.title}")


def one_line(text: str) -> str:
    """Return the text with its line breaks and tabs as spaces."""
    # What is printable has none; to ask that is much faster than to look for them.
    return text if text.isprintable() else _BREAK.sub(" ", text)


def plain(content: Sequence[Inline]) -> str:
    """Return the characters alone, in one line."""
    return one_line(content[0].text if len(content) == 1 else "".join([inline.text for inline in content]))
