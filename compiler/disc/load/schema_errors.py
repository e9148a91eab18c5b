"""An error of the validator in words: code, place, what was found, what is wanted.

The validator's own messages are not used: they speak of patterns and schemas, and change from version to version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import Any, cast

from jsonschema import ValidationError
from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Rule, Words
from disc.core.number import decimals_of
from disc.core.span import Span
from disc.load.scalars import plain_number
from disc.load.schema_holders import holders
from disc.load.schema_rules import (
    ABOVE_MAXIMUM,
    AMOUNT_WITH_UNIT,
    BAD_DATE,
    BAD_KEY,
    BAD_TEXT,
    BELOW_MINIMUM,
    DUPLICATE_ITEM,
    EMPTY_TEXT,
    INVALID_VALUE,
    MISSING_FIELD,
    MISSING_VALUE,
    NO_ALTERNATIVE,
    NUMBER_AS_TEXT,
    TEXT_NEEDS_QUOTES,
    TEXT_TOO_LONG,
    TEXT_TOO_SHORT,
    TOO_FEW_ITEMS,
    TOO_MANY_DECIMALS,
    TOO_MANY_ITEMS,
    UNKNOWN_FIELD,
    UNWANTED_FIELD,
    VALUE_NOT_ALLOWED,
    WRONG_TYPE,
)
from disc.load.schema_trail import Part, Parts, Trail, expectation, follow, inside_out, property_parts, title, types
from disc.load.schema_words import date_meant, describe, field_name, kinds, options, shape, suggest, written
from disc.load.text import clip
from disc.load.tree import Map, Path, Suspect, key_place, place


class _Failure(Struct, frozen=True):
    """An error of the validator with what its words are made from."""

    error: Any
    """A `ValidationError`; its declared types leave out what it always has."""

    data: Map
    file: str
    root: Part
    trail: Trail
    path: Path

    @property
    def value(self) -> Any:  # noqa: ANN401 - any JSON
        """The value that is wrong."""
        return self.error.instance

    @property
    def limit(self) -> Any:  # noqa: ANN401 - any JSON
        """What the keyword of the schema asks for."""
        return self.error.validator_value

    def parts(self, *field: str) -> Parts:
        """Return what the schema says of the value, or of a field in it."""
        return property_parts(self.root, self.trail.parts, field[0]) if field else self.trail.parts

    def asked(self, *field: str) -> dict[str, str]:
        """Return what is wanted, in the schema's words, as fields of a finding."""
        parts = self.parts(*field)
        return _both("expect", expectation(parts) or kinds(types(inside_out(parts))))

    def at_value(self, rule: Rule, *related: Span, **fields: object) -> Diagnostic:
        """Return a finding at the value."""
        name = field_name(self.path, title(self.parts()), self.file)
        return rule.at(place(self.data, self.path, self.file), related=related, field=name, **fields)

    def at_key(self, rule: Rule, *field: str, **fields: object) -> Diagnostic:
        """Return a finding at the key of the value, or of a field in it."""
        path = (*self.path, *field)
        name = field_name(path, title(self.parts(*field)), self.file)
        return rule.at(key_place(self.data, path, self.file), related=(), field=name, **fields)


def explain(error: ValidationError, root: Part, data: Map, file: str) -> Iterator[Diagnostic]:
    """Yield the findings that an error of the validator stands for; equal errors may repeat them.

    Args:
        error: one error, with its absolute paths.
        root: the schema.
        data: the tree that was validated.
        file: its path as diagnostics show it.
    """
    *steps, _ = error.absolute_schema_path
    trail = follow(root, steps)
    failure = _Failure(error, data, file, root, trail, tuple(error.absolute_path))
    handle = _key if trail.is_key else _EXPLANATIONS.get(failure.error.validator, _invalid)
    yield from handle(failure)


# Fields.


