"""From bytes to text: strict UTF-8, without characters that nobody can see or nobody else can read."""

from __future__ import annotations

import re
from bisect import bisect_right

from disc.core.diagnostic import Diagnostic, Words
from disc.core.span import Span
from disc.load.source_rules import FORBIDDEN_CHARACTER, NOT_UTF8

LINE_BREAK = re.compile(r"\r\n?|\n")
"""Where lines end, for YAML as for editors; the other line breaks of Unicode are refused."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands in the text, after reading, where a forbidden character stood."""

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_KINDS = (
    (r"\ufffd", Words("乱码留下的字符", "a character left by a broken conversion")),
    (r"\ue000-\uf8ff\U000f0000-\U0010ffff", Words("私人使用区的字符", "a private-use character")),
    (r"\u2028\u2029\x85", Words("特殊的换行符", "an unusual line break")),
    (
        r"\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f",
        Words("看不见的字符", "an invisible character"),
    ),
    (
        r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff",
        Words("控制字符", "a control character"),
    ),
)
_FORBIDDEN = re.compile(f"[{''.join(characters for characters, _ in _KINDS)}]")

# How much a message repeats: places of one forbidden character, characters of a text.
_PLACES = 20
_CLIP = 40


def read_text(content: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file, with a replacement for every forbidden character, and what is wrong with it.

    A byte order mark at the beginning is left out: Windows Notepad writes one. Without UTF-8 there is no text.
    """
    try:
        text = content.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(_BOM)
        return None, [NOT_UTF8.at(_span(_line_starts(before), len(before), file))]
    places: dict[str, list[int]] = {}
    for match in _FORBIDDEN.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    if not places:
        return text, []
    starts = _line_starts(text)
    found = [
        forbid(character, *(_span(starts, index, file) for index in indexes[:_PLACES]))
        for character, indexes in places.items()
    ]
    return _FORBIDDEN.sub(REPLACEMENT, text), found


def forbid(character: str, first: Span, *others: Span) -> Diagnostic:
    """Return that a character must not be used, at the first of its places."""
    kind = next(words for characters, words in _KINDS if re.match(f"[{characters}]", character))
    name = f"U+{ord(character):04X}"
    return FORBIDDEN_CHARACTER.at(first, related=others, kind_zh=kind.zh, kind_en=kind.en, character=name)


def forbidden_escapes(text: str) -> list[str]:
    """Return the forbidden characters of a value between double quotes, where they can be written as escapes."""
    return [match[0] for match in _FORBIDDEN.finditer(text) if match[0] != REPLACEMENT]


def clip(text: str) -> str:
    """Return the beginning of a text on one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _CLIP else f"{line[:_CLIP]}…"


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in LINE_BREAK.finditer(text))]


def _span(starts: list[int], index: int, file: str) -> Span:
    line = bisect_right(starts, index)
    return Span(file, line, index - starts[line - 1] + 1)
