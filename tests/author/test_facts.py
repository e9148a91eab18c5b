"""What a form asks of a spec, beyond what its schema says of every spec."""

from __future__ import annotations

import json
from typing import Any

from disc.author.facts import FormFacts, form_facts
from disc.load.schema import Schema
from disc.load.schema_fields import file_fields
from tests.forms.support import a_form
from tests.forms.test_errors import block

SCHEMA: dict[str, Any] = {
    "required": ["entity"],
    "properties": {
        "entity": {
            "type": "object",
            "required": ["level"],
            "properties": {"level": {"oneOf": [{"const": "unit"}, {"const": "department"}]}},
        },
        "basic": {"type": "object", "examples": [{}]},
        "units": {"type": "array", "items": {"type": "string"}, "examples": [["甲"]]},
    },
    "allOf": [
        {"if": {"not": {"required": ["units"]}}, "then": {"required": ["basic"]}},
        {
            "if": {"properties": {"entity": {"properties": {"level": {"const": "unit"}}}}},
            "then": {"properties": {"units": False}},
        },
    ],
}


def facts(head: str, **changes: object) -> FormFacts:
    form, wrong = a_form(head + block("{text: 甲}"))
    assert form is not None, wrong
    return form_facts(form, Schema.parse(json.dumps({**SCHEMA, **changes})))


def must(head: str) -> list[str]:
    """The fields at the top of a file that must be there."""
    chosen = facts(head)
    return [field.name for field in file_fields(Schema.parse(json.dumps(SCHEMA)).root) if chosen.must(field)]


def test_what_the_schema_requires_under_conditions() -> None:
    assert must("") == ["entity", "basic"]
    assert facts("", allOf=[]).requires == ()


def test_what_the_form_requires_does_not_take_the_place_of_what_the_schema_requires() -> None:
    assert must("level: department\nrequires: [units]\n") == ["entity", "basic", "units"]


def test_what_the_schema_refuses_at_the_level_of_the_form() -> None:
    assert facts("level: unit\n").forbids == {("units",)}
    assert facts("level: department\n").forbids == frozenset()


def test_a_condition_deep_inside_does_not_go_on_forever() -> None:
    entries = {"type": "object", "examples": [{"a": {}}], "additionalProperties": {"required": ["b"]}}
    chosen = facts("", properties={**SCHEMA["properties"], "basic": entries})
    assert chosen.requires == (("basic",), ("basic", "a", "b"))
