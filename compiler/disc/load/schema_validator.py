"""The validator whose errors can be put in words: one of the jsonschema package, with our idea of numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Context, Decimal
from functools import partial
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.exceptions import Unresolvable

from disc.load.schema_trail import Part, target

# Exact for every number that the loader lets through.
_EXACT = Context(prec=60)


def make_validator(root: Part) -> Any:  # noqa: ANN401 - of the jsonschema package, whose types know plain JSON only
    """Return the validator of a schema; its references reach only into the schema itself."""
    own: Any = extend(_Validator, {"$ref": partial(_reference, root, {})})  # type: ignore[no-untyped-call]
    return own(root, registry=Registry(), format_checker=_format_checker())


def _reference(
    root: Part,
    known: dict[str, Any],
    validator: Any,  # noqa: ANN401 - as in `make_validator`
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
