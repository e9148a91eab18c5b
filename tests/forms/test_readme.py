"""The reference of the form language, the words that checks know, and the code say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from disc.compile.book import Book
from disc.compile.filters import make_templates
from disc.compile.measure import Measure
from disc.compile.vocabulary import Vocabulary
from disc.core.flows import FLOW
from disc.core.ledger import Ledger
from disc.core.stages import STATED_AT
from disc.load import form_words
from disc.load.classification import load_classification
from disc.load.form import Form
from disc.load.regions import load_regions
from disc.load.resources import Resources
from disc.load.spec import Spec
from disc.load.spec_reader import Case
from disc.load.tree import Map
from tests.forms.support import a_form, compile_text

ROOT = Path(__file__).parents[2]
README = (ROOT / "schema" / "forms" / "README.md").read_text(encoding="utf-8")
ACCOUNTS = """
kind: accounts
income: {general: {2010301: 5}}
basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 4, 30217: 1}}}
balances: {opening: {}, closing: {}}
budget: {sources: {general: {total: 4}}}
adjusted_budget: {of_which: {overseas: 0, reception: 2, vehicle_purchase: 0, vehicle_operation: 0}}
reasons: {general.budget: 年中追加}
"""
INTERNAL = {
    "this",
    "at",
    "past",
    "known",
    "compared",
    "is_compared",
    "total",
    "quantity",
    "selection",
    "identity",
    "ask_why",
}


def section(heading: str) -> str:
    """What stands below a heading of the README, down to the next."""
    return re.split(r"\n##+ ", README.split(f"# {heading}\n", 1)[1])[0]


def documented(heading: str) -> set[str]:
    """The names in the first column of the tables of a section."""
    return set(re.findall(r"^\| `([a-z_]+)[^`|]*` \|", section(heading), re.MULTILINE))


@pytest.fixture(scope="module")
def form() -> Form:
    loaded, _ = a_form("title: 试")
    assert loaded is not None
    return loaded


def test_the_names_are_those_of_the_code(form: Form) -> None:
    resources = Resources(ROOT)
    classification, _ = load_classification(resources, 2024)
    ledger = Ledger((), classification.trees)
    data = Map([("year", 2024), ("entity", Map([("name", "甲"), ("region", "650000")]))])
    regions, _ = load_regions(resources)
    case = Case(Spec("spec.yaml", "spec", data, ledger, {}), form, classification, regions)
    context = Vocabulary(case, Book(ledger, {}), make_templates(form), form.text).context()
    names = set(context) - set(form.measures)
    assert names == form_words.NAMES
    assert documented("Names") | documented("Functions") == names


def test_the_filters_are_those_of_the_code(form: Form) -> None:
    filters = make_templates(form)._environment.filters
    plain = {name for name, function in filters.items() if function.__module__.startswith("disc.")}
    assert plain == form_words.FILTERS == documented("Filters")
    assert not form_words.WITHHELD_FILTERS & set(filters)
    assert not form_words.WITHHELD_NAMES & set(make_templates(form)._environment.globals)


def test_the_attributes_are_those_of_the_code() -> None:
    attributes = {name for name in (*dir(Measure), *init_attributes()) if not name.startswith("_")} - {"VOCABULARY"}
    assert attributes == form_words.ATTRIBUTES | INTERNAL
    assert documented("Measures in templates") == form_words.ATTRIBUTES
    assert all(f"`{name}`" in section("Measures in templates") for name in INTERNAL)


def test_the_stages_and_flows_are_those_of_the_code() -> None:
    classification, _ = load_classification(Resources(ROOT), 2024)
    stages = re.findall(r"^\| `([a-z_]+)` \|", section("stages"), re.MULTILINE)
    assert stages == [*STATED_AT]
    for place in STATED_AT.values():
        assert f"`{'.'.join(place)}`" in section("stages")
    rows = re.findall(r"^\| (`.+`) \| ", section("income and expenditure"), re.MULTILINE)
    flows = [re.findall("`([a-z_]+)`", row) for row in rows][1:]
    parents = classification.trees[FLOW].parents
    assert {flow for row in flows for flow in row} == {*classification.members[FLOW]}
    assert [{parents[flow] for flow in row} for row in flows[1::2]] == [{side} for (side,) in flows[::2]]


def test_what_is_shown_of_stages_compiles() -> None:
    (shown,) = re.findall("```yaml\n(.*?)```", section("stages"), re.DOTALL)
    form = """
