"""Schemas that refer to others stand by themselves once they are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disc.load.resources import ResourceError, Resources
from disc.load.schema import Schema

WORDS = {
    "$id": "words.schema.json",
    "$defs": {"word": {"$ref": "#/$defs/short"}, "short": {"type": "string", "maxLength": 3}},
}
MINE = {
    "$defs": {"own": {"type": "integer"}},
    "properties": {"a": {"$ref": "words.schema.json#/$defs/word"}, "b": {"$ref": "#/$defs/own"}},
}


def schema(root: Path, **files: object) -> Schema:
    for name, content in files.items():
        (root / "schema").mkdir(exist_ok=True)
        (root / f"schema/{name}.schema.json").write_text(json.dumps(content), encoding="utf-8")
    return Schema.read(Resources(root), "schema/mine.schema.json")


def test_what_another_file_says_holds(tmp_path: Path) -> None:
    read = schema(tmp_path, mine=MINE, words=WORDS)
    assert read.holds({"a": "abc", "b": 1})
    assert not read.holds({"a": "abcd"})
    assert not read.holds({"b": "1"})
    assert [error.validator for error in read.validator.iter_errors({"a": "abcd", "b": "1"})] == ["maxLength", "type"]


def test_both_files_are_noted(tmp_path: Path) -> None:
    """Whoever keeps what was made of a schema must know when either file changes."""
    resources = Resources(tmp_path)
    schema(tmp_path, mine=MINE, words=WORDS)
    _, needs = resources.notes.taken(lambda: Schema.read(resources, "schema/mine.schema.json"))
    assert {"schema/mine.schema.json", "schema/words.schema.json"} <= needs.keys()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (None, "it refers to schema/words.schema.json, which is not there"),
        ({"$ref": "mine.schema.json#/$defs/own"}, "schema/words.schema.json refers to others in turn"),
    ],
)
def test_what_cannot_be_followed(tmp_path: Path, words: object, why: str) -> None:
    files = {"mine": MINE} | ({"words": words} if words else {})
    with pytest.raises(ResourceError) as error:
        schema(tmp_path, **files)
    assert error.value.problem.en == why


def test_a_schema_by_itself_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert schema(tmp_path, mine=WORDS).text == json.dumps(WORDS)
