"""What came in and what there was is not what was spent and what is left.

In final accounts the income of the year, the surplus used and the opening balance are together the expenditure, the
surplus distributed and the closing balance: for each of the three budgets, and for all other money together. Amounts
in 万元 are rounded, so the two sides may differ by as much as rounding explains (XBRL Calculations 1.1).

决算中，本年收入、使用非财政拨款结余、年初结转和结余之和，等于本年支出、结余分配、年末结转和结余之和。一般公共预算、政府
性基金预算、国有资本经营预算各自相等，其余的资金合起来相等。以万元为单位的数经过四舍五入，差额在舍入所能解释的范围之
内不算。

FAIL:

    --- specs/…/2024-accounts.yaml
    ▸balances: {opening: {general: 1}, closing: {general: 5}}

PASS:

    --- specs/…/2024-accounts.yaml
    balances: {opening: {general: 1}, closing: {general: 1}}

Mend: look for the amount that is mistyped or missing: an income, an expenditure or a balance.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import APART
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.flows import FLOW
from disc.core.ledger import Ledger, Line, reach
from disc.core.number import add, subtract
from disc.core.selection import Constraint
from disc.load.spec_reader import Case

RULE = Rule(
    "accounts-unbalanced",
    Level.ERROR,
    Words("决算收支不平衡", "The accounts do not balance"),
    Words(
        "{source}：收入、年初结转和结余等共 {receipts}，支出、年末结转和结余等共 {uses}，相差 {difference}，"
        "四舍五入解释不了",
        "{source}: {receipts} came in or were there, {uses} were spent or are left: {difference} apart, more than "
        "rounding explains",
    ),
    Words(
        "检查收入（income）、支出（basic、projects）和结转结余（balances），找出写错或漏写的金额",
        "Look for an amount that is mistyped or missing in income, basic, projects or balances",
    ),
)
RESTS_ON = ("unknown-code", "breakdowns-disagree")

# The page would show both numbers beside each other, as totals that must be equal.
FIRM = True


def applies(case: Case) -> bool:
    """Return whether income and expenditure are different money."""
    return case.spec.ledger.has_flows


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the two sides of each group of sources, as far as rounding goes."""
    names = case.classification.names("source")
    for source, receipts, uses in unbalanced(case.spec.ledger):
        came, went = (add(*(line.amount for line in lines)) for lines in (receipts, uses))
        yield RULE.at(
            case.spec.key_place("balances" if "balances" in case.spec.fields else "units"),
            related=[line.span for line in (*receipts, *uses)][:8],
            source=names[source],
            receipts=case.spec.written(came),
            uses=case.spec.written(went),
            difference=case.spec.written(abs(subtract(came, went))),
        )


def unbalanced(ledger: Ledger) -> Iterator[tuple[str, tuple[Line, ...], tuple[Line, ...]]]:
    """Yield the groups of sources, by their last, whose sides are further apart than rounding explains, and these."""
    for group in APART:
        source = Constraint("source", frozenset(group))
        receipts, uses = (ledger.chosen((Constraint(FLOW, frozenset({side})), source)) for side in ("receipts", "uses"))
        if reach(receipts).meet(reach(uses)).is_empty:
            yield group[-1], receipts, uses
