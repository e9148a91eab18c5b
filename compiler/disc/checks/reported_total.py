"""An approved total cannot be the sum of its lines, not even after rounding.

A `reported` total is shown in place of the sum wherever exactly these lines are summed, because rounded lines may miss
a rounded total (尾差). That is honest only if the total can be their sum: the interval of the total and the interval
of the sum must share a point (XBRL Calculations 1.1).

明细和合计各自四舍五入，相加会有尾差，所以凡是正好由这些明细相加的地方，都显示批复的合计。只有这个合计确实可能是它们
的和，这样做才是诚实的：合计的区间与各项之和的区间必须有共同的点。

FAIL:

    reported: [{select: {}, amount: ▸150.03}]

PASS:

    reported: [{select: {}, amount: 150.02}]

Mend: correct the total, or the line that was mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.interval import Verdict, compare
from disc.core.number import subtract
from disc.core.selection import selection
from disc.load.spec_reader import Case
from disc.load.tree import words

RULE = Rule(
    "reported-total",
    Level.ERROR,
    Words("批复的合计与明细不符", "An approved total is not the sum of its lines"),
    Words(
        "批复合计 {stated}，明细之和 {sum}，相差 {residual}，超过四舍五入所能解释的 {allowance}",
        "the approved total is {stated} but its lines sum to {sum}: {residual} apart, "
        "more than the {allowance} that rounding explains",
    ),
    Words("改正合计数，或改正写错的明细", "Correct the total, or the line that was mistyped"),
)
RESTS_ON = ("unknown-code", "breakdowns-disagree", "project-amount")

# The page would show both numbers, and call their difference one of rounding.
FIRM = True


def applies(case: Case) -> bool:
    """Return whether totals are reported."""
    return bool(case.spec.fields.get("reported"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Hold each approved total against the lines that it is the total of."""
    spec, ledger = case.spec, case.spec.ledger
    by_path = {line.path: line for line in ledger.lines}
    for number, entry in enumerate(spec.fields.get("reported", ())):
        stated = by_path[f"reported.{number}.amount"]
        chosen = selection({dimension: words(member) for dimension, member in entry["select"].items()})
        lines = [ledger.lines[n] for n in ledger.numbers(ledger.select(chosen) or 0)]
        parts = [(line.amount, line.half_width) for line in lines]
        agreement = compare(stated.amount, stated.half_width, parts)
        if not lines or agreement.verdict is not Verdict.INCONSISTENT:
            continue
        yield RULE.at(
            spec.place("reported", number, "amount"),
            related=[line.span for line in lines],
            stated=spec.written(stated.amount),
            sum=spec.written(subtract(stated.amount, agreement.residual)),
            residual=spec.written(abs(agreement.residual)),
            allowance=spec.written(agreement.allowance),
        )
