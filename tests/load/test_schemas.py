"""The schemas explain themselves: whoever has an editor and no manual can still fill in every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from disc.load.classification import load_classification
from disc.load.resources import Resources
from tests.roots import a_root, checked, found

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "schema").glob("*.schema.json"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def load(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def fields(node: object, root: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, with what its reference says."""
    if isinstance(node, dict):
        properties = node.get("properties", {})
        if isinstance(properties, dict) and "if" not in path:
            for name, field in properties.items():
                if isinstance(field, dict):
                    target = field.get("$ref", "").split("/")[1:]
                    said: Any = root if target else {}
                    for step in target:
                        said = said[step]
                    yield f"{path}/{name}", {**said, **field}
        for key, below in node.items():
            if key not in ("if", "then", "else", "dependentSchemas", "allOf"):
                yield from fields(below, root, f"{path}/{key}")
    elif isinstance(node, list):
        for number, below in enumerate(node):
            yield from fields(below, root, f"{path}/{number}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_a_schema_is_valid(path: Path) -> None:
    schema = load(path)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", ["budget", "classification", "dimensions", "form", "regions", "report", "site"])
def test_every_field_has_a_chinese_title_and_a_description(name: str) -> None:
    schema = load(ROOT / f"schema/{name}.schema.json")
    found = list(fields(schema, schema))
    assert len(found) > 2
    unexplained = [
        path
        for path, field in found
        if not (CHINESE.search(field.get("title", "")) and field.get("description"))
    ]  # fmt: skip
    assert unexplained == []


def test_the_sources_of_a_spec_are_the_leaves_of_the_tree_of_sources() -> None:
    classification, _ = load_classification(Resources(ROOT), 2024)
    parents = set(classification.trees["source"].parents.values())
    leaves = [name for name in classification.members["source"] if name not in parents]
    offered = load(ROOT / "schema/budget.schema.json")["$defs"]["source"]["oneOf"]
    assert [choice["const"] for choice in offered] == leaves
    assert all(CHINESE.search(choice["title"]) for choice in offered)


def test_a_root_can_add_a_kind_of_document(tmp_path: Path) -> None:
    budget = load(ROOT / "schema/budget.schema.json")
    kind = {"title": "公开文件种类", "description": "固定为 midyear。", "const": "midyear"}
    spec = "kind: midyear\nbasic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}"
    root = a_root(tmp_path, {"a/office/2024-midyear.yaml": spec}, "- text: 年中{{ total }}")
    form = root / "schema/forms/test/form.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("kind: budget", "kind: midyear"), encoding="utf-8")
    assert found(checked(root)) == [
        ("unknown-kind", "schema/forms/test/form.yaml:3:7"),
        ("unknown-kind", "a/office/2024-midyear.yaml:1:7"),
    ]
    added = budget | {"properties": budget["properties"] | {"kind": kind}}
    (root / "schema/midyear.schema.json").write_text(json.dumps(added), encoding="utf-8")
    assert found(checked(root)) == []
