"""Numbers of parts, sections, items and tables, as Chinese documents write them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number from 1 to 99 in Chinese: 一, 十二, 二十.

    Raises:
        ValueError: the number is out of range.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def label(pattern: str, number: int) -> str:
    """Return a label from the form's pattern, in which {chinese} and {arabic} stand for the number."""
    written = chinese(number) if "{chinese}" in pattern else ""
    return pattern.replace("{chinese}", written).replace("{arabic}", str(number))
