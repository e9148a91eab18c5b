"""The data file: complete, of the shape that its schema describes, exact."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from disc.core.figure import Figure, Sum
from disc.core.number import WAN_YUAN
from disc.emit.data import to_json
from disc.emit.json_text import Json, json_text
from tests import sample_document as make

SCHEMA = json.loads(Path(__file__, "../../../schema/data.schema.json").resolve().read_text(encoding="utf-8"))


Data = dict[str, Any]


def place(line: int) -> dict[str, str | int]:
    return {"file": "specs/sample/office/2024-budget.yaml", "line": line, "column": 5}


def no_float(digits: str) -> float:
    raise AssertionError(digits)


@pytest.fixture(scope="module")
def data() -> Data:
    data: Data = json.loads(to_json(make.sample()), parse_float=no_float)
    return data


def test_the_schema_is_a_schema_and_everything_in_it_is_closed_and_explained() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for object_ in [SCHEMA, *(d for d in SCHEMA["$defs"].values() if d.get("type") == "object")]:
        assert object_["additionalProperties"] is False
        for field in (object_, *object_["properties"].values()):
            assert "$ref" in field or (field["title"] and field["description"]), field


def test_the_data_has_the_shape_of_the_schema(data: Data) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)] == []


def test_what_stands_on_the_page_stands_in_the_data(data: Data) -> None:
    section = data["sections"][2]["blocks"][0]["blocks"][0]
    assert [section[name] for name in ("type", "id", "level", "label", "title")] == [
        "section", "scale", 3, "（一）", "一般公共预算当年拨款规模变化情况"
    ]  # fmt: skip
    content = section["blocks"][0]["content"]
    assert content[:3] == [
        {"text": "社会保障和就业支出"}, {"text": "109.98万元", "figure": "f5"}, {"text": "，占"}
    ]  # fmt: skip
    assert content[-4:] == [
        {"text": "退休人员减少（含调出），", "strong": True},
        {"text": "按"},
        {"text": "实有人数", "emphasis": True},
        {"text": "核定，*不含* <b>结转</b>。"},
    ]


def test_a_cell_says_what_it_holds_and_what_it_spans(data: Data) -> None:
    table = next(block for block in data["sections"][1]["blocks"][1]["blocks"] if block["type"] == "table")
    head, total = table["head"][0], table["body"][-1]
    assert head["kind"] == "header"
    assert head["cells"][0] == {
        "kind": "column header", "content": [{"text": "功能分类科目编码"}], "colspan": 3
    }  # fmt: skip
    assert (total["kind"], total["cells"][-1]["kind"]) == ("total", "number")


@given(st.text())
def test_any_text_is_json(text: str) -> None:
    document = replace(make.sample(), cover=(text,), closing=(make.paragraph(text),))
    data = json.loads(to_json(document))
    assert (data["cover"], data["closing"][0]["content"]) == ([text], [{"text": text}])


@pytest.mark.parametrize(
    ("name", "derivation"),
    [
        (
            "f5",
            {
                "operation": "sum",
                "lines": [2, 3],
                "reported": 5,
                "verdict": "within rounding",
                "residual": "-0.01",
                "allowance": "0.015",
            },
        ),
        ("f6", {"operation": "sum", "lines": [0, 1, 4]}),
        ("f7", {"operation": "total", "operands": ["f6", "f5"]}),
        ("f10", {"operation": "rate", "operands": ["f9", "f8"]}),
        ("f12", {"operation": "count", "path": "overview.posts", "places": [place(17)]}),
    ],
)
def test_a_figure_tells_how_it_came_about(data: Data, name: str, derivation: Data) -> None:
    assert data["figures"][name]["derivation"] == derivation


def test_a_figure_has_its_exact_and_its_displayed_value() -> None:
    exact = Figure(Decimal(12345), WAN_YUAN, 2, Sum(()))
    data = json.loads(to_json(replace(make.sample(), figures=(exact,))))
    shown = {"value": "1.2345", "unit": "万元", "decimals": 2, "text": "1.23"}
    assert data["figures"] == {"f0": shown | {"derivation": {"operation": "sum", "lines": []}}}


def test_a_line_tells_where_it_stands(data: Data) -> None:
    assert data["lines"][0] == {
        "amount": "330.3",
        "unit": "万元",
        "decimals": 2,
        "path": "basic.general.by_function.2010301",
        **place(10),
        "coordinates": {"function": "2010301", "source": "general"},
    }


@given(st.recursive(st.text() | st.integers() | st.booleans(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_the_layout_is_json(value: Json) -> None:
    assert json.loads(json_text(value)) == value
