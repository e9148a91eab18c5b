"""The fields of the schema of specs: each has an example, and its own schema accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from disc.load.resources import Resources
from disc.load.schema_fields import Field, agrees, file_fields, missing_step
from disc.load.spec_reader import Library

LIBRARY = Library(Resources(Path(__file__).parents[2]))
KINDS = LIBRARY.kinds()
ROOT = LIBRARY.schema("budget").root


def every(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every(field.fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_an_example_that_is_right(kind: str) -> None:
    schema = LIBRARY.schema(kind)
    fields = list(every(file_fields(schema.root)))
    assert len(fields) > 100
    without = [".".join(field.place) for field in fields if field.example is None]
    assert without == []
    wrong = [".".join(f.place) for f in fields if not schema.validator.evolve(schema=f.part).is_valid(f.example)]
    assert wrong == []


def at(*place: str) -> Field:
    return next(field for field in every(file_fields(ROOT)) if field.place == place)


def test_a_field() -> None:
    field = at("projects", "*", "targets", "indicators", "*", "weight")
    assert (field.name, field.title, field.description, field.example) == ("weight", "分值权重", "分。", 10)
    assert not field.required
    assert at("entity", "level").choices == {"unit": "单位", "department": "部门"}
    assert [f.name for f in at("basic").fields if f.required] == ["by_function"]
    assert at("projects").is_list
    assert at("staffing").is_group


def test_fields_that_hold_amounts_of_the_budget() -> None:
    holding = {field.name for field in file_fields(ROOT) if field.holds_amounts}
    assert holding == {"basic", "projects", "reported", "last_year"}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("staffing.active", None),
        ("staffing.active.number", None),
        ("staffing.activ", "staffing.activ"),
        ("stafing.active", "stafing"),
        ("overview.offices.*", None),
        ("overview.offices.first", "overview.offices.first"),
        ("projects.*.period.from", None),
        ("projects.period", "projects.period"),
        ("assets.vehicles.*.count", None),
        ("assets.vehicles.*.cont", "assets.vehicles.*.cont"),
        ("assets.*.number", None),
        ("basic.general.by_function.2010301.30101", None),
        ("last_year.budget.sources.general.by_nature.basic", None),
    ],
)
def test_places_that_can_be(place: str, found: str | None) -> None:
    missing = missing_step(ROOT, tuple(place.split(".")))
    assert (missing and ".".join(missing[0])) == found


def test_places_that_agree() -> None:
    assert agrees(("a", "*", "b"), ("a", "c"))
    assert agrees((), ("a",))
    assert not agrees(("a", "b"), ("a", "c"))
