from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "other-year"
RIGHT = [
    "2024年和2023年的预算",
    "截至2022年底已完成",
    "截至 2022 年末",
    "自2019年起实行",
    "从2020年开始",
    "到2035年基本实现",
    "成立于2018年",
    "2019年3月成立",
    "2019年以来",
    "2020年印发的办法",
    "执行《2021年工作要点》",
    "执行某政发〔2020〕3号",
    "执行克财预【2021】7号",
    "开展“2022年度先进”评选",
    "2021年3月5日县政府常务会议通过",
    "2021—2025年规划",
    "2021年至2025年的规划",
    "2021-2025 年",
    "十四五规划",
    "共2022人，编码2010301，金额12.2022年",
    "使用2022年结转资金",
    "2035年远景目标",
    "依据预算法（2018年修正）",
    "2019年机构改革后重新组建",
    "2022年开工的项目",
    "2022年签订的三年期合同",
    "2026年3月底完成",
]
WRONG = [
    "2022年预算数",
    "关于2022年预算的说明",
    "完成2022年度任务",
    "2022年3月完成",
    "2022 年的任务",
    "2025年预算",
    "2019—2021年计划",
    "用于2022年的支出",
]


@pytest.mark.parametrize("text", RIGHT)
def test_years_that_may_be_named(text: str) -> None:
    assert found(text=example(f"other_matters: {text}。\n")) == []


@pytest.mark.parametrize("text", WRONG)
def test_years_that_were_copied(text: str) -> None:
    assert {d.code for d in found(text=example(f"other_matters: {text}。\n"))} == {CODE}


def test_2022_in_a_text_of_2024() -> None:
    diagnostics = assert_found(CODE, ("  basic: 预算中", "  basic: ▸2022年预算中"))
    assert said(diagnostics) == [
        (
            "文字里写着 2022 年，这是 2024 年的预算，上年是 2023 年。"
            "改正沿用下来的年份；确实是 2022 年的，在 accepted 中写明原因。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "the text says 2022, but this is the budget of 2024, and last year was 2023. "
            "Correct the year that was copied; if 2022 is right, accept this finding with the reason."
        )
    ]


def test_each_year_of_a_text_is_found_once() -> None:
    diagnostics = found(text=example("other_matters: 2022年和2021年的预算，2022年的决算。\n"))
    assert [dict(d.fields)["found"] for d in diagnostics] == ["2021", "2022"]


def test_where_other_years_are_right() -> None:
    fields = """
    publication: {source: 某办公室2022年预算公开}
    projects:
      - name: 2022年修路项目
        function: 2010301
        source: general
        economic: {30213: 28}
        basis: 2019年县政府会议通过
      - name: 修桥
        function: 2010301
        source: general_carryover
        amount: 2
        targets:
          goal: 完成2022年项目
          indicators: [{group: 产出, kind: 数量, name: 座数, value: 1座, last_year: 2022年未完成}]
    project_explanations:
      - {summary: 2018年立项。2020年建成一期。, basis: 2018年会议, undertaker: 办公室, plan: 按合同, duration: 全年,
         projects: [2022年修路项目], goal: 建成}
    """
    text = example(fields).replace("performance_projects: {count: 0, amount: 0}\n", "")
    assert found(text=text) == []


def test_the_duration_of_another_year() -> None:
    fields = """
    project_explanations:
      - {summary: 修路, basis: 规划, undertaker: 甲, plan: 乙, duration: ▸2022年1月1日至2022年12月31日, goal: 建成}
    """
    assert_found(CODE, text=example(fields))


def test_accounts_tell_of_their_year_and_of_what_is_planned_for_the_next(tmp_path: Path) -> None:
    for text in (
        "2024年自评得分95分，高于2023年。",
        "2025年将细化绩效目标。",
        "下一步，2025年绩效目标要更加细化。",
        "力争2025年全部达标，2025年底前继续整改。",
        "2025年度在编制目标时进一步细化。",
    ):
        assert in_accounts(tmp_path, f"evaluation: {text}") == []
    for text in ("2025年自评得分95分。", "2022年自评得分95分，2026年将细化目标。", "2025年。将细化绩效目标。"):
        assert {d.code for d in in_accounts(tmp_path, f"evaluation: {text}")} == {CODE}
    diagnostics = in_accounts(tmp_path, "evaluation: 2025年自评得分95分。")
    assert said(diagnostics)[0].startswith("文字里写着 2025 年，这是 2024 年的决算，上年是 2023 年。")
    assert in_english(diagnostics)[0].startswith("the text says 2025, but this is the final accounts of 2024,")


def test_a_budget_has_no_plans_of_the_year_after() -> None:
    assert_found(CODE, text=example("other_matters: ▸2025年将细化绩效目标。"))
