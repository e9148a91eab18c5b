from __future__ import annotations

from tests.checks.support import NEWEST, all_found, example, in_english, said

CODE = "tables-of-earlier-year"
ASSETS = 'assets: {as_of: "2098-12-31", vehicles: {general: {count: 0}}}'


def test_a_year_that_has_no_tables_yet() -> None:
    # The address of the seed is of another year.
    found = [each for each in all_found(example(f"year: 2099\n{ASSETS}")) if each.code != "address-disagrees"]
    assert [(each.code, each.level.value) for each in found] == [(CODE, "notice")]
    assert said(found) == [
        (
            f"本库还没有 2099 年的政府收支分类科目，按 {NEWEST} 年的核对编码、取名称。"
            "用到 2099 年新增或改名的科目时，加上该年的科目表（schema/classification/README.zh-CN.md）；"
            "没有用到的，可在 accepted 中写明。"
        )
    ]
    assert in_english(found) == [
        (
            f"there are no classification tables for 2099 yet: codes and names are those of {NEWEST}. "
            "If a code that is new or renamed in 2099 is used, add that year's tables (schema/classification/README.md)"
            "; if none is, say so under `accepted`."
        )
    ]


def test_a_year_that_has_tables() -> None:
    assert all_found(example("year: 2024")) == []


def test_it_can_be_accepted() -> None:
    accepted = f"accepted: [{{code: {CODE}, reason: 所用科目没有变动, year: 2099}}]"
    found = all_found(example(f"year: 2099\n{ASSETS}\n{accepted}"))
    assert [each.accepted for each in found if each.code == CODE] == ["所用科目没有变动"]
