from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "typed-amount"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸我单位支出896.16万元。"))
    assert said(diagnostics) == ["“896.16万元”就是收支总预算，以后数变了这里不会变。改为引用 {total}，单位已在其中。"]
    assert in_english(diagnostics) == [
        (
            "“896.16万元” is the figure of 收支总预算, and will not follow it. "
            "Write {total} instead; the unit comes with it."
        )
    ]
    assert len(diagnostics[0].related) > 20


@pytest.mark.parametrize(
    "text",
    ["8,961,600元", "896万元", "896.2万元", "0.0896亿元", "641.43 万元", "总额≤896.16万元", "236.43万元（含税）"],
)
def test_other_writings_and_measures(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸我单位{text}。"))


def test_in_an_indicator_too() -> None:
    assert_found(CODE, ('value: "≤{total}"', "value: ▸≤896.16万元"))


@pytest.mark.parametrize(
    "text",
    [
        *("896.16万元以上", "896.16万元（含）以上", "896.16万元及以下", "单价896.16万元", "不超过896.16万元", "896.16"),
        *("{total}", "37万元", "1896.16万元", "896.16%", "100万元"),
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: '我单位{text}。'")) == []


def test_names_and_sources_are_quoted() -> None:
    source = "  source: 《阿合奇县人民政府办公室2024年单位预算公开》"
    assert found(("  - name: 华能工作经费", "  - name: 896.16万元项目"), (source, f"{source}896.16万元")) == []
