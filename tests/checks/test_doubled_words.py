from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts
from tests.checks.support import assert_found, found, in_english, said

CODE = "doubled-words"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸我单位，，无其他的的事项。。"))
    assert said(diagnostics) == ["“，，”、“的的”、“。。”重复了。删去多余的。"]
    assert in_english(diagnostics) == ["“，，”、“的的”、“。。” is a repetition. Take one of the two out."]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "甲、、乙",
            "甲，、乙",
            "甲；；乙",
            "甲：：乙",
            "甲；。",
            "。，甲",
            "甲与与乙",
            "增加增加人员",
            "减少减少支出",
        ),
        *("主要原因是主要原因是人员", "主要原因是：主要原因是人员", "主要用于主要用于工资", "项目支出支出"),
    ],
)
def test_repetitions(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸我单位{text}"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "谢谢",
            "常常",
            "目的的确如此",
            "参与与否",
            "给予与收回",
            "以及及时反馈",
            "普及及时",
            "等等……",
            "……”。",
            "甲：“乙”。",
        ),
        *("（一）、（二）", "工业增加增加值", "增加，增加", "事事落实", "？！"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: 我单位{text}")) == []


def test_words_of_accounts(tmp_path: Path) -> None:
    assert_in_accounts(CODE, tmp_path, "evaluation: ▸决算决算编制规范。")
