"""What the summary of a document is made of: which measures of the form play which part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from disc.load.tree import Path

SUMMARY = "summary"
"""The field of a form that says it."""

_ONE = ("total", "three_public", "operating_cost", "procurement")
_SEVERAL = ("sources", "natures", "three_public_parts", "staff")
_PER_HEAD = "per_head"
_HEADED = ("cost", "heads")


class PerHead(Struct, frozen=True):
    """A cost for each head."""

    title: str
    cost: str
    """The measure that is divided."""

    heads: str
    """The measure that it is divided by: people on active duty, as a rule."""


class SummaryRoles(Struct, frozen=True):
    """The measures that a summary is made of, by name; what is empty or None it does not speak of."""

    total: str
    sources: tuple[str, ...]
    """Where the money comes from: parts of the total that make up the whole of it."""

    natures: tuple[str, ...]
    """What it is for: again parts that make up the whole of the total."""

    three_public: str
    three_public_parts: tuple[str, ...]
    staff: tuple[str, ...]
    operating_cost: str
    procurement: str
    per_head: PerHead | None


def read_summary(data: Mapping[str, Any] | None) -> SummaryRoles | None:
    """Return what a form says of its summary, from contents that are complete; None where it says nothing."""
    if data is None:
        return None
    per_head = data.get(_PER_HEAD)
    named: dict[str, Any] = {role: data.get(role, "") for role in _ONE}
    named |= {role: tuple(data.get(role, ())) for role in _SEVERAL}
    return SummaryRoles(**named, per_head=None if per_head is None else PerHead(**per_head))


def measures_of_summary(form: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield every measure that the summary of a form names, with the path where it stands."""
    data = form.get(SUMMARY, {})
    for role in _ONE:
        if role in data:
            yield (SUMMARY, role), data[role]
    for role in _SEVERAL:
        for n, name in enumerate(data.get(role, ())):
            yield (SUMMARY, role, n), name
    for role in _HEADED:
        if role in data.get(_PER_HEAD, {}):
            yield (SUMMARY, _PER_HEAD, role), data[_PER_HEAD][role]


def lacking_of_summary(form: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the paths that a form with a summary must have, with what it inherits."""
    if SUMMARY in form:
        yield from ((SUMMARY, role) for role in ("total", "sources", "natures"))
        if _PER_HEAD in form[SUMMARY]:
            yield from ((SUMMARY, _PER_HEAD, field) for field in ("title", *_HEADED))
