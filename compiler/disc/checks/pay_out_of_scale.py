"""What is spent on people is out of all proportion to how many there are.

元 typed where the file is in 万元, or the other way round, makes every amount ten thousand times too large or too
small. Where last year is not known, as in the first spec of an office, only the people tell: basic personnel
expenditure of more than 10,000,000元 a year for each one, the retired among them, or of less than 50元 for each of the
active.

以万元为单位的文件里写了元，或者反过来，金额都会差一万倍。不知道上年数的，例如一个单位的第一份文件，只能与人数对照：
人员经费平均每人（含离退休人员）一年超过 1000 万元，或者平均每个在职人员不到 50 元。

FAIL:

    unit: ▸元

PASS:

    unit: 万元

Mend: correct `unit`, or the amounts, or the number of people.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import add, divide, multiply, round_half_up
from disc.core.selection import within
from disc.load.spec_reader import Case

RULE = Rule(
    "pay-out-of-scale",
    Level.WARNING,
    Words("人员经费与人数相差悬殊", "Personnel expenditure is out of all proportion to the people"),
    Words(
        "人员经费 {amount}，{heads} 人，平均每人 {each}，多半是元和万元写错了",
        "personnel expenditure is {amount} for {heads} people, {each} each: probably in another unit",
    ),
    Words("核对金额单位和人数", "Check the unit of money, and the number of people"),
)

RESTS_ON = ("breakdowns-disagree",)

_MOST, _LEAST = Decimal(10_000_000), Decimal(50)
"""In 元 a year; pensions of many and allowances of people who are paid elsewhere lie between."""


def applies(case: Case) -> bool:
    """Return whether the active are stated."""
    return bool(case.spec.stated("staffing.active"))


def across(case: Case) -> Iterator[Diagnostic]:
    """Divide what is spent on people by their number."""
    amount = add(*(line.amount for line in case.spec.ledger.chosen((within("nature", "personnel"),))))
    active = list(case.spec.stated("staffing.active"))
    everyone = [*active, *case.spec.stated("staffing.retired"), *case.spec.stated("staffing.veterans")]
    for people, is_wrong in ((everyone, amount > _times(_MOST, everyone)), (active, amount < _times(_LEAST, active))):
        heads = add(*(line.amount for line in people))
        if is_wrong and amount > 0 and heads > 0:
            yield RULE.at(
                case.spec.place("unit"),
                related=[line.span for line in people],
                amount=case.spec.written(amount),
                heads=heads,
                each=case.spec.written(round_half_up(divide(amount, heads), 0)),
            )


def _times(each: Decimal, people: list[Line]) -> Decimal:
    return multiply(each, add(*(line.amount for line in people)))
