"""An amount is out of all proportion to last year's.

元 typed where the file is in 万元, or the other way round, makes an amount ten thousand times too large or too small.
An amount that is at least a thousand times last year's, or at most a thousandth of it, is found: the total first, then
each function item, then
each source, then the stated parts of both years. Amounts that are new or have vanished are
not looked at, nor are items whose last year is not known.

以万元为单位的文件里写了元，或者反过来，金额就会差一万倍。金额达到上年的一千倍，或只有上年的千分之一的，会被查出：先
看总额，再看各功能分类科目、各资金来源，最后看两年都写了的其中数。新增的、不再有的以及不知道上年数的不查。

FAIL:

    basic:
      general:
        by_function: {2010301: 100, 2080505: ▸0.01}
        by_economic: {30101: 90, 30108: 0.01, 30201: 10}
    reasons: {2010301: 人员增加, 2080505: 缴费人数减少}

PASS:

    basic:
      general:
        by_function: {2010301: 100, 2080505: 0.1}
        by_economic: {30101: 90, 30108: 0.1, 30201: 10}
    reasons: {2010301: 人员增加, 2080505: 缴费人数减少}

Mend: correct the amount or last year's; where the whole file is concerned, correct `unit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.compile.history import past_of
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Ledger
from disc.core.number import add, multiply, to_text
from disc.core.selection import Constraint, Selection
from disc.load.spec_reader import Case

RULE = Rule(
    "out-of-scale",
    Level.WARNING,
    Words("与上年相差悬殊", "An amount is out of all proportion to last year's"),
    Words(
        "{name}本年 {this}，上年 {last}，相差 {scale} 倍以上，多半是元和万元写错了",
        "{name} is {this} this year and {last} last year, {scale} times apart or more: probably in another unit",
    ),
    Words("核对金额单位，改正本年或上年的数", "Check the unit of money, and correct this year's or last year's amount"),
)

RESTS_ON = ("unknown-code", "breakdowns-disagree", "last-year-disagrees")


def applies(case: Case) -> bool:
    """Return whether last year is known."""
    return case.last is not None or case.form.compares in case.spec.past


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the total, or else items, or else sources and stated parts, with last year's."""
    this, last = case.spec.ledger, past_of(case).get(case.form.compares)
    if last is None:
        return
    scale = case.settings.threshold("out_of_scale")
    for level in _levels(case, this, last):
        found = [d for name, selection in level for d in _compared(case, name, this, last, selection, scale)]
        yield from found
        if found:
            return


def _levels(case: Case, this: Ledger, last: Ledger) -> Iterator[list[tuple[str, Selection]]]:
    yield [("合计", ())]
    for dimension in ("function", "source"):
        names = case.classification.names(dimension)
        yield [(names.get(m, m), (Constraint(dimension, frozenset({m})),)) for m in _leaves(this, last, dimension)]
    yield [
        (measure.title, (Constraint("fact", frozenset({measure.stated})),))
        for measure in case.form.measures.values()
        if measure.stated
    ]


def _leaves(this: Ledger, last: Ledger, dimension: str) -> list[str]:
    """Return the members with money in both years that have nothing below them."""
    members = this.members(dimension, ()) & last.members(dimension, ())
    return sorted(members - {above for member in members for above in this.ancestry(dimension, member)[1:]})


def _compared(
    case: Case, name: str, this: Ledger, last: Ledger, selection: Selection, scale: Decimal
) -> Iterator[Diagnostic]:
    lines, past = this.chosen(selection), last.chosen(selection)
    now, then = (add(*(line.amount for line in found)) for found in (lines, past))
    low, high = sorted((now, then))
    if low > 0 and high >= multiply(low, scale):
        here, *others = [line.span for line in lines] if selection else [case.spec.place("unit")]
        yield RULE.at(
            here,
            related=[*others, *(line.span for line in past)],
            name=name,
            this=case.spec.written(now),
            last=case.spec.written(then),
            scale=to_text(scale),
        )
