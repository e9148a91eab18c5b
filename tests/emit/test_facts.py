"""The rows of the long table: every stated number once, with names, and what may be added up."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from disc.core.document import Document
from disc.emit.facts import HEADING, facts_csv
from tests import sample_document as make
from tests.department import SPECS
from tests.roots import a_root, checked, document

COLUMNS = json.loads(Path(__file__, "../../../schema/facts.table.json").resolve().read_text(encoding="utf-8"))

Facts: TypeAlias = list[dict[str, str]]

LAST = """
basic: {general: {by_function: {2010301: 50}, by_economic: {30101: 50}}}
projects:
  - {name: 修路, function: 2010301, source: general, amount: 7}
  - {name: 拆桥, function: 2010302, source: general, amount: 1}
"""
THIS = """
basic: {general: {by_function: {2010301: 60.5}, by_economic: {30101: 60.5}}}
projects:
  - {name: 种树, function: 2010301, source: general, amount: 3}
  - {name: =修路, function: 2010301, source: other, economic: {30201: 4}}
staffing: {authorised: 10, active: 9}
of_which: {reception: 1}
"""


def facts(document: Document) -> Facts:
    return list(csv.DictReader(facts_csv(document).splitlines()))


def only(rows: Facts, *names: str) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    pair = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": THIS}
    return facts(document(checked(a_root(tmp_path_factory.mktemp("years"), pair)), "a/office/2024-budget"))


def test_the_columns_are_those_that_the_schema_describes() -> None:
    assert [field["name"] for field in COLUMNS["fields"]] == list(HEADING)
    assert set(COLUMNS["primaryKey"]) < set(HEADING)
    for field in COLUMNS["fields"]:
        assert field["title"], field
        assert field["description"].endswith("。"), field
        assert field["description_en"].endswith("."), field


def test_every_stated_number_is_a_row(two_years: Facts) -> None:
    assert only(two_years, "stage", "fiscal_year", "path", "amount", "quantity", "stated_in") == [
        ("this_year", "2024", "basic.general.by_function.2010301", "605000", "", "万元"),
        ("this_year", "2024", "basic.general.by_economic.30101", "605000", "", "万元"),
        ("this_year", "2024", "projects.0.amount", "30000", "", "万元"),
        ("this_year", "2024", "projects.1.economic.30201", "40000", "", "万元"),
        ("this_year", "2024", "staffing.authorised", "", "10", "人"),
        ("this_year", "2024", "staffing.active", "", "9", "人"),
        ("this_year", "2024", "of_which.reception", "10000", "", "万元"),
        ("last_budget", "2023", "basic.general.by_function.2010301", "500000", "", "万元"),
        ("last_budget", "2023", "basic.general.by_economic.30101", "500000", "", "万元"),
        ("last_budget", "2023", "projects.0.amount", "70000", "", "万元"),
        ("last_budget", "2023", "projects.1.amount", "10000", "", "万元"),
    ]


def test_a_row_says_whose_number_it_is_and_where_it_stands(two_years: Facts) -> None:
    names = ("disclosure", "region", "region_name", "entity", "entity_name", "level", "kind", "year", "spec", "line")
    region = ("653023", "新疆维吾尔自治区／克孜勒苏柯尔克孜自治州／阿合奇县")
    about = ("a/office/2024-budget", *region, "office", "office单位", "unit", "budget", "2024")
    assert only(two_years, *names)[0] == (*about, "specs/a/office/2024-budget.yaml", "1")
    assert only(two_years, *names)[-1] == (*about, "specs/a/office/2023-budget.yaml", "4")


def test_members_have_their_names_and_no_name_is_a_formula(two_years: Facts) -> None:
    dimensions = ("source", "nature", "function", "economic", "project", "fact")
    names = [name for dimension in dimensions for name in (dimension, f"{dimension}_name")]
    rows = only(two_years, *names)
    function = ("2010301", "一般公共服务支出／政府办公厅（室）及相关机构事务／行政运行")
    assert rows[3] == (
        *("other", "其他收入", "project", "项目支出", *function),
        *("30201", "商品和服务支出／办公费", "1", "'=修路", "", ""),
    )
    assert rows[6][-2:] == ("of_which.reception", "公务接待费")
    # Of last year's projects one is this year's too.
    assert [row[8:10] for row in rows[-2:]] == [("2023.0", "修路"), ("2023.1", "拆桥")]


def test_what_counts_comes_to_the_total(two_years: Facts) -> None:
    assert totals(two_years) == {"this_year": Decimal(675000), "last_budget": Decimal(580000)}
    assert {row["counted"] for row in two_years if row["fact"] or row["economic"] == "30101"} == {"false"}


def test_a_department_has_the_rows_of_its_units(tmp_path: Path) -> None:
    compiled = document(checked(a_root(tmp_path, SPECS)), "a/bureau/2024-budget")
    rows = facts(compiled)
    units = {(row["unit"], row["unit_name"], row["spec"]) for row in rows if row["unit"]}
    assert {name for _, name, _ in units} == {"某局本级", "某局监察队", "某局信息中心"}
    assert {spec for *_, spec in units} == {
        f"specs/a/{unit}/2024-budget.yaml" for unit in ("bureau-headquarters", "squad", "centre")
    }
    assert {row["level"] for row in rows} == {"department"}
    assert totals(rows) == {"this_year": Decimal(1200000 + 560000 + 330000)}
    keys = only(rows, *COLUMNS["primaryKey"])
    assert len(set(keys)) == len(keys)


def totals(rows: Facts) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for row in rows:
        if row["counted"] == "true":
            found[row["stage"]] = found.get(row["stage"], Decimal(0)) + Decimal(row["amount"])
    return found


def test_what_an_author_writes_breaks_no_row() -> None:
    sample = make.sample()
    names = {("source", "general"): '甲,"\n乙', ("function", "2010301"): "@丙"}
    rows = facts(replace(sample, names=names))
    assert len(rows) == len(sample.lines)
    assert only(rows, "source_name", "function_name")[0] == ('甲,"\u0020乙', "'@丙")
