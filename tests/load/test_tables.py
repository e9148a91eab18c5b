"""A root's own tables: what is wrong with them is said at its place, and nothing of them is taken in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disc.build import check
from disc.load.classification import load_classification
from disc.load.form_names import form_names
from disc.load.resources import SHIPPED, Resources
from disc.load.spec_files import Options
from tests.readmes import ROOT, sections
from tests.roots import a_root, a_spec, checked, document, found

SPECS = {"a/office/2024-budget.yaml": "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n"}
ENTITY = "entity: {id: office, name: 某局, region: 990101, level: unit, type: administrative}\n"
TABLES = "schema/classification"
FUNCTION = f"{TABLES}/2024/function.yaml"
ECONOMIC = f"{TABLES}/2024/economic.yaml"
DIMENSIONS = f"{TABLES}/dimensions.yaml"
REGIONS = f"{TABLES}/regions.yaml"


def own(root: Path, file: str, text: str) -> Path:
    """Write a root with a table of its own."""
    a_root(root, SPECS)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    return root


def changed(file: str, old: str, new: str) -> str:
    text = (SHIPPED / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


def at(file: str, found: list[tuple[str, str]]) -> list[str]:
    """Return the findings, all of which must stand in one file."""
    assert {place.rpartition(":")[0].rpartition(":")[0] for _, place in found} <= {file}
    return [code for code, _ in found]


@pytest.mark.parametrize("file", [FUNCTION, ECONOMIC, DIMENSIONS, REGIONS])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("- 1\n", "not-a-mapping"),
        ("codes: []\nsource: []\nnature: []\nentity_type: []\n", "wrong-type"),
        ("codes:\nsource:\nnature:\nentity_type:\n", "missing-value"),
        ("title: 1\n", "missing-field"),
        ("codes: {x: 1}\n", "missing-field"),
    ],
)
def test_what_is_no_table(tmp_path: Path, file: str, text: str, code: str) -> None:
    assert code in at(file, found(checked(own(tmp_path, file, text))))


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        (FUNCTION, "  20103: 政府办公厅（室）及相关机构事务\n", "", {"table-gap"}),
        (FUNCTION, "  2010301: 行政运行", "  201030: 行政运行", {"bad-key"}),
        (FUNCTION, "  2010301: 行政运行", "  2010301: [行政运行]", {"wrong-type"}),
        (FUNCTION, "  2010301: 行政运行", "  2010301: ' '", {"bad-text"}),
        (FUNCTION, "  2010301: 行政运行", "  2010301:", {"missing-value"}),
        (FUNCTION, "year: 2024", "year: 2023", {"table-year"}),
        (FUNCTION, "\ncodes:", "\ncode:", {"missing-field", "unknown-field"}),
        (ECONOMIC, "301: personnel", "301: basic", {"value-not-allowed"}),
        (REGIONS, "  650000: 新疆维吾尔自治区\n", "", {"table-gap"}),
        (REGIONS, "  650000:", "  6500000:", {"bad-key"}),
        (DIMENSIONS, "  project: {name: 项目支出}", "  project: 项目支出", {"wrong-type"}),
        (DIMENSIONS, "  project: {name: 项目支出}", "  project: {}", {"missing-field"}),
        (DIMENSIONS, "  project: {name: 项目支出}\n", "", {"member-gone"}),
        (DIMENSIONS, ": {name: 项目支出}", ": {name: 甲, members: {basic: {name: 乙}}}", {"member-twice"}),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_table(tmp_path: Path, file: str, old: str, new: str, codes: set[str]) -> None:
    result = checked(own(tmp_path, file, changed(file, old, new)))
    told = result.diagnostics
    assert {each.code for each in told} == codes
    assert {each.span.file for each in told} == {file}
    assert all(each.message("zh") and each.hint("zh") for each in told)
    assert result.failed


def test_what_a_gap_and_a_lost_member_are_called(tmp_path: Path) -> None:
    own(tmp_path, FUNCTION, changed(FUNCTION, "  20103: 政府办公厅（室）及相关机构事务\n", ""))
    first = checked(tmp_path).diagnostics[0]
    assert str(first.span) == f"{FUNCTION}:28:3"
    assert first.message("zh") == "表中有 2010301（行政运行），没有它的上级 20103"
    assert first.message("en") == "the table has 2010301 (行政运行) and not 20103, above it"
    own(tmp_path, DIMENSIONS, changed(DIMENSIONS, "  project: {name: 项目支出}\n", ""))
    (gone,) = (each for each in checked(tmp_path).diagnostics if each.code == "member-gone")
    assert (str(gone.span), gone.message("zh")) == (f"{DIMENSIONS}:50:1", "nature 里没有 project")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FUNCTION, "2010301: 行政运行", "2010301: 行政的运行"),
        (DIMENSIONS, "name: 其他事业单位", "name: 事业单位"),
        (DIMENSIONS, "{name: 财政专户管理资金, accounts: 教育收费}", "{name: 专户, members: {x: {name: 子}}}"),
        (REGIONS, "  310107: 普陀区", "  310107: 普陀区\n  310109: 虹口区"),
    ],
)  # fmt: skip
def test_what_a_root_may_say_otherwise(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert found(checked(own(tmp_path, file, changed(file, old, new)))) == []


def test_a_code_that_is_added_at_the_end_stands_where_it_belongs(tmp_path: Path) -> None:
    shipped = (SHIPPED / FUNCTION).read_text(encoding="utf-8")
    own(tmp_path, FUNCTION, f"{shipped.rstrip()}\n  2010398: 又一项\n")
    names = list(load_classification(Resources(tmp_path), 2024)[0].names("function"))
    assert "2010398" in names
    assert names == sorted(names)
    assert check(Options(tmp_path)).diagnostics == ()


def test_a_table_that_no_spec_uses_yet_is_a_warning(tmp_path: Path) -> None:
    """Whoever adds a year checks it before the first spec of it is there."""
    year = f"{TABLES}/2031"
    own(tmp_path, f"{year}/economic.yaml", changed(ECONOMIC, "year: 2024", "year: 2031"))
    assert found(checked(tmp_path)) == []
    own(tmp_path, f"{year}/function.yaml", (SHIPPED / FUNCTION).read_text(encoding="utf-8"))
    result = checked(tmp_path)
    assert (found(result), result.failed) == ([("table-year", f"{year}/function.yaml:3:7")], False)
    assert found(checked(tmp_path, "a/office/2024-budget.yaml")) == []
    a_spec(tmp_path, "a/office/2031-budget.yaml", SPECS["a/office/2024-budget.yaml"])
    result = checked(tmp_path)
    assert ("table-year", f"{year}/function.yaml:3:7") in found(result)
    assert len([each for each in result.diagnostics if each.code == "table-year"]) == 1
    assert result.failed


def test_a_form_that_no_spec_uses_yet_is_a_warning(tmp_path: Path) -> None:
    own(tmp_path, "schema/forms/test/other.yaml", "title: 另\nkind: budget\nextends: base/x\n")
    result = checked(tmp_path)
    assert (found(result), result.failed) == ([("unknown-base-form", "schema/forms/test/other.yaml:3:10")], False)


def test_a_file_that_nobody_can_name_is_no_form(tmp_path: Path) -> None:
    own(tmp_path, os.fsdecode(b"schema/forms/test/\xff.yaml"), "title: 另\nkind: budget\nextends: base/x\n")
    assert found(checked(tmp_path)) == []
    names = form_names(Resources(tmp_path))
    assert names
    assert "".join(names).isprintable()


@pytest.mark.parametrize("year", ["２０３１", "02031", "31"])
def test_a_folder_that_is_no_year_is_none(tmp_path: Path, year: str) -> None:
    for file in (FUNCTION, ECONOMIC):
        own(tmp_path, file.replace("2024", year), "codes: [")
    assert found(checked(tmp_path)) == []


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_a_root_need_only_name_its_own_divisions(page: str, tmp_path: Path) -> None:
    (text,) = (text for each in sections(ROOT / TABLES / page) for _, text in each.blocks if text.startswith("title:"))
    root = own(tmp_path, REGIONS, text)
    a_spec(root, "a/office/2024-budget.yaml", SPECS["a/office/2024-budget.yaml"] + ENTITY)
    result = checked(root)
    assert found(result) == []
    assert document(result, "a/office/2024-budget").meta.region_path == ("示例省", "示例市", "示例区")
