"""Numbers that are no money of the budget: where the JSON Schema gives a number a unit, and what stands there."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from disc.load.schema import Schema
from disc.load.schema_fields import resolved
from disc.load.schema_trail import Part
from disc.load.tree import Map, Path, Seq, Value

Numbers: TypeAlias = "str | dict[str, Numbers]"
"""The unit of a number, or what there is by field, or in `EACH` item of a list."""

EACH = "*"
MONEY = "money"
"""What the schema says of an amount, in whatever unit it is stated."""


def numbers_of(value: Value, numbers: Numbers, path: Path = ()) -> list[tuple[Path, Value, str]]:
    """Return every number that the schema gives a unit, with its path and the unit."""
    if isinstance(numbers, str):
        return [(path, value, numbers)]
    found: list[tuple[Path, Value, str]] = []
    if isinstance(value, Map):
        for key, below in value.items():
            if key in numbers:
                found += numbers_of(below, numbers[key], (*path, key))
    elif isinstance(value, Seq) and EACH in numbers:
        for number, below in enumerate(value):
            found += numbers_of(below, numbers[EACH], (*path, number))
    return found


@lru_cache
def numbers_in(schema: Schema) -> Numbers:
    """Return where the files of a schema have such numbers."""
    return numbers_with_units(schema.root, schema.root)


def numbers_with_units(part: Part, root: Part) -> Numbers:
    """Return where a schema, which does not hold itself, gives numbers a unit."""
    here = resolved(part, root)
    unit = here.get("x-unit")
    if isinstance(unit, str):
        return unit
    below = {**here.get("properties", {}), **({EACH: here["items"]} if "items" in here else {})}
    found = {key: numbers_with_units(part, root) for key, part in below.items() if isinstance(part, dict)}
    return {key: numbers for key, numbers in found.items() if numbers}
