"""Receipts and uses, written beside each other as totals, are not the same number.

Final accounts print 收入总计 and 支出总计 side by side, of all money and of single sources, and the two are equal.
Amounts in 万元 are rounded one by one, so their sums may miss each other by 0.01 although the accounts balance; a total
that is `reported` of one side alone does the same. Compared are the measures of the form that are the two sides of the
same money, as they are written.

决算中收入总计和支出总计并列，应当相等，各资金来源也是这样。以万元为单位的数是各自四舍五入的，收支虽然平衡，加起来仍可能
差 0.01；只给一边写了批复的合计，也会这样。比较的是表样中同一笔钱收、支两边的指标，按写出来的数比较。

FAIL:

    --- specs/…/2024-accounts.yaml
    ▸balances: {opening: {general: 1}, closing: {general: 1.01, fund: 0}}

PASS:

    --- specs/…/2024-accounts.yaml
    balances: {opening: {general: 1}, closing: {general: 1.01, fund: 0}}
    reported: [{select: {flow: uses}, amount: 151}]

Mend: state the approved total of the side that misses it in `reported`, with `flow: receipts` or `flow: uses`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.book import Account
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure
from disc.core.flows import FLOW
from disc.core.selection import Selection, within
from disc.load.form import Measure
from disc.load.spec_reader import Case

RULE = Rule(
    "totals-differ",
    Level.WARNING,
    Words("收入总计和支出总计不相等", "The totals of receipts and uses differ"),
    Words(
        "{receipts} {came}，{uses} {went}，写出来不相等",
        "{receipts} is written {came}, {uses} {went}: the two must be equal",
    ),
    Words(
        "四舍五入造成的，在 reported 中写明批复的合计（flow: receipts、flow: uses）",
        "Where rounding is why, state the approved totals in `reported`, with flow receipts and flow uses",
    ),
)
RESTS_ON = ("unknown-code", "breakdowns-disagree", "accounts-unbalanced", "reported-total")

_RECEIPTS, _USES = within(FLOW, "receipts"), within(FLOW, "uses")


def applies(case: Case) -> bool:
    """Return whether the form tells both sides of the same money."""
    return case.spec.ledger.has_flows and any(_pairs(case))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the two sides as they are written; of several pairs that are the same two numbers one is found."""
    account = Account(case.spec.ledger, 0)
    seen: set[tuple[Figure, Figure]] = set()
    for receipts, uses in _pairs(case):
        came, went = (account.select(side.select or (), case.form.text) for side in (receipts, uses))
        if not isinstance(came, Figure) or not isinstance(went, Figure) or (came, went) in seen:
            continue
        seen.add((came, went))
        if came.shown_value != went.shown_value:
            yield RULE.at(
                case.spec.key_place("balances" if "balances" in case.spec.fields else "units"),
                receipts=receipts.title,
                uses=uses.title,
                came=came.text() + came.unit.name,
                went=went.text() + went.unit.name,
            )


def _pairs(case: Case) -> Iterator[tuple[Measure, Measure]]:
    """Return the measures of receipts, each with that of uses of the same money."""
    by_selection = {frozenset(measure.select): measure for measure in case.form.measures.values() if measure.select}
    for measure in case.form.measures.values():
        other = by_selection.get(frozenset(_other_side(measure.select or ())))
        if other is not None and _RECEIPTS in (measure.select or ()):
            yield measure, other


def _other_side(chosen: Selection) -> Selection:
    return tuple(_USES if constraint == _RECEIPTS else constraint for constraint in chosen)
