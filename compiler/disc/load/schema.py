"""Whether a file has the fields and values that its JSON Schema asks for.

Two validators read each schema. A compiled one can only say yes, which is nearly always the answer; one of the
jsonschema package, loaded when it is needed, finds what is wrong. A test holds their verdicts equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from operator import index
from typing import TYPE_CHECKING, Any, ClassVar

import jsonschema_rs
from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.core.interrupts import interrupts_wait
from disc.core.lazily import lazily
from disc.load.resources import ResourceError, Resources
from disc.load.schema_bundle import bundled
from disc.load.schema_trail import Part, is_kind
from disc.load.tree import Map, Suspect

if TYPE_CHECKING:
    from jsonschema import ValidationError


MODEL = "schema/budget.schema.json"
"""What a kind of documents that only the root has is held against: disc reads its money in the same places."""


class Schema(Struct, frozen=True, eq=False, dict=True):
    """A JSON Schema (2020-12) with the validators that are built from it once. Nothing is ever fetched."""

    root: Part
    """The schema as read, numbers as int and Decimal."""

    text: str

    shipped: Schema | None = None
    """What disc itself asks for, if this schema is a root's own."""

    @classmethod
    def parse(cls, text: str | bytes) -> Schema:
        """Return the schema that a JSON text holds.

        Raises:
            json.JSONDecodeError: it is not JSON.
        """
        return cls(json.loads(text, parse_float=Decimal), text if isinstance(text, str) else text.decode())

    @classmethod
    def read(cls, resources: Resources, name: str) -> Schema:
        """Return the schema in a file.

        Raises:
            FileNotFoundError: neither the root nor disc has it.
            ResourceError: the root's own is none that disc can go by.
        """
        schema = cls(resources.json(name), resources.text(name))
        if (text := bundled(name, schema.text, partial(_json_text, resources))) is not schema.text:
            schema = cls.parse(text)
        known = resources.is_known(name)
        if not (resources.is_own(name) or (not known and is_kind(schema.root))):
            return schema
        from disc.load.own_schema import of_any_kind, open_to_more, unusable  # noqa: PLC0415 - few roots have any

        model = _shipped(resources, name) if known else of_any_kind(resources.shipped(MODEL))
        if (problem := unusable(schema.text, model)) is not None:
            raise ResourceError(name, problem)
        return cls(schema.root, schema.text, cls.parse(open_to_more(model)))

    def holds(self, value: object) -> bool:
        """Return whether a value is as the schema asks; where this says no, `validator` has the last word.

        Raises:
            jsonschema_rs.ValidationError: the schema refers to something outside itself.
        """
        compiled = self._compiled
        try:
            # The compiled validator swallows an interrupt that comes while it asks Python what a value is.
            with interrupts_wait():
                valid = compiled.is_valid(value)
            return valid and (self.shipped is None or self.shipped.holds(value))
        except ValueError:
            # A key that the loader could not make sense of (`Suspect`).
            return False

    @lazily
    def _compiled(self) -> jsonschema_rs.Draft202012Validator:
        schema = json.loads(self.text, object_hook=_mark_integers)
        keywords: dict[str, Any] = {_WHOLE: _Whole}
        return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, offline=True, keywords=keywords)

    @lazily
    def validator(self) -> Any:  # noqa: ANN401 - of the jsonschema package, whose types know plain JSON only
        """A validator that tells what is wrong."""
        from disc.load.schema_validator import make_validator  # noqa: PLC0415 - takes as long as checking a whole spec

        return make_validator(self.root)


def _json_text(resources: Resources, name: str) -> str:
    """Return the text of a file that holds a JSON object; `Resources.json` says what is wrong with another."""
    resources.json(name)
    return resources.text(name)


def _shipped(resources: Resources, name: str) -> bytes:
    """Return the schema that disc has, by itself as that of the root is."""
    return bundled(name, resources.shipped(name).decode(), lambda other: resources.shipped(other).decode()).encode()


_WHOLE = "x-whole"


def _mark_integers(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a subschema in which what must be an integer must be written as one.

    By the standard 3.0 is an integer too; a count or year would then be shown with its idle zeros.
    """
    return {**schema, _WHOLE: True} if schema.get("type") == "integer" else schema


class _Whole(Struct, frozen=True):
    """The keyword that asks for it: its `validate` raises a TypeError for whatever else."""

    schema: object
    wanted: object
    path: object
    validate: ClassVar[Any] = index


def validate(data: Map, schema: Schema, file: str) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a file's fields and values, in words, sorted by place.

    Where the loader has already reported an error (`Suspect`) nothing more is said.

    Args:
        data: the tree of the file.
        schema: what it is measured by.
        file: its path as diagnostics show it.
    """
    if schema.holds(data):
        return ()
    found = _found(data, schema, file)
    if schema.shipped is not None:
        told = {each.span for each in found}
        found |= {each for each in _found(data, schema.shipped, file) if each.span not in told}
    return tuple(sorted(found, key=Diagnostic.sort_key))


def _found(data: Map, schema: Schema, file: str) -> set[Diagnostic]:
    from disc.load.schema_errors import explain  # noqa: PLC0415 - only who has errors waits for their words

    errors = list(_leaves(schema.validator.iter_errors(data)))
    mistyped = {tuple(error.absolute_path) for error in errors if error.validator == "type"}
    return {
        diagnostic
        for error in errors
        if error.validator == "type" or tuple(error.absolute_path) not in mistyped
        for diagnostic in explain(error, schema.root, data, file)
    }


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
