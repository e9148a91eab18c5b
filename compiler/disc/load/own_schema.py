"""What a root's own schema must be for disc to go by it: a JSON Schema that says all that disc's says, or more.

It may add fields, and ask more of those that there are. What disc's asks of a value holds all the same, since the
program counts on it: a file is measured by both.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

import jsonschema_rs

from disc.core.diagnostic import Words
from disc.load.schema_trail import is_kind
from disc.load.text import clip

Json: TypeAlias = Any
Steps: TypeAlias = tuple[str, ...]

# What people read, and may say otherwise.
_SAID = frozenset({"$id", "$schema", "$comment", "description", "examples", "x-expect", "x-enumTitles"})
# Values, in which nothing is a keyword.
_VALUES = frozenset({"const", "enum", "examples", "default", "x-expect", "x-enumTitles"})
_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_MOST = 3
"""How many places are named; who begins to look finds the others."""

_LOST = Words("有的 $ref 所指的内容不在文件中", "a $ref leads to nothing in it")


def unusable(text: str, model: bytes) -> Words | None:
    """Return why disc cannot go by a schema; None if it can.

    Args:
        text: the schema, a JSON object.
        model: the schema of disc that it must not fall short of.
    """
    twice: list[str] = []
    own = json.loads(text, object_pairs_hook=partial(_object, twice))
    if twice:
        return Words(f"“{twice[0]}”在同一组里写了两次", f'"{twice[0]}" stands twice in one group')
    try:
        jsonschema_rs.Draft202012Validator(own, offline=True)
    except jsonschema_rs.ValidationError as error:
        if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Referencing):
            return _LOST
        where = _shown(tuple(map(str, error.instance_path)))
        return Words(f"{where} 不是 JSON Schema 的写法", f"{where} is not as JSON Schema has it: {clip(error.message)}")
    if odd := _named(_odd(own, ())):
        return Words(f"disc 读不懂 {odd.zh} 的写法", f"disc does not understand how {odd.en} is written")
    # The validator follows only what it comes to.
    if not all(_leads(own, reference) for reference in _references(own)):
        return _LOST
    return _falls_short(own, json.loads(model))


def _falls_short(own: dict[str, Json], known: dict[str, Json]) -> Words | None:
    if is_kind(known) and _holds_itself(own):
        return Words("它引用了自己，没有尽头", "it refers to itself without end")
    if lost := _named(_lost(known, own, ())):
        return Words(
            f"与 disc 自带的相比，少了或改了 {lost.zh}；可以增加字段、提高要求，其余的照 disc 自带的写",
            f"compared with that of disc, it lacks or changes {lost.en}; it may add fields and ask for more",
        )
    return None


def open_to_more(model: bytes) -> str:
    """Return a schema of disc without what forbids what an own one may know: unknown fields."""

    def opened(part: dict[str, Json]) -> dict[str, Json]:
        return {key: value for key, value in part.items() if not (key == "additionalProperties" and value is False)}

    return json.dumps(json.loads(model, object_hook=opened))


def of_any_kind(model: bytes) -> bytes:
    """Return the schema of a kind of documents without what says which kind that is."""
    schema = json.loads(model)
    del schema["properties"]["kind"]
    return json.dumps(schema).encode()


def _object(twice: list[str], pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice.append(next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))
    return made


def _odd(part: Json, path: Steps, key: str = "") -> Iterator[Steps]:
    """Yield the places of what JSON Schema allows and disc does not read."""
    if isinstance(part, list):
        for number, each in enumerate(part):
            yield from _odd(each, (*path, str(number)))
            if key in _LISTS and not isinstance(each, dict):
                yield (*path, str(number))
    if not isinstance(part, dict):
        return
    for name, value in part.items():
        here = (*path, name)
        if name not in _VALUES:
            yield from _odd(value, here, name)
        if not _is_understood(name, value):
            yield here


def _is_understood(name: str, value: Json) -> bool:
    read = _READ.get(name)
    # Of other types are fields that are called so.
    return read is None or not isinstance(value, read[0]) or read[1](value)


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


_READ: dict[str, tuple[type | tuple[type, ...], Callable[[Any], bool]]] = {
    "pattern": (str, _is_pattern),
    "patternProperties": (dict, lambda patterns: all(map(_is_pattern, patterns))),
    "$ref": (str, lambda reference: reference.startswith("#/")),
    "examples": (list, bool),
    "x-unit": (object, lambda unit: isinstance(unit, str) and unit != ""),
    "x-expect": (object, lambda said: isinstance(said.get("zh") if isinstance(said, dict) else said, str)),
    "x-enumTitles": (object, lambda titles: isinstance(titles, dict)),
}
"""What disc reads of some keywords: the type that it has where it is one, and what it must be."""


def _lost(known: dict[str, Json], own: dict[str, Json], path: Steps) -> Iterator[Steps]:
    """Yield the places of what disc's schema says and the own one does not."""
    for key, value in known.items():
        here, other = (*path, key), own.get(key)
        if isinstance(value, dict) and key not in _SAID:
            if isinstance(other, dict):
                yield from _lost(value, other, here)
            else:
                yield here
        elif key not in _SAID and not _holds(key, value, other):
            yield here


def _holds(key: str, known: Json, own: Json) -> bool:
    """Return whether the own value of a keyword says what that of disc does."""
    if key == "required":
        return isinstance(own, list) and set(known) <= set(own)
    if key == "type":
        return own is not None and set(_listed(own)) <= set(_listed(known))
    if key == "additionalProperties" or key.startswith("x-"):
        return bool(own == known)
    if key == "default":
        return _is_number(own) == _is_number(known) and (_is_number(own) or type(own) is type(known))
    return own is not None


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _holds_itself(root: dict[str, Json]) -> bool:
    """Return whether a chain of references comes back to where it was; all of them lead to something."""
    below: dict[str, set[str]] = {}
    waiting = sorted(set(_references(root)))
    while waiting:
        reference = waiting.pop()
        if reference not in below:
            below[reference] = set(_references(_target(root, reference)))
            waiting += sorted(below[reference])
    while ends := [reference for reference, others in below.items() if not others & below.keys()]:
        for reference in ends:
            del below[reference]
    return bool(below)


def _references(part: Json) -> Iterator[str]:
    for key, value in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        if key == "$ref" and isinstance(value, str):
            yield value
        elif key not in _VALUES:
            yield from _references(value)


def _leads(root: Json, reference: str) -> bool:
    try:
        return isinstance(_target(root, reference), dict)
    except (LookupError, ValueError, TypeError):
        return False


def _target(root: Json, reference: str) -> Json:
    here = root
    for step in reference.removeprefix("#/").split("/"):
        here = here[int(step)] if isinstance(here, list) else here[step.replace("~1", "/").replace("~0", "~")]
    return here


def _named(places: Iterator[Steps]) -> Words | None:
    """Return the first places in words; None where there is none."""
    first = [_shown(place) for place in islice(places, _MOST)]
    if not first:
        return None
    return Words("、".join(first) + "等" * (more := next(places, None) is not None), ", ".join(first) + ", …" * more)


def _shown(place: Steps) -> str:
    return ".".join(place) or "#"
