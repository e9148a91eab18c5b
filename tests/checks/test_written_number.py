from __future__ import annotations

import pytest

from tests.checks.support import all_found, assert_found, example, in_english, said

CODE = "written-number"
OFFICES = "  offices: [公文处理室, 文秘室,"


def functions(text: str) -> str:
    return example(f"overview: {{functions: ['{text}'], subordinate_units: []}}")


def test_an_office_with_its_number() -> None:
    diagnostics = assert_found(CODE, (OFFICES, "  offices: [▸1.公文处理室, ▸（2）文秘室,"))
    assert said(diagnostics) == [
        "“公文处理室”前面写了序号“1.”。删去序号，页面会自己编。",
        "“文秘室”前面写了序号“（2）”。删去序号，页面会自己编。",
    ]
    assert in_english(diagnostics)[0] == (
        "“1.” is written before “公文处理室”. Take the number away; the page numbers entries by itself."
    )


@pytest.mark.parametrize("number", ["1.", "1、", "12．", "(3)", "（三）", "十二、", "①", "4)", "1. ", "1、2024年"])
def test_a_function_with_its_number(number: str) -> None:
    assert [each.code for each in all_found(functions(f"{number}承办公文。"))] == [CODE]


@pytest.mark.parametrize(
    "text",
    [
        "承办公文。",
        "一、二级保护区管护。",
        "12.5万亩林地管护。",
        "（一）甲。\n\n（二）乙。",
        "一切后勤保障。",
        "1、2号泵站运行。",
        "10．5万亩林地管护。",
        "2024年重点任务。",
    ],
)
def test_what_is_no_number_of_an_entry(text: str) -> None:
    assert all_found(functions(text)) == []
