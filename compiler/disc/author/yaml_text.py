"""Values as lines of YAML that `disc.load` reads back as the same values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from itertools import dropwhile, takewhile
from typing import Any

from disc.core.number import to_text
from disc.load.source import read_source

Lines = list[str]
"""Lines of YAML, the outermost without indentation."""


def flow(value: Any) -> str:  # noqa: ANN401 - JSON
    """Return a value on one line: {count: 5, value: 157}."""
    match value:
        case dict():
            return f"{{{', '.join(f'{_key(key)}: {flow(inner)}' for key, inner in value.items())}}}"
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return to_text(value)
        case str():
            return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
        case _:
            return "" if value is None else str(value)


def entry(key: str, value: Any) -> Lines:  # noqa: ANN401 - JSON
    """Return a field: on one line, unless there are groups or lists inside what it holds."""
    return [f"{key}:", *indented(below(value))] if _is_deep(value) else [f"{key}: {flow(value)}".rstrip()]


def below(value: Any) -> Lines:  # noqa: ANN401 - JSON
    """Return what stands below the key of a group or a list."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in entry(_key(key), inner)]
    return [line for inner in value for line in item(below(inner) if _is_deep(inner) else [flow(inner)])]


def item(lines: Lines) -> Lines:
    """Return lines as an item of a list; comments before its first field stay above it."""
    above, below = [*takewhile(_is_comment, lines)], [*dropwhile(_is_comment, lines)]
    return [*above, f"- {below[0]}", *indented(below[1:])]


def indented(lines: Iterable[str]) -> Lines:
    """Return lines one level further in."""
    return [f"  {line}" for line in lines]


def commented(lines: Iterable[str]) -> Lines:
    """Return lines as comments; without the first `# ` of each they are what they were."""
    return [f"# {line}" for line in lines]


def _is_comment(line: str) -> bool:
    return line.startswith("#")


def _key(key: str) -> str:
    return key if key.isdecimal() and key.isascii() else flow(key)


def _is_deep(value: Any) -> bool:  # noqa: ANN401 - JSON
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(inner, dict | list) for inner in held)


def _is_plain(text: str) -> bool:
    """Return whether a text means itself without quotes, on a line and in a list, and looks like nothing else."""
    if text.isascii() and text[:1].isdecimal():
        return False
    data, wrong = read_source(f"line: {text}\nlist: [{text}]".encode(), "")
    return not wrong and data == {"line": text, "list": [text]}
