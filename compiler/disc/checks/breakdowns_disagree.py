"""Two breakdowns of the same money do not come to the same total.

Basic expenditure is stated by function and by economic item, and sometimes by class; last year's budget by function
and by nature. All lists state the same money, so their totals must agree; amounts in 万元 are rounded, so they may
differ by as much as rounding explains (XBRL Calculations 1.1).

基本支出既按功能分类、又按经济分类列出，有的还分类款；上年预算既按功能、又按性质列出。列的是同一笔钱，合计就应当相
等。以万元为单位的数经过四舍五入，差额在舍入所能解释的范围之内不算。

FAIL:

    basic: {general: {by_function: {2010301: 100, 2080505: 20}, ▸by_economic: {30101: 90, 30108: 20, 30201: 12}}}

PASS:

    basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30201: 10}}}

Mend: look for the amount that was mistyped or left out in one of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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

# The page would show both numbers, and call their difference one of rounding.
FIRM = True


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the totals of the views of each pool, this year and last."""
    for ledger in (case.spec.ledger, *case.spec.past.values()):
        views: dict[str, dict[str, list[Line]]] = {}
        for line in ledger.lines:
            if line.pool:
                views.setdefault(line.pool, {}).setdefault(line.view, []).append(line)
        for pool in views.values():
            found = [d for one, other in pairwise(pool.values()) for d in _compared(case, one, other, one[0])]
            yield from found or _by_class(case, pool)


def _compared(
    case: Case, one: Sequence[Line], other: Sequence[Line], example: Line, steps: int = 1
) -> Iterator[Diagnostic]:
    """Compare the money of two lists.

    Args:
        case: the spec.
        one: lines of the first list, or none of them.
        other: lines of the second list.
        example: any line of the first list.
        steps: 1 to place a finding at the second list, 2 at an entry of it.
    """
    stated, total = (add(*(line.amount for line in lines)) for lines in (other, one))
    rounding = add(*(line.half_width for line in other))
    agreement = compare(stated, rounding, [(line.amount, line.half_width) for line in one])
    if agreement.verdict is Verdict.INCONSISTENT:
        yield RULE.at(
            _key_of(case, other[0], steps),
            related=(_key_of(case, example, 1),),
            total=case.spec.written(stated),
            other=_list_of(example)[-1],
            other_total=case.spec.written(total),
            residual=case.spec.written(abs(agreement.residual)),
            allowance=case.spec.written(agreement.allowance),
        )


def _by_class(case: Case, pool: Mapping[str, Sequence[Line]]) -> Iterator[Diagnostic]:
    """Compare each class of a breakdown by class with its functions; as a whole the two agree."""
    for code in dict.fromkeys(line.coordinates["function"] for line in pool.get("class", ())):
        above, below = (
            [line for line in pool[view] if code in case.spec.ledger.ancestry("function", line.coordinates["function"])]
            for view in ("class", "function")
        )
        yield from _compared(case, below, above, pool["function"][0], steps=2)


def _list_of(line: Line) -> list[str]:
    """Return the path of the list that a line stands in; of a total, its own."""
    path = line.path.split(".")
    return path[: next((n for n, step in enumerate(path) if step.startswith("by_")), len(path)) + 1]


def _key_of(case: Case, line: Line, steps: int) -> Span:
    """Return where the list of a line begins, or its entry."""
    return case.spec.key_place(*line.path.split(".")[: len(_list_of(line)) + steps - 1])
