"""Text that no Markdown reader takes for syntax."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

# `$` is mathematics on code hosts, `~` a stroke through the text, `#` may close a heading.
_INLINE = re.compile(r"[\\`*_\[\]<&~|$#]")
# Bare addresses would become links that swallow the Chinese text behind them.
_ADDRESS = re.compile(r"(?<=www)\.|:(?=//)", re.IGNORECASE)
# Whatever has syntax has one of these: nearly all texts are free of them, and this is the fastest question.
_SUSPECT = re.compile(r"[\\`*_\[\]<&~|$#:wW]")
_BLOCK = re.compile(r">|[-+](?:[ \t]|$)|(?:-[ \t]*){3,}$")
_ORDERED = re.compile(r"[0-9]{1,9}(?=[.)](?:[ \t]|$))")


def escape_inline(text: str) -> str:
    """Return text, in one line, that reads as itself inside a paragraph, a heading or a cell."""
    if not _SUSPECT.search(text):
        return text
    return _ADDRESS.sub(r"\\\g<0>", _INLINE.sub(r"\\\g<0>", text))


def escape_block(markup: str) -> str:
    """Return inline markup that begins no list, quotation or rule where it begins a block."""
    if markup[:1].isalpha():
        return markup
    if ordered := _ORDERED.match(markup):
        return f"{ordered[0]}\\{markup[ordered.end() :]}"
    return f"\\{markup}" if _BLOCK.match(markup) else markup


def emphasize(parts: Iterable[tuple[str, str]]) -> str:
    """Return the markup of texts, each with the delimiter of its style: nothing, ``*``, ``**`` or ``***``."""
    texts = [("", "")]
    for delimiter, run in groupby((part for part in parts if part[0]), key=lambda part: part[1]):
        # Delimiters that touch are ambiguous, so of two styled texts side by side only the first is marked.
        texts.append(("".join(text for text, _ in run), "" if texts[-1][1] else delimiter))
    texts.append(("", ""))
    return "".join(
        _mark(text, delimiter, before[-1:], after[:1])
        for (before, _), (text, delimiter), (after, _) in zip(texts, texts[1:], texts[2:], strict=False)
    )


def _mark(text: str, delimiter: str, before: str, after: str) -> str:
    """Return text between delimiters, with punctuation at its ends left outside where it must be.

    A delimiter between a letter and punctuation does not count as one: ``**增长（同比）**的原因`` stays literal.
    """
    if not delimiter:
        return escape_inline(text)
    start, end = 0, len(text)
    while start < end and not _is_edge(before, text[start]):
        before, start = text[start], start + 1
    while start < end and not _is_edge(after, text[end - 1]):
        after, end = text[end - 1], end - 1
    if start == end:
        return escape_inline(text)
    inner = f"{delimiter}{escape_inline(text[start:end])}{delimiter}"
    return escape_inline(text[:start]) + inner + escape_inline(text[end:])


def _is_edge(outside: str, inside: str) -> bool:
    """Whether a delimiter counts as one between these characters; outside is empty at the end of the block."""
    if unicodedata.category(inside)[0] in "LMN":
        return True
    return not inside.isspace() and (not outside or outside.isspace() or unicodedata.category(outside)[0] == "P")
