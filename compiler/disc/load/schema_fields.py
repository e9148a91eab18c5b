"""The fields of a JSON Schema as a tree to walk: what can stand in a file, what it is called, what it looks like.

A field is known by its place: names from the root, with `ANY` for any entry of a list or of a map with free keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from disc.load.schema_trail import EXAMPLE, Part
from disc.load.schema_words import options
from disc.load.source import read_source
from disc.load.tree import Map, Seq, Value

Place: TypeAlias = tuple[str, ...]
"""The way to a value: names, and `ANY` for any entry."""

ANY = "*"
_BRANCHES = ("allOf", "anyOf", "oneOf")
_ENTRIES = ("items", "additionalProperties")


class Field(Struct, frozen=True):
    """A field that a file can have."""

    place: Place
    part: Part
    """What the schema says of it, with what its reference says."""

    root: Part
    """The whole schema."""

    required: bool = False
    """Whether what holds it must have it."""

    @property
    def name(self) -> str:
        """Its key."""
        return self.place[-1]

    @property
    def title(self) -> str:
        """Its (Chinese) title, or nothing."""
        return str(self.part.get("title", ""))

    @property
    def description(self) -> str:
        """What it is, in a sentence or two, or nothing."""
        return self._described[0]

    @property
    def choices(self) -> dict[str, str]:
        """The only values that it can have, each with its title; empty where there are others."""
        return options(self.part)

    @property
    def is_group(self) -> bool:
        """Whether it is a group of named fields."""
        return "properties" in self.part

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return "items" in self.part

    @property
    def fields(self) -> tuple[Field, ...]:
        """The named fields in it; of a list of groups, or a map of groups with free keys, those of any entry."""
        if not self.is_group:
            entry: Part = next((self.part[key] for key in _ENTRIES if isinstance(self.part.get(key), dict)), {})
            entry = resolved(entry, self.root)
            return Field((*self.place, ANY), entry, self.root).fields if "properties" in entry else ()
        required = self.part.get("required", ())
        return tuple(
            Field((*self.place, name), resolved(part, self.root), self.root, name in required)
            for name, part in self.part["properties"].items()
            if isinstance(part, dict)
        )

    @property
    def holds_amounts(self) -> bool:
        """Whether amounts of money of the budget stand in it; other numbers have a unit in the schema."""
        inside = [self.part, *(part for key in _ENTRIES if isinstance(part := self.part.get(key), dict))]
        amounts = (part for each in inside for part in _branches(each, self.root))
        if any(part.get("type") == "number" and "x-unit" not in part for part in amounts):
            return True
        return any(field.holds_amounts for field in self.fields)

    @property
    def stated_example(self) -> Value | Any:  # noqa: ANN401 - JSON
        """The example that the schema gives for this very field; None if it gives none."""
        if "examples" in self.part:
            return self.part["examples"][0]
        data, _ = read_source(f"{EXAMPLE}: {self._described[1]}".encode(), "")
        return None if data is None else data[EXAMPLE]

    @property
    def stated_entries(self) -> tuple[Map, ...]:
        """The entries of the example that the schema gives for this list of groups; none if it gives none."""
        stated = self.stated_example
        return tuple(each for each in stated if isinstance(each, Map)) if isinstance(stated, Seq) else ()

    @property
    def _described(self) -> tuple[str, str]:
        """What the schema says of it, and the example with which that ends, as it would be written."""
        said, _, example = str(self.part.get("description", "")).partition(EXAMPLE)
        return said, example

    @property
    def example(self) -> Value | Any:  # noqa: ANN401 - JSON
        """An example of a value: the stated one, or one made of those of what is in it; None if there is none."""
        if (stated := self.stated_example) is not None:
            return stated
        if self.choices:
            return next(iter(self.choices))
        if self.is_group:
            # A group that needs none of its fields may still need one.
            shown = [field for field in self.fields if field.required] or self.fields[:1]
            return {field.name: field.example for field in shown}
        if self.is_list:
            entry = Field((*self.place, ANY), resolved(self.part["items"], self.root), self.root).example
            return None if entry is None else [entry]
        return None


def file_fields(root: Part) -> tuple[Field, ...]:
    """Return the fields at the top of a file, in the order of the schema."""
    return Field((), root, root, required=True).fields


def missing_step(root: Part, place: Place) -> tuple[Place, frozenset[str]] | None:
    """Return the first step of a place that no file can have, as a place, with the names that could stand there.

    None if a file can have something at the place. What is asked of a single value (`staffing.active.number`) is not
    for the schema to say.
    """
    parts: tuple[Part, ...] = (root,)
    for number, step in enumerate(place, start=1):
        around = [part for each in parts for part in _branches(each, root)]
        names = {name for part in around for name in part.get("properties", ())}
        entries = [part[key] for part in around for key in _ENTRIES if isinstance(part.get(key), dict)]
        if any(not part.keys() & {"properties", *_ENTRIES, *_BRANCHES} for part in around):
            return None
        named = [part["properties"][step] for part in around if step in part.get("properties", ())]
        lists = any("items" in part for part in around)
        every = [held for part in around for held in part.get("properties", {}).values()] if step == ANY else []
        parts = tuple(p for p in (*named, *every, *(() if lists and step != ANY else entries)) if isinstance(p, dict))
        if not parts:
            return place[:number], frozenset(names or {ANY})
    return None


def _branches(part: Part, root: Part) -> Iterator[Part]:
    """Yield a subschema, with what its reference says, and the branches of its choices."""
    here = resolved(part, root)
    yield here
    for key in _BRANCHES:
        for branch in here.get(key, ()):
            # What only adds a condition says nothing of what there can be.
            if key != "allOf" or branch.keys() & {"$ref", "properties", *_ENTRIES, *_BRANCHES}:
                yield from _branches(branch, root)


def resolved(part: Part, root: Part) -> Part:
    """Return a subschema with what its reference says; only references within the schema occur."""
    reference = part.get("$ref")
    if reference is None:
        return part
    target: Part = root
    for step in reference.removeprefix("#/").split("/"):
        target = target[step]
    return {**resolved(target, root), **part}


def agrees(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether two places, as far as the shorter goes, can be the same."""
    return all(ANY in (a, b) or a == b for a, b in zip(one, other, strict=False))