def _key(failure: _Failure) -> Iterator[Diagnostic]:
    """`propertyNames`: the path is that of the map, the value is the key."""
    key, allowed = str(failure.value), _options(failure)
    fields = _both("expect", suggest(key, allowed)) if allowed else failure.asked()
    yield _bad_key(failure, key, failure.trail.holder, fields)


def _bad_key(failure: _Failure, key: str, holder: Parts, fields: dict[str, str]) -> Diagnostic:
    """Return that a key cannot stand in the map at the path, which is described by `holder`."""
    span = key_place(failure.data, (*failure.path, key), failure.file)
    name = field_name(failure.path, title(holder), failure.file)
    return BAD_KEY.at(span, related=(), field=name, key=clip(key), **fields)


def _unknown(failure: _Failure) -> Iterator[Diagnostic]:
    """`additionalProperties: false`, whose error does not say which field it is."""
    known = {name: title(failure.parts(name)) for name in failure.error.schema.get("properties", ())}
    free = {name: words for name, words in known.items() if name not in failure.value} or known
    patterns = failure.error.schema.get("patternProperties", ())
    for key in failure.value:
        if key in known or isinstance(key, Suspect) or any(re.search(pattern, key) for pattern in patterns):
            continue
        if known:
            shown = _both("known", suggest(key, free)) | _both("there", holders(failure.root, key))
            yield failure.at_key(UNKNOWN_FIELD, key, **shown)
        else:
            yield _bad_key(failure, key, failure.parts(), failure.asked())


def _missing(failure: _Failure) -> Iterator[Diagnostic]:
    """`required` and `dependentRequired`, whose errors do not say which field it is."""
    wanted = failure.limit
    if isinstance(wanted, dict):
        wanted = [name for field, names in wanted.items() if field in failure.value for name in names]
    for name in wanted:
        if name not in failure.value:
            yield failure.at_key(MISSING_FIELD, name, name=name, **failure.asked(name))


def _unwanted(failure: _Failure) -> Iterator[Diagnostic]:
    """A field whose schema is `false`: the error does not say which, and has the path of the map."""
    holder = reduce(lambda here, step: here[step], failure.path, cast("Any", failure.data))
    for part in inside_out(failure.parts()):
        for name, allowed in part.get("properties", {}).items():
            if allowed is False and name in holder:
                yield failure.at_key(UNWANTED_FIELD, name)


# Kinds of values.


def _type(failure: _Failure) -> Iterator[Diagnostic]:
    yield _wrong_type(failure, types([failure.error.schema]))


def _wrong_type(failure: _Failure, wanted: Sequence[str]) -> Diagnostic:
    """Return what to do about a value that is of none of the types."""
    value = failure.value
    if value is None:
        return failure.at_value(MISSING_VALUE, **failure.asked())
    if isinstance(value, str):
        number = plain_number(value)
        if number and ("number" in wanted or ("integer" in wanted and "." not in number)):
            if any(sign in value for sign in "元万亿"):
                return failure.at_value(AMOUNT_WITH_UNIT, found=clip(value))
            return failure.at_value(NUMBER_AS_TEXT, found=clip(value), number=number)
    elif isinstance(value, (bool, int, Decimal)) and "string" in wanted:
        text = written(value)
        return failure.at_value(TEXT_NEEDS_QUOTES, found=text, quoted=f'"{text}"')
    return failure.at_value(
        WRONG_TYPE, **_both("wanted", kinds(wanted)), **_both("found", describe(value)), **_both("shape", shape(wanted))
    )


def _choice(failure: _Failure) -> Iterator[Diagnostic]:
    """`anyOf` and `oneOf` where no branch stands out."""
    inner = failure.error.context or ()
    mistyped = {e.relative_schema_path[0]: e.schema for e in inner if e.validator == "type" and not e.relative_path}
    if _options(failure):
        yield from _not_allowed(failure)
    elif len(mistyped) == len(failure.limit):
        wanted = (name for part in mistyped.values() for name in types([part]))
        yield _wrong_type(failure, list(dict.fromkeys(wanted)))
    elif inner:
        yield failure.at_value(NO_ALTERNATIVE, **failure.asked())
    else:
        yield from _invalid(failure)


