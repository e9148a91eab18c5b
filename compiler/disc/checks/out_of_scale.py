"""An amount is out of all proportion to what it is compared with.

元 typed where the file is in 万元, or the other way round, makes an amount ten thousand times too large or too small.
An amount that is at least a thousand times last year's, or at most a thousandth of it, is found: the total first, then
each function item, then each source, then the stated parts of both years. Amounts that are new or have vanished are not
looked at, nor are items whose last year is not known. Income and expenditure of final accounts are looked at each by
itself, and expenditure is also held against this year's budget.

以万元为单位的文件里写了元，或者反过来，金额就会差一万倍。金额达到上年的一千倍，或只有上年的千分之一的，会被查出：先
看总额，再看各功能分类科目、各资金来源，最后看两年都写了的其中数。新增的、不再有的以及不知道上年数的不查。决算的收入和支
出分别看，支出还与年初预算数比较。

FAIL:

    basic:
      general:
        by_function: {2010301: 100, 2080505: ▸0.01}
        by_economic: {30101: 90, 30108: 0.01, 30201: 10}
    reasons: {2010301: 人员增加, 2080505: 缴费人数减少}

FAIL:

    --- specs/…/2024-accounts.yaml
    income: {general: {2010301: ▸1200000, 2080505: 20}, fund: {2120803: 10}}
    balances: {opening: {general: 1}, closing: {general: 1199881}}

PASS:

    basic:
      general:
        by_function: {2010301: 100, 2080505: 0.1}
        by_economic: {30101: 90, 30108: 0.1, 30201: 10}
    reasons: {2010301: 人员增加, 2080505: 缴费人数减少}

Mend: correct the amount, or the one that it is compared with; where the whole file is concerned, correct `unit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.checks.engine.kind import is_accounts, is_whole, sides
from disc.compile.history import past_of
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Ledger
from disc.core.number import add, multiply, to_text
from disc.core.selection import Constraint, Selection, within
from disc.core.stages import THIS_BUDGET
from disc.load.spec_reader import Case

RULE = Rule(
    "out-of-scale",
    Level.WARNING,
    Words("与比较的数相差悬殊", "An amount is out of all proportion to what it is compared with"),
    Words(
        "{name}本年 {this}，{than_zh} {last}，相差 {scale} 倍以上，多半是元和万元写错了",
        "{name} is {this} this year and {last} {than_en}, {scale} times apart or more: probably in another unit",
    ),
    Words("核对金额单位，改正写错的数", "Check the unit of money, and correct the amount that is wrong"),
)

RESTS_ON = ("unknown-code", "breakdowns-disagree", "last-year-disagrees")


_LAST, _BUDGET = Words("上年", "last year"), Words("年初预算", "in the budget")
_FLOWS = ("income", "expenditure")


def applies(case: Case) -> bool:
    """Return whether something to compare with is known."""
    stages = (case.form.compares, THIS_BUDGET) if is_accounts(case) else (case.form.compares,)
    return bool(case.others) or any(stage in case.spec.past for stage in stages)


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare this year's money with last year's, or else final accounts with the budget."""
    past, scale = past_of(case), case.settings.threshold("out_of_scale")
    stages: list[tuple[str, Words, tuple[str, ...]]] = [(case.form.compares, _LAST, _FLOWS)]
    if is_accounts(case):
        stages.append((THIS_BUDGET, _BUDGET, _FLOWS[1:]))
    for stage, than, flows in stages:
        if (other := past.get(stage)) is None:
            continue
        for level in _levels(case, other, flows):
            found = [d for name, chosen in level for d in _compared(case, name, (other, than), chosen, scale)]
            yield from found
            if found:
                return


def _levels(case: Case, other: Ledger, flows: tuple[str, ...]) -> Iterator[list[tuple[str, Selection]]]:
    """Return what is compared, by name: the total, or else items, or else sources, or else stated parts."""
    parts = list(sides(case, flows))
    yield [(f"{before}合计", side) for before, side in parts]
    for dimension in ("function", "source"):
        yield [
            (f"{before}{_name(case, dimension, member)}", (*side, within(dimension, member)))
            for before, side in parts
            for member in _leaves(case.spec.ledger, other, dimension, side)
        ]
    yield [
        (measure.title, (Constraint("fact", frozenset({measure.stated})),))
        for measure in case.form.measures.values()
        if measure.stated
    ]


def _name(case: Case, dimension: str, member: str) -> str:
    return case.classification.names(dimension).get(member, member)


def _leaves(this: Ledger, other: Ledger, dimension: str, side: Selection) -> list[str]:
    """Return the members with money in both that have nothing below them."""
    members = this.members(dimension, side) & other.members(dimension, side)
    return sorted(members - {above for member in members for above in this.ancestry(dimension, member)[1:]})


def _compared(
    case: Case, name: str, compared: tuple[Ledger, Words], chosen: Selection, scale: Decimal
) -> Iterator[Diagnostic]:
    other, than = compared
    lines, past = case.spec.ledger.chosen(chosen), other.chosen(chosen)
    now, then = (add(*(line.amount for line in found)) for found in (lines, past))
    low, high = sorted((now, then))
    if low > 0 and high >= multiply(low, scale):
        here, *others = [case.spec.place("unit")] if is_whole(chosen) else [line.span for line in lines]
        yield RULE.at(
            here,
            related=[*others, *(line.span for line in past)],
            name=name,
            this=case.spec.written(now),
            last=case.spec.written(then),
            than_zh=than.zh,
            than_en=than.en,
            scale=to_text(scale),
        )
