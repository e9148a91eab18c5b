from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import NEWEST, all_found, assert_found, example, found, in_english, said

CODE = "unknown-code"

PLACES = {
    "an item by function": ("      2210201: 46.39 ", "      ▸2210299: 46.39 "),
    "an item by economic classification": ("      30113: 46.38  ", "      ▸30198: 46.38  "),
    "a line of a project": ("      30204: 0.15  ", "      ▸30210: 0.15  "),
    "an item of last year": ("          2210201: 36.74", "          ▸2210299: 36.74"),
    "a purpose": ("  221: 机关事业单位在职", "  ▸225: 机关事业单位在职"),
}


@pytest.mark.parametrize("name", PLACES)
def test_codes_that_do_not_exist(name: str) -> None:
    # A reason for a code that has lost its money is another finding.
    assert_found(CODE, PLACES[name], ("  2210201: 在职人员工资调整，住房公积金增加\n", ""))


def test_the_function_of_a_project() -> None:
    place = "  - name: 华能工作经费\n    function: 2010301\n"
    assert_found(CODE, (place, place.replace("2010301", "▸2010398")))


def test_the_function_of_a_project_with_many_lines_is_said_once() -> None:
    place = "  - name: 2024年补充公用经费项目\n    function: 2010301\n"
    assert len(assert_found(CODE, (place, place.replace("2010301", "▸2010398")))) == 1


def test_every_place_of_a_code_is_named() -> None:
    place = "  - name: 华能工作经费\n    function: 2010301\n"
    other = "  - name: 2023年访惠聚工作队为民办实事经费克财预【2023】7号\n    function: 2010301\n"
    changes = [(text, text.replace("2010301", "▸2010398")) for text in (place, other)]
    assert len(assert_found(CODE, *changes)) == 2


def test_members_of_approved_totals() -> None:
    codes = {
        "{function: 208}": "{function: ▸298}",
        "{nature: basic}": "{nature: ▸basics}",
        "{source: general_budget}": "{source: ▸general_budgets}",
        "{source: [appropriation, fiscal_carryover]}": "{source: ▸[appropriation, fiscal_carryovers]}",
    }
    for old, new in codes.items():
        # A total of nothing is wrong in itself; the sum of the others is another one.
        diagnostics = [d for d in found((f"select: {old}", f"select: {new}")) if d.code == CODE]
        assert len(diagnostics) == 1, new
        assert diagnostics[0].span.column == f"  - {{select: {new}".index("▸") + 1


def test_a_code_of_another_level_or_table() -> None:
    # 2010302 is in the table of functions but 20103 is no item; the schema sees to the number of digits.
    assert (
        found(("      2010350: 130.33  ", "      2010302: 130.33  "), ("  2010350: 预算调整", "  2010302: 预算调整"))
        == []
    )


def test_the_words() -> None:
    diagnostics = assert_found(CODE, ("      30299: 23.86  ", "      ▸30298: 23.86  "))
    assert said(diagnostics) == ["2024 年部门预算支出经济分类科目没有 30298。最接近的是 30299（其他商品和服务支出）。"]
    assert in_english(diagnostics) == [
        "the 2024 table of 部门预算支出经济分类科目 has no 30298. The nearest is 30299（其他商品和服务支出）."
    ]


def test_a_word_that_is_no_source_is_answered_with_those_there_are() -> None:
    changed = ("select: {source: general_budget}", "select: {source: 一般}")
    (message,) = (words for words in said(found(changed)) if "资金来源没有 一般" in words)
    assert "可选（最接近的在前）：" in message
    assert "general_budget（一般公共预算）" in message


def test_a_code_that_resembles_none_is_answered_with_where_to_look() -> None:
    (message,) = (words for words in said(found(("{function: 208}", "{function: 999}"))) if "没有 999" in words)
    assert message == "2024 年功能分类科目没有 999。科目见 schema/classification/2024/function.yaml。"


def test_a_code_of_a_year_without_tables_may_be_new() -> None:
    text = example("year: 2099\nreasons: {project: 新增修路项目}").replace("2080505: 20}, by_e", "2080595: 20}, by_e")
    diagnostics = [each for each in all_found(text) if each.code == CODE]
    assert said(diagnostics) == [
        (
            f"{NEWEST} 年功能分类科目没有 2080595。最接近的是 2080599（其他行政事业单位养老支出）；"
            "2099 年新增的科目，先加上该年的科目表（schema/classification/README.zh-CN.md）。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            f"the {NEWEST} table of 功能分类科目 has no 2080595. The nearest is 2080599（其他行政事业单位养老支出）; "
            "for a code that is new in 2099, add the tables of that year (schema/classification/README.md)."
        )
    ]


def test_an_approved_total_of_no_flow_that_there_is(tmp_path: Path) -> None:
    text = "reported: [{select: {flow: ▸incomes}, amount: 150}]"
    diagnostics = assert_in_accounts(CODE, tmp_path, text)
    assert said(diagnostics)[0].startswith("2024 年收支没有 incomes。可选（最接近的在前）：income")
    assert in_accounts(tmp_path, "reported: [{select: {flow: income}, amount: 150}]") == []
