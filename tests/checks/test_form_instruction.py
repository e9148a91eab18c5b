from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts
from tests.checks.support import assert_found, found, in_english, said

CODE = "form-instruction"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸无事项（按项目分别填报）。"))
    assert said(diagnostics) == ["“（按项目分别填报）”是写给填报人的说明。删去它，并核对它要求的内容是否已写。"]
    assert in_english(diagnostics) == [
        (
            "“（按项目分别填报）” is said to whoever fills in the form. "
            "Take it out, and see that what it asks for is stated."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（按部门单位预算公开表三“支出总体情况表”进行说明。）",
        "（按部门（单位）预算公开表五填列）",
        "按部门单位预算公开表四进行说明。",
        "备注：无内容应公开空表并说明情况。",
        "无内容的应当公开空表并说明原因",
        "（将名词解释全部保留。）",
        "（请删除本行）",
        "（如无此项内容，请删除）",
        "（若有变动则需说明原因）",
        "（必填）",
        "（填写说明：金额保留两位小数）",
    ],
)
def test_instructions(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸我单位{text}"))


@pytest.mark.parametrize(
    "text",
    [
        *("（按规定公开）", "按月填报报表", "（按照合同约定支付）", "备注：甲", "公开空表", "（含说明材料）"),
        *("（如会议费、培训费）", "（请示件）", "（将于年内完成）", "填报说明材料", "负责统计表的填报（按季度）"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: 我单位{text}")) == []


def test_instructions_of_the_layouts_of_accounts(tmp_path: Path) -> None:
    assert_in_accounts(CODE, tmp_path, "evaluation: ▸按部门（单位）决算公开表一说明。")
