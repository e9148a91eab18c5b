from __future__ import annotations

from pathlib import Path

from tests.checks.support import NEWEST, all_found, example, in_english, said
from tests.roots import a_root, checked, found
from tests.seed.spec import ROOT

MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n"
CODE = "tables-of-earlier-year"
ASSETS = 'assets: {as_of: "2098-12-31", vehicles: {general: {count: 0}}}'


def test_a_year_that_has_no_tables_yet() -> None:
    # The address of the seed is of another year.
    told = [each for each in all_found(example(f"year: 2099\n{ASSETS}")) if each.code != "address-disagrees"]
    assert [(each.code, each.level.value) for each in told] == [(CODE, "notice")]
    assert said(told) == [
        (
            f"本库还没有 2099 年的政府收支分类科目，按 {NEWEST} 年的核对编码、取名称。"
            "用到 2099 年新增或改名的科目时，加上该年的科目表（schema/classification/README.zh-CN.md）；"
            "没有用到的，可在 accepted 中写明。"
        )
    ]
    assert in_english(told) == [
        (
            f"there are no classification tables for 2099 yet: codes and names are those of {NEWEST}. "
            "If a code that is new or renamed in 2099 is used, add that year's tables (schema/classification/README.md)"
            "; if none is, say so under `accepted`."
        )
    ]


def test_a_year_that_has_tables() -> None:
    assert all_found(example("year: 2024")) == []


def test_a_year_of_which_one_table_is_there(tmp_path: Path) -> None:
    """Who adds the tables of a year begins with one."""
    root = a_root(tmp_path, {"a/office/2099-budget.yaml": MONEY})
    table = root / "schema/classification/2099/function.yaml"
    table.parent.mkdir(parents=True)
    table.write_bytes((ROOT / f"schema/classification/{NEWEST}/function.yaml").read_bytes())
    assert [code for code, _ in found(checked(root))] == [CODE]


def test_it_can_be_accepted() -> None:
    accepted = f"accepted: [{{code: {CODE}, reason: 所用科目没有变动, year: 2099}}]"
    told = all_found(example(f"year: 2099\n{ASSETS}\n{accepted}"))
    assert [each.accepted for each in told if each.code == CODE] == ["所用科目没有变动"]
