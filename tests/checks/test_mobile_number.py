from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "mobile-number"
PHONE = '  phone: "1880908****"'
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (PHONE, '  phone: ▸"13812345678"'))
    assert said(diagnostics) == ["138…78 是完整的手机号码，不应公开。遮盖后四位（1880908****），或改写办公电话。"]
    assert in_english(diagnostics) == [
        (
            "138…78 is a complete mobile phone number, not to be published. "
            "Mask its last four digits (1880908****), or state a landline."
        )
    ]


@pytest.mark.parametrize(
    "text", ["138 1234 5678", "138-1234-5678", "+8613812345678", "+86 138 1234 5678", "19912345678"]
)
def test_writings(text: str) -> None:
    assert_found(CODE, (PHONE, f'  phone: ▸"{text}"'))
    assert_found(CODE, (MATTERS, f"other_matters: ▸联系人张三（{text}）。"))


@pytest.mark.parametrize(
    "text",
    [
        *("1880908****", "0908-5621234", "010-62345678", "12345678901", "138123456789", "1381234567", "12345"),
        *(
            "13812345678元",
            "13812345678.50元",
            "6222021381234567812",
            "A13812345678",
            "2024-13812345678",
            "13812345678号",
        ),
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: '联系{text}'")) == []
