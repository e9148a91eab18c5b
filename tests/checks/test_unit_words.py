from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "unit-words"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸另有3.5万万元，2元元。"))
    assert said(diagnostics) == ["“3.5万万元”、“2元元”的单位有误。单位只写一次；引用 {指标} 时单位已在其中。"]
    assert in_english(diagnostics) == [
        "the unit in “3.5万万元”、“2元元” is wrong. Write it once; a reference in braces brings its unit along."
    ]


@pytest.mark.parametrize("text", ["3元万元", "3 亿亿元", "95%%", "95％％", "百分之95%", "{total}万元", "{total}元"])
def test_slips(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸'我单位{text}'"))


@pytest.mark.parametrize("text", ["3万元", "3元", "95%", "百分之九十五", "{total}", "元元本本", "万元以上", "3亿元"])
def test_units(text: str) -> None:
    assert found((MATTERS, f"other_matters: '我单位{text}'")) == []