# Values.


def _not_allowed(failure: _Failure) -> Iterator[Diagnostic]:
    allowed = _options(failure)
    if failure.value is None:
        yield failure.at_value(MISSING_VALUE, **failure.asked() | _both("expect", suggest("", allowed)))
        return
    shown = suggest(written(failure.value), allowed)
    yield failure.at_value(VALUE_NOT_ALLOWED, **_both("options", shown), **_both("found", describe(failure.value)))


def _text(failure: _Failure) -> Iterator[Diagnostic]:
    yield failure.at_value(BAD_TEXT, found=clip(failure.value), **failure.asked())


def _date(failure: _Failure) -> Iterator[Diagnostic]:
    yield failure.at_value(BAD_DATE, found=clip(failure.value), date=date_meant(failure.value))


def _length(failure: _Failure) -> Iterator[Diagnostic]:
    """Too short or too long, text or list or map."""
    count, limit = len(failure.value), failure.limit
    if not isinstance(failure.value, str):
        rule = TOO_FEW_ITEMS if count < limit else TOO_MANY_ITEMS
    elif not failure.value:
        rule = EMPTY_TEXT
    else:
        rule = TEXT_TOO_SHORT if count < limit else TEXT_TOO_LONG
    yield failure.at_value(rule, count=count, limit=limit, **failure.asked())


def _bound(failure: _Failure) -> Iterator[Diagnostic]:
    rule, words = _BOUNDS[failure.error.validator]
    limit = written(failure.limit)
    bound = Words(f"{words.zh} {limit}", f"{words.en} {limit}")
    yield failure.at_value(rule, found=written(failure.value), **_both("bound", bound), **failure.asked())


def _decimals(failure: _Failure) -> Iterator[Diagnostic]:
    step = Decimal(failure.limit)
    if step == Decimal(1).scaleb(-decimals_of(step)):
        yield failure.at_value(TOO_MANY_DECIMALS, found=written(failure.value), decimals=decimals_of(step))
    else:
        yield from _invalid(failure)


def _repeated(failure: _Failure) -> Iterator[Diagnostic]:
    first = place(failure.data, (*failure.path[:-1], failure.limit), failure.file)
    yield failure.at_value(DUPLICATE_ITEM, first, first=first.line)


def _invalid(failure: _Failure) -> Iterator[Diagnostic]:
    yield failure.at_value(INVALID_VALUE, **failure.asked())


def _options(failure: _Failure) -> dict[str, str]:
    """Return the only values that the failing keyword allows, each with its title."""
    return options({**failure.error.schema, failure.error.validator: failure.limit})


def _both(name: str, words: Words) -> dict[str, str]:
    """Return words as two fields of a finding, one for each language."""
    return {f"{name}_zh": words.zh, f"{name}_en": words.en}


_BOUNDS = {
    "minimum": (BELOW_MINIMUM, Words("不小于", "at least")),
    "exclusiveMinimum": (BELOW_MINIMUM, Words("大于", "more than")),
    "maximum": (ABOVE_MAXIMUM, Words("不大于", "at most")),
    "exclusiveMaximum": (ABOVE_MAXIMUM, Words("小于", "less than")),
}
_EXPLANATIONS: dict[str | None, Callable[[_Failure], Iterator[Diagnostic]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "dependentRequired": _missing,
    "type": _type,
    "anyOf": _choice,
    "oneOf": _choice,
    "const": _not_allowed,
    "enum": _not_allowed,
    "pattern": _text,
    "format": _date,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _length),
    **dict.fromkeys(_BOUNDS, _bound),
    "multipleOf": _decimals,
    "uniqueItems": _repeated,
    None: _unwanted,
}
