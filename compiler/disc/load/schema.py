"""Whether a file has the fields and values that its JSON Schema asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from functools import partial
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.exceptions import Unresolvable

from disc.core.diagnostic import Diagnostic
from disc.load.schema_errors import explain
from disc.load.schema_trail import Part, target
from disc.load.tree import Map, Suspect

# Exact for every number that the loader lets through.
_EXACT = Context(prec=60)


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """A JSON Schema (2020-12) with the validator that was built from it once."""

    root: Part
    """The schema as read, numbers as int and Decimal."""

    validator: Any
    """A validator of the jsonschema package; `Any`, for its types know plain JSON only."""

    @classmethod
    def parse(cls, text: str | bytes) -> Schema:
        """Return the schema that a JSON text holds.

        References reach only into the schema itself; nothing is ever fetched.

        Raises:
            json.JSONDecodeError: it is not JSON.
        """
        root = json.loads(text, parse_float=Decimal)
        own: Any = extend(_Validator, {"$ref": partial(_reference, root, {})})  # type: ignore[no-untyped-call]
        return cls(root, own(root, registry=Registry(), format_checker=_format_checker()))


def validate(data: Map, schema: Schema, file: str) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a file's fields and values, in words, sorted by place.

    Where the loader has already reported an error (`Suspect`) nothing more is said.

    Args:
        data: the tree of the file.
        schema: what it is measured by.
        file: its path as diagnostics show it.
    """
    errors = list(_leaves(schema.validator.iter_errors(data)))
    mistyped = {tuple(error.absolute_path) for error in errors if error.validator == "type"}
    found = {
        diagnostic
        for error in errors
        if error.validator == "type" or tuple(error.absolute_path) not in mistyped
        for diagnostic in explain(error, schema.root, data, file)
    }
    return tuple(sorted(found, key=Diagnostic.sort_key))


def _leaves(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors to report: for a choice those of the branch that was meant, where that is plain."""
    for error in errors:
        if isinstance(error.instance, Suspect):
            continue
        meant = _branch_meant(error) if error.validator in {"anyOf", "oneOf"} else None
        if meant is None:
            yield error
        else:
            yield from _leaves(meant)


def _branch_meant(error: ValidationError) -> list[ValidationError] | None:
    """Return the errors of the only branch that has the type, and then the fixed fields, of the data; else None."""
    branches: dict[str | int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    for keyword, depth in (("type", 0), ("const", 1)):
        branches = {
            number: inside
            for number, inside in branches.items()
            if not any(e.validator == keyword and len(e.relative_path) == depth for e in inside)
        }
        if len(branches) == 1:
            return next(iter(branches.values()))
    return None


def _reference(
    root: Part,
    known: dict[str, Any],
    validator: Any,  # noqa: ANN401 - one of the jsonschema package, as in `Schema`
    reference: str,
    instance: object,
    _: Part,
) -> Iterator[ValidationError]:
    """`$ref` within the schema; the validator of what it refers to is made once and not for every value."""
    if not reference.startswith("#"):
        raise Unresolvable(reference)
    if reference not in known:
        known[reference] = validator.evolve(schema=target(root, reference))
    yield from known[reference].iter_errors(instance)


def _multiple_of(_: Validator, step: Decimal | int, instance: object, __: Part) -> Iterator[ValidationError]:
    """`multipleOf` for decimals of any size, whatever the decimal context of the process."""
    if isinstance(instance, bool) or not isinstance(instance, (int, Decimal)):
        return
    if not _EXACT.remainder(Decimal(instance), Decimal(step)).is_zero():
        yield ValidationError("not a multiple")


def _unique_items(_: Validator, unique: bool, instance: object, __: Part) -> Iterator[ValidationError]:
    """`uniqueItems` with an error at every repeated item, in time that grows with the list and not with its square."""
    first: dict[Hashable, int] = {}
    for number, item in enumerate(instance if unique and isinstance(instance, list) else ()):
        earlier = first.setdefault(_hashable(item), number)
        if earlier != number:
            yield ValidationError("repeated", validator_value=earlier, path=[number], instance=item)


def _hashable(value: Any) -> Hashable:  # noqa: ANN401 - JSON
    """Return a value as something that can be looked up; equal where JSON Schema calls the values equal."""
    if isinstance(value, dict):
        return frozenset((key, _hashable(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return tuple(_hashable(inner) for inner in value)
    return (isinstance(value, bool), value)


def _format_checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    checker.checks("date", raises=ValueError)(_is_date)
    return checker


def _is_date(value: object) -> bool:
    """Return whether a text is a date; raises ValueError for a day that does not exist."""
    if not isinstance(value, str):
        return True
    return re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None and bool(date.fromisoformat(value))


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"multipleOf": _multiple_of, "uniqueItems": _unique_items}
)
