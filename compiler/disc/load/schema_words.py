"""Names of fields, kinds and values, as messages show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from disc.core.diagnostic import Words
from disc.core.number import to_text
from disc.load.schema_trail import Part
from disc.load.text import clip
from disc.load.tree import Path

_KINDS = {
    "string": Words("文字", "text"),
    "number": Words("数字", "a number"),
    "integer": Words("整数", "a whole number"),
    "boolean": Words("“true”或“false”", "true or false"),
    "array": Words("列表", "a list"),
    "object": Words("一组字段", "a group of fields"),
    "null": Words("空", "nothing"),
}
_SHAPES = {
    "string": Words("直接写文字", "Write text"),
    "number": Words(
        "只写数字，如 12.50；没有的不写这一项", "Write only a number, such as 12.50; leave out what there is none of"
    ),
    "integer": Words(
        "只写整数，如 12；没有的写 0，不知道的不写这一项",
        "Write only a whole number, such as 12; 0 where there is none, nothing where it is not known",
    ),
    "boolean": Words("写 true（是）或 false（否）", "Write true or false"),
    "array": Words(
        "每项另起一行，以“- ”开头；没有的写 []", "Begin each item on a new line with `- `; write [] for none"
    ),
    "object": Words("每个字段另起一行，缩进后写“字段: 值”", "Write each `field: value` on a line of its own, indented"),
    "null": Words("什么都不写", "Write nothing"),
}
# A date in whatever writing: year, month, day.
_DATE = re.compile(r"([0-9]{4})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})(?![0-9])")
# Names that are listed even where some of them resemble what was written.
_FEW = 8


def field_name(path: Path, title: str, file: str) -> str:
    """Return how messages call a value: `projects[2].name（名称）`, items counted from 1; the file for its root."""
    name = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{clip(step)}" for step in path).removeprefix(".")
    return f"{name or file}（{title}）" if title else name or file


def kinds(types: Sequence[str]) -> Words:
    """Return the names of the JSON types, joined with 或 and or; without any, of what the reference describes."""
    words = [_KINDS[each] for each in types] or [Words("说明里规定的内容", "what the reference asks for")]
    return Words("或".join(each.zh for each in words), " or ".join(each.en for each in words))


def shape(types: Sequence[str]) -> Words:
    """Return how a value of the first of the types is written."""
    return _SHAPES[types[0]]


def describe(value: object) -> Words:
    """Return what stands in the file, shortened."""
    if isinstance(value, dict):
        return _KINDS["object"]
    if isinstance(value, list):
        return _KINDS["array"]
    if value is None:
        return _KINDS["null"]
    if isinstance(value, str):
        return Words(f"文字“{clip(value)}”", f'the text "{clip(value)}"')
    if isinstance(value, bool):
        return Words(f"“{written(value)}”", written(value))
    return Words(f"数字 {written(value)}", f"the number {written(value)}")


def written(value: object) -> str:
    """Return a single value as it is written in a file, without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return to_text(value) if isinstance(value, Decimal) else str(value)


def date_meant(text: str) -> str:
    """Return the date that was written in another way (2025年2月21日, 2025.2.21), or some date where there is none."""
    with suppress(ValueError):
        if found := _DATE.match(clip(text)):
            return str(date(*map(int, found.groups())))
    return "2024-02-05"


def options(part: Part) -> dict[str, str]:
    """Return the only values that a subschema allows, as written, each with its title; empty where it allows others."""
    if "const" in part:
        return {written(part["const"]): str(part.get("title", ""))}
    if "enum" in part:
        titles = part.get("x-enumTitles", {})
        return {written(value): str(titles.get(written(value), "")) for value in part["enum"]}
    branches = [options(branch) for branch in part.get("oneOf") or part.get("anyOf") or ()]
    return {value: title for branch in branches for value, title in branch.items()} if all(branches) else {}


def suggest(name: str, known: dict[str, str]) -> Words:
    """Return the known names, each with its title, those that resemble `name` first; of many, only those if any do.

    An author may have written what a name is called in place of the name, so the titles are looked through as well.
    """
    close = list(dict.fromkeys([*get_close_matches(clip(name), known), *_called(clip(name), known)]))
    names = close if close and len(known) > _FEW else [*close, *(each for each in known if each not in close)]
    more = len(names) < len(known)
    return Words(
        "、".join(f"{each}（{known[each]}）" if known[each] else each for each in names) + "……" * more,
        ", ".join(f"{each} ({known[each]})" if known[each] else each for each in names) + ", …" * more,
    )


def _called(name: str, known: dict[str, str]) -> list[str]:
    """Return the names whose titles resemble what was written, the nearest first, then those whose titles hold it."""
    near = get_close_matches(name, known.values())
    resembling = sorted((each for each in known if known[each] in near), key=lambda each: near.index(known[each]))
    return resembling + [each for each, title in known.items() if name and name in title]
