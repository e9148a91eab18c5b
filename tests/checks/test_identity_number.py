from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "identity-number"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸身份证号11010519491231002X。"))
    assert said(diagnostics) == ["1101…2X 是居民身份证号码，不得公开。删去，或用 * 遮盖。"]
    assert in_english(diagnostics) == [
        "1101…2X is an identity number, which must not be published. Take it out, or mask it with *."
    ]


@pytest.mark.parametrize(
    "text", ["11010519491231002x", "110105 19491231 002X", "110105-19491231-002X", "110105491231002"]
)
def test_writings(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸'号码{text}'"))


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # another check digit
        "11010519491331002X",  # no such month
        "11010519490231002X",  # no such day
        "110105490231002",
        "91010519491231002X",  # no such province
        "110105********002X",
        "11010519491231002XA",
        "A11010519491231002X",
        "111010519491231002X",
        "110105494912310021",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: '号码{text}'")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  contact: 阿依加尔肯", "  contact: ▸阿依加尔肯11010519491231002X"),
        ('  phone: "1880908****"', '  phone: ▸"11010519491231002X"'),
        ("  - name: 华能工作经费", "  - name: ▸华能工作经费11010519491231002X"),
    ],
)
def test_wherever_it_stands(old: str, new: str) -> None:
    assert_found(CODE, (old, new))
