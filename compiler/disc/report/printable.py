"""Text of strangers, made safe to print: nothing in it can move a cursor, colour a terminal or end a line."""

from __future__ import annotations

import json
import unicodedata

from disc.emit.json_text import Json, json_text

# Control characters, invisible ones, halves of surrogates, private use, unassigned; separators of lines, paragraphs.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str) -> str:
    r"""Return a text on one line in which every character that would not show is written as an escape: `\u001b`."""
    if text.isprintable():
        return text
    return "".join(_escape(character) if _hidden(character) else character for character in text)


def printable_json(value: Json) -> str:
    """Return a value as JSON text, with those characters as JSON's own escapes."""
    return "".join(
        _escape(character) if _hidden(character) and character != "\n" else character for character in json_text(value)
    )


def width(text: str) -> int:
    """Return how many columns a terminal takes for a text: two for a Chinese character, none for a combining mark."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
