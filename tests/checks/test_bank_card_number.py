from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "bank-card-number"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸卡号6222021234567890128。"))
    assert said(diagnostics) == ["6222…28 是银行卡号，不得公开。删去，或用 * 遮盖。"]
    assert in_english(diagnostics) == [
        "6222…28 is a bank card number, which must not be published. Take it out, or mask it with *."
    ]


@pytest.mark.parametrize(
    "text", ["6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "4111111111111111", "5500 0000 0000 0004"]
)
def test_writings(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸'卡号{text}'"))


@pytest.mark.parametrize(
    "text",
    [
        "6222021234567890127",  # another check digit
        "62220212345678901281",  # twenty digits
        "6222****0128",
        "1111111111111117",  # no bank's
        "A6222021234567890128",
        "4111111111111111.00",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: '卡号{text}'")) == []


def test_an_identity_number_is_found_once() -> None:
    # Its last digit is right both for an identity number and for a bank card.
    assert [d.code for d in found((MATTERS, "other_matters: '号码620102198001010754'"))] == ["identity-number"]
