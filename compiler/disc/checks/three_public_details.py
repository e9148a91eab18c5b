"""There is money for “三公” without the journeys, receptions or vehicles it was for, or these without money.

What was spent, and how many people travelled, how many receptions there were, how many vehicles were bought and kept,
are statements of one thing (财预〔2016〕143号 asks for both). One that says that there is something contradicts one
that says zero. What is not stated contradicts nothing. People are counted, not groups: who joins another's group has
cost, too.

“三公”经费的金额和实物量（因公出国（境）人次、国内公务接待批次、公务用车购置数和保有量）说的是同一件事，财预
〔2016〕143号要求都公开。一处说有，另一处说是零，就互相矛盾。没有写的不与任何一处矛盾。出国（境）看人次，不看团组数：
参加别的单位的团组也有费用。

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {receptions: ▸0, guests: 0, vehicles_kept: 1}

FAIL:

    --- specs/…/2024-accounts.yaml
    three_public_details: {overseas_people: ▸2, receptions: 3, guests: 20, vehicles_bought: ▸1, vehicles_kept: 1}
    of_which: {overseas: 0, vehicle_purchase: 0}

PASS:

    --- specs/…/2024-accounts.yaml
    three_public_details: {overseas_people: 0, vehicles_bought: 0, vehicles_kept: 1, receptions: 3, guests: 20}

Mend: correct the number or the money. Where both are right, as of guests from abroad or of a vehicle that was given,
accept the finding with that as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "three-public-details",
    Level.WARNING,
    Words("“三公”经费的金额与实物量矛盾", "Money and what it was for contradict each other"),
    Words("{title}是 {money}，{what}却是 {count}", "{title} is {money}, but {what} is {count}"),
    Words(
        "改正金额或实物量；都对的（如接待外宾、无偿调入车辆），在 accepted 中写明原因",
        "Correct the money or the number; if both are right (guests from abroad, a vehicle that was given), "
        "accept this finding with the reason",
    ),
)

RESTS_ON = ("unknown-code", "stated-below-lines")

_DETAILS = "three_public_details"
# What each part of the money was for.
_COUNTED = {
    "of_which.overseas": "overseas_people",
    "of_which.reception": "receptions",
    "of_which.vehicle_purchase": "vehicles_bought",
    "of_which.vehicle_operation": "vehicles_kept",
}


def applies(case: Case) -> bool:
    """Return whether it is stated what the money was for."""
    return _DETAILS in case.spec.own_fields


def check(case: Case) -> Iterator[Diagnostic]:
    """Hold each number against the money, where both are known."""
    spec = case.spec
    for measure, declared in stated_parts(case.form.measures):
        name = _COUNTED.get(measure.stated, "")
        for count in spec.stated(f"{_DETAILS}.{name}"):
            selection = declared.otherwise.selection
            lines = spec.stated(measure.stated) or spec.ledger.chosen(selection)
            unsure = not spec.stated(measure.stated) and spec.ledger.uncertain(selection)
            money = add(*(line.amount for line in lines))
            if (money > 0 and not count.amount) or (count.amount and not money and not unsure):
                yield RULE.at(
                    count.span,
                    related=[line.span for line in lines],
                    title=measure.title,
                    money=spec.written(money),
                    what=case.titles.of((_DETAILS, name))[-1],
                    count=to_text(count.amount),
                )
