"""From an error of the validator back to the words that the schema has for the value.

Several subschemas describe a value: the one under its name, those that it refers to, the branches of choices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any, TypeAlias

from msgspec import Struct

from disc.core.diagnostic import Words

Part: TypeAlias = dict[str, Any]
"""A subschema."""

Parts: TypeAlias = tuple[tuple[Part, ...], ...]
"""What describes one value: for the value and then for each branch that was taken, the subschema and its references."""

EXAMPLE = "例："
"""How a description begins its example, which is written as in a file and goes on to its end."""

# Where the Chinese of a description ends and its English begins, which has no Chinese in it.
_ENGLISH = re.compile(r"(?<=。)\s*(?=[A-Z][^\u3400-\u9fff]*$)")
# Keywords that hold schemas for what is inside a value, and for the value itself; the named ones hold several.
_INSIDE = frozenset(
    {"properties", "patternProperties", "prefixItems", "items", "additionalProperties", "propertyNames"}
)
_SAME = frozenset({"allOf", "anyOf", "oneOf", "dependentSchemas", "then", "else"})
_NAMED = frozenset({"properties", "patternProperties", "prefixItems", "allOf", "anyOf", "oneOf", "dependentSchemas"})


class Trail(Struct, frozen=True):
    """Where a schema path leads to."""

    parts: Parts
    """What describes the value."""

    holder: Parts = ()
    """What describes the map or list that holds it."""

    is_key: bool = False
    """Whether the value is a key of a map."""


def follow(root: Part, path: Iterable[str | int]) -> Trail:
    """Return what describes the value that a schema path, without the keyword that failed, leads to."""
    here = Trail((_with_references(root, [root]),))
    steps = iter(path)
    for step in steps:
        if step not in _INSIDE and step not in _SAME:
            break
        held = [part[step] for part in inside_out(here.parts) if step in part]
        if step in _NAMED:
            name = next(steps, "")
            held = [_member(several, name) for several in held]
        inner = _with_references(root, held)
        if step in _SAME:
            here = Trail((*here.parts, inner), here.holder, here.is_key)
        else:
            here = Trail((inner,), here.parts, step == "propertyNames")
    return here


def is_kind(schema: Part) -> bool:
    """Return whether a schema is that of a kind of documents, whatever else it says."""
    required = schema.get("required")
    return isinstance(required, list) and "kind" in required and "form" in required


def inside_out(parts: Parts) -> Iterator[Part]:
    """Yield the subschemas, the most particular first: the last branch, and each before what it refers to."""
    return (part for group in reversed(parts) for part in group)


def property_parts(root: Part, parts: Parts, name: str) -> Parts:
    """Return what describes a field of a map that is described by `parts`."""
    return (_with_references(root, [part.get("properties", {}).get(name) for part in inside_out(parts)]),)


def types(parts: Iterable[Part]) -> list[str]:
    """Return the JSON types that a value may have, by the first part that says so; else none."""
    found: str | list[str] = next((part["type"] for part in parts if "type" in part), [])
    return [found] if isinstance(found, str) else found


def title(parts: Parts) -> str:
    """Return the (Chinese) title of a value, or nothing; that of a branch only where the value itself has none."""
    return next((str(part["title"]) for group in parts for part in group if "title" in part), "")


def expectation(parts: Parts) -> Words | None:
    """Return what the schema asks for, in words, with an example: its `x-expect`, or else its `description`."""
    near = list(inside_out(parts))
    said = next((part[key] for key in ("x-expect", "description") for part in near if key in part), None)
    if said is None:
        return None
    words = Words(str(said["zh"]), str(said.get("en", said["zh"]))) if isinstance(said, dict) else _described(str(said))
    example = next((part["examples"][0] for part in near if part.get("examples")), None)
    if example is None or isinstance(example, dict | list) or str(example) in words.zh:
        return words
    return Words(f"{words.zh}，如 {example}", f"{words.en}, such as {example}")


def _described(said: str) -> Words:
    """Return a description in each language, with its example; one that has no English is the same in both."""
    words, mark, example = said.partition(EXAMPLE)
    zh, *rest = _ENGLISH.split(words.rstrip())
    en = " ".join([*rest, f"Example: {example}"] if rest and mark else rest).rstrip(". ")
    zh = f"{zh}{mark}{example}".rstrip("。")
    return Words(zh, en or zh)


def _member(several: Any, name: str | int) -> Any:  # noqa: ANN401 - JSON
    """Return a subschema by name or number, if there is one."""
    if isinstance(several, list):
        return several[name] if isinstance(name, int) and name < len(several) else None
    return several.get(name)


def _with_references(root: Part, parts: list[Any]) -> tuple[Part, ...]:
    """Return the subschemas (`true` and `false` left out), each followed by what it refers to."""
    found: list[Part] = []
    for part in parts:
        here = part
        while isinstance(here, dict) and not any(here is other for other in found):
            found.append(here)
            here = target(root, here.get("$ref"))
    return tuple(found)


def target(root: Part, reference: str | None) -> Any:  # noqa: ANN401 - JSON
    """Return what a reference within the schema (`#/…`) points to."""
    if reference is None or not reference.startswith("#"):
        return None
    names = [name.replace("~1", "/").replace("~0", "~") for name in reference[1:].split("/")[1:]]
    return reduce(lambda part, name: part[name], names, root)
