"""A text holds a complete mobile phone number.

A person's number must not be published (《中华人民共和国个人信息保护法》). Eleven digits that begin with 13 to 19 are
found, with +86, spaces or hyphens too. Masked numbers (1880908****), landlines (0908-5621234) and longer rows of
digits pass, and so does an amount.

个人的电话号码不能公开（《中华人民共和国个人信息保护法》）。本检查查找以 13 至 19 开头的 11 位数字，带 +86、空格或连
字符的也算。打了星号的（1880908****）、座机（0908-5621234）、更长的数字串和金额不算。

FAIL:

    performance:
      contact: 张三
      phone: ▸"138 1234 5678"
      goal: 办文
      indicators: [{group: 产出指标, kind: 数量指标, name: 办文, value: ≥1个, weight: 100}]

PASS:

    performance:
      contact: 张三
      phone: "1381234****"
      goal: 办文，热线0908-5621234，支出13812345678元
      indicators: [{group: 产出指标, kind: 数量指标, name: 办文, value: ≥1个, weight: 100}]

Mend: mask the number, or state the office's landline.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import starting

RULE = Rule(
    "mobile-number",
    Level.ERROR,
    Words("有完整的手机号码", "A complete mobile phone number is stated"),
    Words("{masked} 是完整的手机号码，不应公开", "{masked} is a complete mobile phone number, not to be published"),
    Words("遮盖后四位（1880908****），或改写办公电话", "Mask its last four digits (1880908****), or state a landline"),
)

_NUMBER = starting(
    "+018",
    r"(?<![0-9A-Za-z.,])(?<![0-9][ -])(?:(?:\+|00)?86[ -]?)?(1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})"
    r"(?![0-9A-Za-z])(?![ -.,][0-9])(?! ?(?:元|万|亿|号))",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for mobile numbers in every text, telephone numbers included."""
    for path, _, matches in case.spec.texts.find(_NUMBER):
        masked = "、".join(f"{match[1][:3]}…{match[1][-2:]}" for match in matches)
        yield RULE.at(case.spec.place(*path), masked=masked)
