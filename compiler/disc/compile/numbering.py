"""Numbers of parts, sections, items and tables, as Chinese documents write them."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_HIGHEST = 9999


def chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese: 一, 十二, 二十, 一百零五.

    Raises:
        ValueError: the number is out of range.
    """
    if not 1 <= number <= _HIGHEST:
        raise ValueError(number)
    digits = str(number)
    written = ""
    for place, digit in zip(reversed(range(len(digits))), digits, strict=True):
        if digit != "0":
            written += _DIGITS[int(digit)] + _PLACES[place]
        elif not written.endswith("零"):
            written += "零"
    written = written.rstrip("零")
    return written.removeprefix("一") if written.startswith("一十") else written


@lru_cache(maxsize=1024)
def label(pattern: str, number: int) -> str:
    """Return a label from the form's pattern, in which {chinese} and {arabic} stand for the number.

    Numbers that `chinese` does not write stay digits.
    """
    written = chinese(number) if "{chinese}" in pattern and 1 <= number <= _HIGHEST else str(number)
    return pattern.replace("{chinese}", written).replace("{arabic}", str(number))
