"""A root's own schemas: they may say more than those of disc, and never less."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from disc.build import check
from disc.core.diagnostic import Words
from disc.load.resources import SHIPPED, ResourceError
from disc.load.spec_files import Options
from tests import accounts
from tests.roots import a_root, checked, found

MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\nprojects: []\n"
SPECS = {"a/office/2024-budget.yaml": MONEY}
LIST = "publishers: [{region: 653023, id: office, name: 单位, kind: budget, from: 2024}]\n"
BUDGET = "schema/budget.schema.json"
USED = ["budget", "form", "site", "publishers", "requirements", "classification", "dimensions", "regions"]


def own(root: Path, name: str, change: Callable[[dict[str, Any]], object]) -> Path:
    """Write a root with a schema of its own: that of disc, changed."""
    schema = json.loads((SHIPPED / name).read_text(encoding="utf-8"))
    change(schema)
    return written(root, name, json.dumps(schema, ensure_ascii=False))


def written(root: Path, name: str, text: str | bytes, specs: dict[str, str] = SPECS) -> Path:
    a_root(root, specs)
    (root / "specs/publishers.yaml").write_text(LIST, encoding="utf-8")
    (root / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def problem(root: Path) -> Words:
    """Return what is said of the schema that cannot be used."""
    with pytest.raises(ResourceError) as error:
        check(Options(root))
    assert error.value.name.startswith("schema/")
    return error.value.problem


@pytest.mark.parametrize("name", USED)
@pytest.mark.parametrize("text", ["{}", '{"type": "object"}', "true", "[]", "", "\ufeff", "{" * 100_000])
def test_what_says_nothing_is_no_schema(tmp_path: Path, name: str, text: str) -> None:
    assert problem(written(tmp_path, f"schema/{name}.schema.json", text)).zh


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_what_is_no_utf_8(tmp_path: Path, encoding: str) -> None:
    text = (SHIPPED / BUDGET).read_text(encoding="utf-8")
    content = text.encode(encoding, "replace")
    assert problem(written(tmp_path, BUDGET, content)) == Words("不是 UTF-8 编码", "it is not UTF-8")


def test_a_copy_that_an_editor_saved_is_one(tmp_path: Path) -> None:
    text = (SHIPPED / BUDGET).read_text(encoding="utf-8")
    assert found(checked(written(tmp_path, BUDGET, "\ufeff" + text.replace("\n", "\r\n")))) == []


@pytest.mark.parametrize(
    ("change", "zh"),
    [
        (lambda schema: schema["properties"].pop("overview"), "少了或改了 properties.overview；"),
        (lambda schema: schema["properties"]["year"].pop("type"), "少了或改了 properties.year.type；"),
        (lambda schema: schema["properties"]["year"].update(type=["integer", "string"]), "properties.year.type；"),
        (lambda schema: schema["required"].remove("year"), "少了或改了 required；"),
        (lambda schema: schema.pop("additionalProperties"), "少了或改了 additionalProperties；"),
        (lambda schema: schema["properties"].update(year=True), "少了或改了 properties.year；"),
        (
            lambda schema: schema["properties"].update(year={"type": "年"}),
            "properties.year.type 不是 JSON Schema 的写法",
        ),
        (lambda schema: schema["properties"].update(x={"$ref": "#/$defs/x"}), "有的 $ref 所指的内容不在文件中"),
        (lambda schema: schema["properties"].update(x={"$ref": "http://a/b"}), "有的 $ref 所指的内容不在文件中"),
        (lambda schema: schema["$defs"].update(x={"$ref": "#/$defs/y"}), "有的 $ref 所指的内容不在文件中"),
        (lambda schema: schema["$defs"].update(x={"$ref": "#/required/0"}), "有的 $ref 所指的内容不在文件中"),
        (lambda schema: schema["properties"].update(x={"pattern": r"\p{Han}"}), "读不懂 properties.x.pattern 的写法"),
        (lambda schema: schema["properties"].update(x={"examples": []}), "读不懂 properties.x.examples 的写法"),
        (lambda schema: schema["properties"].update(x={"x-unit": 5}), "读不懂 properties.x.x-unit 的写法"),
        (lambda schema: schema["properties"].update(x={"x-expect": {}}), "读不懂 properties.x.x-expect 的写法"),
        (lambda schema: schema["properties"].update(x={"oneOf": [True]}), "读不懂 properties.x.oneOf.0 的写法"),
        (lambda schema: schema["$defs"].update(x={"items": {"$ref": "#/$defs/x"}}), "它引用了自己，没有尽头"),
    ],
)
def test_what_a_schema_cannot_say(tmp_path: Path, change: Callable[[dict[str, Any]], object], zh: str) -> None:
    assert zh in problem(own(tmp_path, BUDGET, change)).zh


def test_a_key_twice(tmp_path: Path) -> None:
    text = (SHIPPED / BUDGET).read_text(encoding="utf-8").replace('"required": [', '"required": [], "required": [', 1)
    assert problem(written(tmp_path, BUDGET, text)).zh == "“required”在同一组里写了两次"


def test_places_are_named_but_not_all_of_them(tmp_path: Path) -> None:
    words = problem(written(tmp_path, BUDGET, '{"title": "空"}'))
    assert words.zh.startswith("与 disc 自带的相比，少了或改了 type、additionalProperties、required等；")
    assert words.en.startswith(
        "compared with that of disc, it lacks or changes type, additionalProperties, required, …;"
    )


def test_a_field_that_a_root_adds(tmp_path: Path) -> None:
    def add(schema: dict[str, Any]) -> None:
        schema["properties"]["remark"] = {"title": "备注", "description": "说明。例：无", "type": "string"}
        schema["properties"]["projects"]["maxItems"] = 3

    specs = {"a/office/2024-budget.yaml": f"{MONEY}remark: 五\n", "a/other/2024-budget.yaml": f"{MONEY}remark: 5\n"}
    own(tmp_path, BUDGET, add)
    a_root(tmp_path, specs)
    assert found(checked(tmp_path)) == [("text-needs-quotes", "a/other/2024-budget.yaml:3:9")]


@pytest.mark.parametrize(
    ("name", "within", "said"),
    [("accounts", (), "motto: 5\n"), ("budget", ("overview",), "overview: {functions: [办文], motto: 5}\n")],
)
def test_a_field_that_a_root_adds_to_accounts(tmp_path: Path, name: str, within: tuple[str, ...], said: str) -> None:
    """They have fields of budgets, so that either file may be the root's own."""

    def add(schema: dict[str, Any]) -> None:
        for step in within:
            schema = schema["properties"][step]
        schema["properties"]["motto"] = {"title": "口号", "description": "例：好", "type": "string"}

    own(tmp_path, f"schema/{name}.schema.json", add)
    a_root(tmp_path, {accounts.THIS: f"{accounts.SPECS[accounts.THIS]}{said}"})
    (tmp_path / "schema/forms/test/accounts.yaml").write_text(accounts.FORM, encoding="utf-8")
    (wrong,) = checked(tmp_path, accounts.THIS).diagnostics
    assert (wrong.code, wrong.message("en").split()[0]) == ("text-needs-quotes", ".".join((*within, "motto（口号）")))


