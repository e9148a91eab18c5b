"""Two breakdowns of the same money do not come to the same total.

Basic expenditure is stated by function and by economic item, last year's budget by function and by nature. Both lists
state the same money, so their totals must agree; amounts in 万元 are rounded, so they may differ by as much as rounding
explains (XBRL Calculations 1.1).

Mend: look for the amount that was mistyped or left out in one of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.interval import Verdict, compare
from disc.core.ledger import Line
from disc.core.number import add
from disc.core.span import Span
from disc.load.spec_reader import Case

RULE = Rule(
    "breakdowns-disagree",
    Level.ERROR,
    Words("同一笔钱的两种分类合计不符", "Two breakdowns of the same money disagree"),
    Words(
        "这里的合计是 {total}，另一种分类（{other}）的合计是 {other_total}，相差 {residual}，"
        "超过四舍五入所能解释的 {allowance}",
        "the total here is {total}, that of the other breakdown ({other}) is {other_total}: "
        "{residual} apart, more than the {allowance} that rounding explains",
    ),
    Words(
        "检查两处明细，找出写错或漏写的金额", "Look for an amount that is mistyped or missing in one of the two lists"
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the totals of the views of each pool, this year and last."""
    for ledger in filter(None, (case.spec.ledger, case.spec.last)):
        views: dict[str, dict[str, list[Line]]] = {}
        for line in ledger.lines:
            if line.pool:
                views.setdefault(line.pool, {}).setdefault(line.view, []).append(line)
        for pool in views.values():
            for one, other in pairwise(pool.values()):
                yield from _compared(case, one, other)


def _compared(case: Case, one: Sequence[Line], other: Sequence[Line]) -> Iterator[Diagnostic]:
    stated, total = (add(*(line.amount for line in lines)) for lines in (other, one))
    rounding = add(*(line.half_width for line in other))
    agreement = compare(stated, rounding, [(line.amount, line.half_width) for line in one])
    if agreement.verdict is Verdict.INCONSISTENT:
        yield RULE.at(
            _key_of(case, other),
            related=(_key_of(case, one),),
            total=case.spec.written(stated),
            other=one[0].path.split(".")[-2],
            other_total=case.spec.written(total),
            residual=case.spec.written(abs(agreement.residual)),
            allowance=case.spec.written(agreement.allowance),
        )


def _key_of(case: Case, lines: Sequence[Line]) -> Span:
    """Return where a list begins."""
    path = lines[0].path.split(".")
    lists = [n for n, step in enumerate(path) if step.startswith("by_")]
    return case.spec.key_place(*path[: lists[0] + 1])
