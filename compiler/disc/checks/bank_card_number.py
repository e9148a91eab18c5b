"""A text holds the number of a bank card.

Bank details of people must not be published. Found are numbers of 16 to 19 digits that begin with 62, as all cards
issued in China today, and those of 16 digits that begin as older and foreign ones, if the last digit is the right
check digit (Luhn). Identity numbers are left to `identity-number`; longer rows of digits, such as codes of projects,
pass.

个人的银行账户不能公开。本检查查找以 62 开头的 16 至 19 位数字（国内发行的卡），以及开头与旧卡、外国卡相同的 16 位数
字，且最后一位校验码（Luhn）正确。身份证号码由 identity-number 检查；更长的数字串（如项目编码）不算。

FAIL:

    other_matters: ▸补助发放至6222021234567890128。

PASS:

    other_matters: 补助发放至6222****0128，项目编码6222021234567890127、62220212345678901281。

Mend: take the number out, or mask it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.identity_number import is_identity_number
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import starting

RULE = Rule(
    "bank-card-number",
    Level.ERROR,
    Words("有银行卡号", "A bank card number is stated"),
    Words("{masked} 是银行卡号，不得公开", "{masked} is a bank card number, which must not be published"),
    Words("删去，或用 * 遮盖", "Take it out, or mask it with *"),
)

_NUMBER = starting(
    "34569",
    r"(?<![0-9A-Za-z.,])(?:62[0-9]{14,17}|62[0-9]{2}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?"
    r"|(?:35|4[0-9]|5[1-5]|60|68|9[0-9])[0-9]{2}(?:[ -]?[0-9]{4}){3})(?![0-9A-Za-z])(?![.,][0-9])",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for numbers of bank cards in every text."""
    for path, _, matches in case.spec.texts.find(_NUMBER):
        for number in (match[0].replace(" ", "").replace("-", "") for match in matches):
            if _has_check_digit(number) and not (len(number) == 18 and is_identity_number(number)):
                yield RULE.at(case.spec.place(*path), masked=f"{number[:4]}…{number[-2:]}")


def _has_check_digit(number: str) -> bool:
    """Return whether the last digit is the one that follows from the others (Luhn)."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0
