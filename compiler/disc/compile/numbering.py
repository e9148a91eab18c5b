"""Numbers of parts, sections, items and tables, as Chinese documents write them."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_HIGHEST = 9999
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


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
    """Return a label from the form's pattern, in which {chinese}, {arabic}, {padded} or {circled} is the number.

    Numbers that `chinese` or `circled` does not write stay digits.
    """
    written = chinese(number) if "{chinese}" in pattern and 1 <= number <= _HIGHEST else str(number)
    known = {"chinese": written, "arabic": str(number), "padded": f"{number:02}", "circled": _circled(number)}
    for name, text in known.items():
        pattern = pattern.replace(f"{{{name}}}", text)
    return pattern


def _circled(number: int) -> str:
    """Return ① to ⑳, and the digits of any other number."""
    return _CIRCLED[number - 1] if 1 <= number <= len(_CIRCLED) else str(number)