def test_what_disc_asks_for_holds_all_the_same(tmp_path: Path) -> None:
    """Whatever an own schema lets through, the program meets nothing that it does not know."""

    def widen(schema: dict[str, Any]) -> None:
        schema["properties"]["year"] |= {"minimum": -5, "maximum": 99999}
        schema["properties"]["kind"] = {"title": "种类", "description": "种类。", "oneOf": [{"type": "string"}]}

    own(tmp_path, BUDGET, widen)
    a_root(tmp_path, {"a/office/12345-budget.yaml": f"{MONEY}year: 12345\n"})
    assert ("above-maximum", "a/office/12345-budget.yaml:3:7") in found(checked(tmp_path))


def test_a_kind_of_the_root_says_all_that_a_budget_does(tmp_path: Path) -> None:
    """Its money stands in the same places, as disc reads it."""
    assert problem(written(tmp_path, "schema/final.schema.json", '{"required": ["kind", "form"]}')).zh


def test_a_schema_that_is_nobody_s_business(tmp_path: Path) -> None:
    assert found(checked(written(tmp_path, "schema/mine.schema.json", '{"required": 5, "type": "mine"}'))) == []


@pytest.mark.parametrize("default", ["十", True, None, [1], {}])
def test_a_threshold_is_a_number(tmp_path: Path, default: object) -> None:
    def change(schema: dict[str, Any]) -> None:
        schema["properties"]["checks"]["properties"]["thresholds"]["properties"]["reason_rate"]["default"] = default

    words = problem(own(tmp_path, "schema/form.schema.json", change))
    assert "少了或改了 properties.checks.properties.thresholds.properties.reason_rate.default；" in words.zh


def test_a_threshold_of_a_root(tmp_path: Path) -> None:
    def change(schema: dict[str, Any]) -> None:
        schema["properties"]["checks"]["properties"]["thresholds"]["properties"]["reason_rate"]["default"] = 12.5

    assert found(checked(own(tmp_path, "schema/form.schema.json", change))) == []


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "9" * 5000])
def test_what_is_no_number(tmp_path: Path, number: str) -> None:
    text = (SHIPPED / "schema/form.schema.json").read_text(encoding="utf-8")
    changed = text.replace('"default": 10,', f'"default": {number},', 1)
    assert changed != text
    assert problem(written(tmp_path, "schema/form.schema.json", changed)).zh == "有读不出的数字，或嵌套太深"
