"""An amount typed in a text is nearly a figure of the document: a slip of the point, or not the latest number.

887.36 where the table has 87.36: an amount whose digits are those of a measure, ten, a hundred, a thousand or ten
thousand times as large or as small, or that is within 1% of it, was probably meant to be that figure. Looked at are
amounts of four significant digits or more; one that some amount of the spec, or of what it is compared with, equals is
right, and so is a limit (50万元以上).

表里是 87.36，文字里写 887.36：数字相同而差十倍、百倍、千倍、万倍，或者相差不到 1% 的金额，很可能本来就是要写那个数。
查的是有四位以上有效数字的金额；与文件中某个金额相等的是对的，与用来比较的上年数、年初预算数相等的也是，限额（50万元以
上）也不算。

FAIL:

    other_matters: ▸我单位收支总预算150.32万元。

PASS:

    other_matters: 我单位收支总预算{total}，借出190.32万元。

Mend: write the reference in place of the amount; if another amount is meant, accept the finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from disc.checks.typed_amount import Typed, money_of, typed_amounts
from disc.compile.book import Account
from disc.compile.history import past_of
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, lines_of
from disc.core.number import HUNDRED, multiply, subtract
from disc.load.spec_reader import Case

RULE = Rule(
    "typed-amount-differs",
    Level.WARNING,
    Words("文中的数与算出的数接近而不等", "A typed amount is nearly a derived one"),
    Words("“{words}”与{title} {figure} 只差一点", "“{words}” is nearly {title}, {figure}"),
    Words("如果就是这个数，改为引用 {reference}", "If that is what is meant, write {reference}"),
)

RESTS_ON = ("unknown-code", "breakdowns-disagree", "missing-breakdown", "project-amount")

DEFAULT_NEAR_RATE = Decimal(1)
"""Percent of the figure."""

# Powers of ten that a point or a unit (元 for 万元) is off by.
_SLIPS = tuple(Decimal(1).scaleb(power) for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def applies(case: Case) -> bool:
    """Whether an amount is typed anywhere."""
    return any(typed_amounts(case))


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare every typed amount that is in no table with the figures of all measures."""
    typed = [one for one in typed_amounts(case) if one.precision >= 4]
    figures = money_of(case) if typed else {}
    known = list(_known(case, figures)) if typed else []
    for one in typed:
        near = (name for name, figure in figures.items() if _is_near(one, figure))
        name = min(near, key=lambda name: _apart(one, figures[name]), default="")
        if name and not any(map(one.is_exactly, known)):
            yield RULE.at(
                case.spec.place(*one.path),
                related=[case.spec.ledger.lines[n].span for n in sorted(lines_of(figures[name]))],
                words=one.words,
                title=case.form.measures[name].title,
                figure=figures[name].text() + figures[name].unit.name,
                reference=f"{{{name}}}",
            )


def _known(case: Case, figures: Mapping[str, Figure]) -> Iterator[Decimal]:
    """Return every amount that may be told: of this year, and of what it is compared with."""
    past = past_of(case).values()
    for ledger in (case.spec.ledger, *past):
        yield from (line.amount for line in ledger.lines)
    for each in (figures, *(money_of(case, Account(ledger, 0, is_past=True)) for ledger in past)):
        yield from (figure.value for figure in each.values())


def _apart(one: Typed, figure: Figure) -> Decimal:
    return abs(subtract(one.value, figure.shown_value))


def _is_near(one: Typed, figure: Figure) -> bool:
    if multiply(_apart(one, figure), HUNDRED) <= multiply(abs(figure.shown_value), DEFAULT_NEAR_RATE):
        return True
    return any(multiply(figure.shown_value, slip) == one.value for slip in _SLIPS)
