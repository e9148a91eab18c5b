from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "half-width-punctuation"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸我单位,无其他(重要)事项。"))
    assert said(diagnostics) == ["“位,”、“他(”、“要)”中的标点是半角。改为全角：位， 他（ 要）。"]
    assert in_english(diagnostics) == [
        "the mark in “位,”、“他(”、“要)” is half-width. Write the full-width mark: 位， 他（ 要）."
    ]


@pytest.mark.parametrize("text", ["甲;乙", "甲:乙", "甲?乙", "甲!乙", "“甲”,乙", "甲, 乙", "甲,《乙》"])
def test_between_chinese_characters(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸'我单位{text}'"))


def test_in_names_too() -> None:
    assert_found(CODE, ("  - name: 华能工作经费", "  - name: ▸华能(电力)工作经费"))


@pytest.mark.parametrize(
    "text", ["甲，乙", "3,000元", "A,B", "A:B", "比例1:2", "www.a.cn", "甲.乙", "甲(2)乙", "甲 - 乙"]
)
def test_beside_other_characters(text: str) -> None:
    assert found((MATTERS, f"other_matters: '我单位{text}'")) == []
