"""The money for vehicles is stated as a whole, and otherwise in its parts.

`vehicles` is for those who know only what the purchase and the operation of vehicles cost together. Beside both parts
it says nothing new, and must be their sum, as far as rounding goes.

公务用车购置费、运行维护费只知道合计的，写 vehicles。两项都写了的，合计不必再写；写了就应当等于两项之和，舍入的差额不
算。

FAIL:

    --- specs/…/2024-accounts.yaml
    adjusted_budget:
      of_which: {overseas: 0, reception: 2, vehicle_purchase: 0, vehicle_operation: 3, vehicles: ▸4}

PASS:

    --- specs/…/2024-accounts.yaml
    adjusted_budget:
      of_which: {overseas: 0, reception: 2, vehicle_purchase: 0, vehicle_operation: 3, vehicles: 3}

Mend: correct the amount that is wrong, or take `vehicles` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Ledger, Line, reach
from disc.core.number import add
from disc.load.spec_reader import Case

RULE = Rule(
    "vehicle-parts",
    Level.ERROR,
    Words("公务用车的合计不等于两项之和", "The money for vehicles is not the sum of its parts"),
    Words(
        "vehicles 是 {whole}，vehicle_purchase 和 vehicle_operation 相加却是 {sum}",
        "vehicles cost {whole}, but their purchase and operation come to {sum}",
    ),
    Words("改正写错的金额，或删去 vehicles", "Correct the amount that is wrong, or take `vehicles` out"),
)

_WHOLE, _PARTS = "of_which.vehicles", frozenset({"of_which.vehicle_purchase", "of_which.vehicle_operation"})


def applies(case: Case) -> bool:
    """Return whether the whole is stated anywhere, beside both parts."""
    return any(map(_both, _ledgers(case)))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the whole with the sum of its parts, of each year and stage."""
    for ledger in _ledgers(case):
        if stated := _both(ledger):
            whole, parts = stated
            if reach([whole]).meet(reach(parts)).is_empty:
                yield RULE.at(
                    whole.span,
                    related=[line.span for line in parts],
                    whole=case.spec.written(whole.amount),
                    sum=case.spec.written(add(*(line.amount for line in parts))),
                )


def _ledgers(case: Case) -> tuple[Ledger, ...]:
    return case.spec.ledger, *case.spec.past.values()


def _both(ledger: Ledger) -> tuple[Line, tuple[Line, ...]] | None:
    """Return the whole and both parts that a spec states itself, if it states all of them."""
    stated = {line.coordinates.get("fact", ""): line for line in ledger.lines if "unit" not in line.coordinates}
    if _WHOLE not in stated or not stated.keys() >= _PARTS:
        return None
    return stated[_WHOLE], tuple(stated[part] for part in sorted(_PARTS))
