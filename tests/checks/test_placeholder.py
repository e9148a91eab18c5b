from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "placeholder"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸我单位XX年XX项目由××局实施。"))
    assert said(diagnostics) == ["“XX”、“××”是没有填写的占位符。填上实际内容，没有则删去这句话。"]
    assert in_english(diagnostics) == [
        "“XX”、“××” is a placeholder that was not filled in. Write what belongs there, or take the sentence out."
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "xx项目",
            "ＸＸ局",
            "××资金",
            "20XX年",
            "20××年预算",
            "共____万元",
            "＿＿局",
            "某某局",
            "经费…万元",
            "经费...万元",
        ),
        *("……万元", "安排购置车辆经费　万元", "安排经费 万元", "待填写", "内容待补充", "此处填写依据", "请填写"),
        *("（单位名称）无事项", "【项目名称】", "（部门（单位）名称）", "TODO", "说明 tbd", "下属单位是***、****。"),
    ],
)
def test_placeholders(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸'{text}'"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "http://www.xxgk.gov.cn/",
            "XXL号工作服",
            "5×3米",
            "1880908××××",
            "A级",
            "待遇补充",
            "急待补充力量",
            "单位：万元",
        ),
        *(
            "以 万元 为单位",
            "等等……",
            "完成……任务",
            "请按时填报",
            "1_2",
            "**重要**，***必须***。",
            "某县",
            "20.5万元",
            "单位名称",
            "taxx",
        ),
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: '{text}'")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    - 负责县政府信访工作。", "    - ▸负责XX工作。"),
        ("  offices: [公文处理室, ", "  offices: [公文处理室, ▸XX室, "),
        ("  - name: 华能工作经费", "  - name: ▸某某工作经费"),
        ("  contact: 阿依加尔肯", "  contact: ▸XXX"),
        ("  contact: 阿依加尔肯", "  contact: ▸某某"),
        ("  operating_cost: 车辆指标减少", "  operating_cost: ▸减少XX辆"),
    ],
)
def test_wherever_an_author_writes(old: str, new: str) -> None:
    assert_found(CODE, (old, new))


@pytest.mark.parametrize("name", ["阿××", "张X", "李*"])
def test_masked_names(name: str) -> None:
    assert found(("  contact: 阿依加尔肯", f"  contact: {name}")) == []


def test_braces_are_references() -> None:
    assert [d.code for d in found((MATTERS, "other_matters: '{单位}无事项'"))] == ["unknown-reference"]
