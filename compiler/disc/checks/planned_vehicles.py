"""Vehicles are to be bought for nothing, or money is there to buy none.

How many vehicles are to be bought, with how much money, and 公务用车购置费 of “三公” are three statements of one
plan. One that says that there is something contradicts one that says zero. What is not stated contradicts nothing, and
no 公务用车购置费 does not either: vehicles may be bought with other money than the appropriation. Final accounts plan
nothing.

计划购置几辆车、用多少钱、“三公”经费中的公务用车购置费，说的是同一个计划。一处说有，另一处说是零，就互相矛盾。没有
写的不与任何一处矛盾；没有公务用车购置费也不矛盾，买车可以用财政拨款以外的钱。决算没有计划，不查。

FAIL:

    assets:
      as_of: "2023-12-31"
      vehicles: {general: {count: 0}}
      planned: {vehicles: 20, vehicles_by_type: {general: {count: ▸0}}}

FAIL:

    assets:
      as_of: "2023-12-31"
      vehicles: {general: {count: 0}}
      planned: {vehicles: ▸0, vehicles_by_type: {general: {count: 1}}}

PASS:

    assets:
      as_of: "2023-12-31"
      vehicles: {general: {count: 0}}
      planned: {vehicles: 20, vehicles_by_type: {general: {count: 1}}}

Mend: correct the number or the money.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disc.checks.engine.kind import is_accounts
from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "planned-vehicles",
    Level.WARNING,
    Words("计划购置车辆的数量和金额矛盾", "Vehicles to be bought and the money for them contradict each other"),
    Words("{none_zh}写的是 0，{some_zh}却是 {some}", "{none_en} says 0, but {some_en} is {some}"),
    Words("改正购置的辆数或金额", "Correct the number of vehicles or the money"),
)

_PURCHASE = "of_which.vehicle_purchase"


def applies(case: Case) -> bool:
    """Return whether a budget says anything of vehicles to be bought."""
    return not is_accounts(case) and bool(
        case.spec.stated("assets.planned.vehicles") or case.spec.stated("assets.planned.vehicles_by_type.*.count")
    )


def check(case: Case) -> Iterator[Diagnostic]:
    """Hold the statements that there is nothing against those that there is something."""
    spec = case.spec
    counts, money = spec.stated("assets.planned.vehicles_by_type.*.count"), spec.stated("assets.planned.vehicles")
    said = [
        (counts, "计划购置车辆的辆数", "the number of vehicles to be bought"),
        (money, "购置车辆经费", "the money to buy vehicles"),
        *_purchase(case),
    ]
    amounts = [add(*(line.amount for line in lines)) for lines, _, _ in said]
    none = next((words for words, amount in zip(said[:2], amounts, strict=False) if words[0] and not amount), None)
    some = next(((words, amount) for words, amount in zip(said, amounts, strict=True) if amount > 0), None)
    if none and some:
        (lines, some_zh, some_en), amount = some
        yield RULE.at(
            none[0][0].span,
            related=[line.span for line in lines],
            none_zh=none[1],
            none_en=none[2],
            some_zh=some_zh,
            some_en=some_en,
            some=to_text(amount) + "辆" if lines is counts else spec.written(amount),
        )


def _purchase(case: Case) -> Iterator[tuple[Sequence[Line], str, str]]:
    """Return what is to be spent on vehicles of the appropriation, as stated or by economic items, with its title."""
    for measure, declared in stated_parts(case.form.measures):
        if measure.stated == _PURCHASE:
            lines = case.spec.stated(_PURCHASE) or case.spec.ledger.chosen(declared.otherwise.selection)
            yield lines, measure.title, measure.title
