from __future__ import annotations

import pytest

from disc.compile.numbering import chinese, label

TEN = "一 二 三 四 五 六 七 八 九 十"
ELEVEN = "十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"
TWENTY_ONE = "二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十"
TENS = "一二三四五六七八九"


def test_one_to_thirty() -> None:
    written = [" ".join(chinese(number) for number in range(first, first + 10)) for first in (1, 11, 21)]
    assert written == [TEN, ELEVEN, TWENTY_ONE]


def test_every_number_to_ninety_nine_reads_back() -> None:
    assert [value(chinese(number)) for number in range(1, 100)] == list(range(1, 100))
    assert [chinese(number) for number in (40, 41, 90, 99)] == ["四十", "四十一", "九十", "九十九"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (119, "一百一十九"),
        (120, "一百二十"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2100, "二千一百"),
        (9999, "九千九百九十九"),
    ],
)
def test_above_a_hundred(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize("number", [-1, 0, 10_000])
def test_no_other_number(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese(number)


@pytest.mark.parametrize(
    ("pattern", "number", "text"),
    [
        ("第{chinese}部分", 2, "第二部分"),
        ("（{chinese}）", 12, "（十二）"),
        ("{arabic}.", 100, "100."),
        ("表{arabic}", 11, "表11"),
        ("公开{padded}表", 1, "公开01表"),
        ("公开{padded}表", 12, "公开12表"),
        ("{circled}", 20, "⑳"),
        ("{circled}", 21, "21"),
        ("{chinese}（{arabic}）", 10, "十（10）"),
        ("", 5, ""),
        ("{0}{x}", 1, "{0}{x}"),
    ],
)
def test_labels(pattern: str, number: int, text: str) -> None:
    assert label(pattern, number) == text


def value(written: str) -> int:
    """Read a Chinese number below a hundred."""
    tens, ten, ones = written.rpartition("十")
    return (TENS.index(tens) + 1 if tens else 1) * 10 * bool(ten) + (TENS.index(ones) + 1 if ones else 0)
