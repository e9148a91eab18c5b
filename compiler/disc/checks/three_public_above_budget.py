"""More was spent on “三公” than the budget allowed.

“三公” is spent within its budget: what is above the adjusted budget (全年预算数) was not approved, or one of the two
numbers is wrong. The parts are compared one by one, as far as rounding goes: journeys abroad, reception, the purchase
and the operation of vehicles. Where no adjusted budget is stated there is nothing to compare.

“三公”经费在预算内列支：决算数大于全年预算数的，要么没有批准，要么有一个数写错了。因公出国（境）费、公务接待费、公务
用车购置费、公务用车运行维护费逐项比较，舍入的差额不算。没有写全年预算数的不比较。

FAIL:

    --- specs/…/2024-accounts.yaml
    adjusted_budget: {of_which: {overseas: 0, reception: ▸0, vehicle_purchase: 0, vehicle_operation: 3}}

PASS:

    --- specs/…/2024-accounts.yaml
    adjusted_budget: {of_which: {overseas: 0, reception: 1, vehicle_purchase: 0, vehicle_operation: 5}}

Mend: correct the number that is wrong. If more was spent with approval, the adjusted budget is the one that was
approved last.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import reach
from disc.core.number import add
from disc.core.stages import ADJUSTED_BUDGET
from disc.load.spec_reader import Case

RULE = Rule(
    "three-public-above-budget",
    Level.WARNING,
    Words("“三公”经费超出全年预算", "More was spent on a public expense than its budget"),
    Words(
        "{title}决算数 {spent}，大于全年预算数 {budget}",
        "{spent} were spent on {title}, more than its adjusted budget of {budget}",
    ),
    Words(
        "核对两个数；经批准追加的，全年预算数写追加后的",
        "Check both; if more was approved in the course of the year, state the budget with it",
    ),
)

RESTS_ON = ("unknown-code", "stated-below-lines")

_PARTS = frozenset(
    {"of_which.overseas", "of_which.reception", "of_which.vehicle_purchase", "of_which.vehicle_operation"}
)


def applies(case: Case) -> bool:
    """Return whether an adjusted budget is stated beside this year's outturn."""
    return ADJUSTED_BUDGET in case.spec.past


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each part with its adjusted budget."""
    budget = case.spec.past[ADJUSTED_BUDGET]
    allowed = {line.coordinates["fact"]: line for line in budget.lines if "fact" in line.coordinates}
    for measure, declared in stated_parts(case.form.measures):
        if measure.stated not in _PARTS or (limit := allowed.get(measure.stated)) is None:
            continue
        lines = case.spec.stated(measure.stated) or case.spec.ledger.chosen(declared.otherwise.selection)
        if reach(lines).low > reach([limit]).high:
            yield RULE.at(
                limit.span,
                related=[line.span for line in lines],
                title=measure.title,
                spent=case.spec.written(add(*(line.amount for line in lines))),
                budget=case.spec.written(limit.amount),
            )
