"""The two breakdowns of basic expenditure do not come to the same total.

The same money is stated by function and by economic item. Their totals must agree; amounts in 万元 are rounded, so they
may differ by as much as rounding explains (XBRL Calculations 1.1).

Mend: look for the amount that was mistyped or left out in one of the two lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.interval import Verdict, compare
from disc.core.ledger import Line
from disc.core.number import add, divide, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "breakdowns-disagree",
    Level.ERROR,
    Words("基本支出的两种分类合计不符", "The two breakdowns of basic expenditure disagree"),
    Words(
        "按功能分类合计 {by_function}{unit}，按经济分类合计 {by_economic}{unit}，相差 {residual}{unit}，"
        "超过四舍五入所能解释的 {allowance}{unit}",
        "{by_function} {unit} by function but {by_economic} {unit} by economic item: {residual} {unit} apart, "
        "more than the {allowance} {unit} that rounding explains",
    ),
    Words(
        "检查两处明细，找出写错或漏写的金额", "Look for an amount that is mistyped or missing in one of the two lists"
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the totals of both views of each source."""
    spec = case.spec
    for source, views in spec.fields["basic"].items():
        if len(views) < 2:
            continue
        pool = [line for line in spec.ledger.lines if line.pool == f"basic.{source}"]
        by_function, by_economic = ([line for line in pool if line.view == view] for view in ("function", "economic"))
        total = _total(by_function)
        rounding = add(*(line.half_width for line in by_function))
        agreement = compare(total, rounding, [(line.amount, line.half_width) for line in by_economic])
        if agreement.verdict is Verdict.INCONSISTENT:
            scale = spec.unit.scale
            yield RULE.at(
                spec.key_place("basic", source, "by_economic"),
                related=(spec.key_place("basic", source, "by_function"),),
                by_function=to_text(divide(total, scale)),
                by_economic=to_text(divide(_total(by_economic), scale)),
                residual=to_text(abs(divide(agreement.residual, scale))),
                allowance=to_text(divide(agreement.allowance, scale)),
                unit=spec.unit.name,
            )


def _total(lines: list[Line]) -> Decimal:
    return add(*(line.amount for line in lines))