title: 试
kind: accounts
extends: base/accounts
parts: [{id: all, title: 全文, sections: [explain_general, {table: three_public}]}]
"""
    text = compile_text(form + shown, ACCOUNTS)
    assert text[1] == "年初预算数4.00万元，决算数5.00万元，预决算差异率25.00%，主要原因是：年中追加。"
    assert [line for line in text if line.startswith("|")] == [
        "| 项目 | 全年预算数 | 决算数 |",
        "| 合计 | 2.00 | 1.00 |",
        "| 因公出国（境）费 | 0.00 | 0.00 |",
        "| 公务用车购置及运行维护费（小计） | 0.00 | 0.00 |",
        "| 　公务用车购置费 | 0.00 | 0.00 |",
        "| 　公务用车运行维护费 | 0.00 | 0.00 |",
        "| 公务接待费 | 2.00 | 1.00 |",
    ]


def init_attributes() -> set[str]:
    """What the constructor sets."""
    return set(Measure.__init__.__code__.co_names)


def test_every_field_of_the_schema_is_described() -> None:
    schema = json.loads((ROOT / "schema" / "form.schema.json").read_text(encoding="utf-8"))
    fields = {name for part in parts(schema) for name in part.get("properties", ())}
    written = set(re.findall("[a-z_]+", README))
    assert fields <= written


@pytest.mark.parametrize("name", sorted(json.loads((ROOT / "schema/form.schema.json").read_bytes())["$defs"]))
def test_the_schema_is_closed_and_describes_itself(name: str) -> None:
    schema = json.loads((ROOT / "schema" / "form.schema.json").read_text(encoding="utf-8"))
    for part in parts(schema["$defs"][name]):
        if part.get("type") == "object":
            # Names of requirements are data.
            assert part.get("additionalProperties") is False or name == "marks"
        for field, inner in part.get("properties", {}).items():
            if isinstance(inner, dict) and part.get("type") == "object":
                words = {**schema["$defs"].get(inner.get("$ref", "").rpartition("/")[2], {}), **inner}
                assert "title" in words, field
                assert "description" in words, field
                assert all("title" in option for option in words.get("oneOf", ())), field


def parts(here: object) -> Iterator[dict[str, Any]]:
    """Every subschema, and every other mapping of the schema."""
    if isinstance(here, dict):
        yield here
    for inner in here.values() if isinstance(here, dict) else here if isinstance(here, list) else ():
        yield from parts(inner)


def test_the_example_of_the_readme_compiles() -> None:
    example = re.findall("```yaml\n(.*?)```", section("A whole form"), re.DOTALL)
    spec = "basic: {general: {by_function: {2010301: 3}}}\n"
    assert compile_text(example[0], spec) == [
        "# 第一部分单位概况",
        "## 一、主要职能",
        "1.办文",
        "# 第二部分预算公开表",
        "## 一、支出预算表",
        "表1支出预算表",
        "编制部门（单位）：某办公室｜单位：万元",
        "| 科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出 |",
        "| 类 | 款 | 项 | ^ | ^ | ^ | ^ |",
        "| 201 |  |  | 一般公共服务支出 | 3.00 | 3.00 |  |",
        "| 201 | 03 |  | 　政府办公厅（室）及相关机构事务 | 3.00 | 3.00 |  |",
        "| 201 | 03 | 01 | 　　行政运行 | 3.00 | 3.00 |  |",
        "|  |  |  | 合计 | 3.00 | 3.00 |  |",
        "# 第三部分情况说明",
        "## 一、关于2024年支出预算情况说明",
        "某办公室支出预算3.00万元，其中：",
        "基本支出3.00万元，占100.00%。",
    ]
