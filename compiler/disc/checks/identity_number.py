"""A text holds somebody's identity number.

Personal data must not be published (《中华人民共和国个人信息保护法》, 政府信息公开条例 art. 15). Numbers of 18 digits
are known by province, date and check digit (GB 11643), old ones of 15 by province and date. A masked number
(653023********1234) passes, and so does a longer row of digits.

个人信息不能公开（《中华人民共和国个人信息保护法》、《政府信息公开条例》第十五条）。18 位号码按省份、日期和校验码
（GB 11643）认出，15 位旧号码按省份和日期认出。打了星号的（653023********1234）不算，更长的数字串也不算。

FAIL:

    other_matters: ▸联系人身份证号11010519491231002X。

PASS:

    other_matters: 联系人身份证号110105********002X，项目编码110105194912310021。

Mend: take the number out, or mask it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import starting

RULE = Rule(
    "identity-number",
    Level.ERROR,
    Words("有居民身份证号码", "An identity number is stated"),
    Words("{masked} 是居民身份证号码，不得公开", "{masked} is an identity number, which must not be published"),
    Words("删去，或用 * 遮盖", "Take it out, or mask it with *"),
)

# The provinces (GB/T 2260), two more digits each for prefecture and county, and the date of birth.
_PLACE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}"
_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_NUMBER = starting(
    "1-8",
    rf"(?<![0-9A-Za-z]){_PLACE}(?:[ -]?(?:19|20)[0-9]{{2}}{_DAY}[ -]?[0-9]{{3}}[0-9Xx]|[0-9]{{2}}{_DAY}[0-9]{{3}})"
    r"(?![0-9A-Za-z])",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for identity numbers in every text, names and telephone numbers included."""
    for path, _, matches in case.spec.texts.find(_NUMBER):
        for number in (match[0].replace(" ", "").replace("-", "") for match in matches):
            if is_identity_number(number):
                yield RULE.at(case.spec.place(*path), masked=f"{number[:4]}…{number[-2:]}")


def is_identity_number(number: str) -> bool:
    """Return whether digits (and X) that look like an identity number have a date, and the check digit, of one."""
    if len(number) == 15:
        return _is_day(f"19{number[6:12]}")
    remainder = 0
    for digit in number[:17]:
        remainder = (remainder + int(digit)) * 2 % 11
    return _is_day(number[6:14]) and "0123456789X"[(12 - remainder) % 11] == number[17].upper()


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
