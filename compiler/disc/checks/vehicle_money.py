"""There are vehicles without money for running them, or such money without vehicles.

Vehicles cost fuel, repairs and insurance; a unit without any needs no money for them. Both happen for good reasons: a
central pool, hired vehicles, vehicles that are to be scrapped. So it is only a notice. Money from all sources counts,
and vehicles that are to be bought this year. Where a project without economic items may hold the money, there is
nothing to be said.

车辆要用油、维修、买保险，没有车辆就不需要这笔钱。两种情况都可能有正当的理由：集中管理、租用，或车辆即将报废，所以这
只是提示。各种来源的钱都算，今年计划购置的车辆也算。没有列经济分类的项目里可能有这笔钱的，不报告。

FAIL:

    assets: {as_of: "2023-12-31", ▸vehicles: {general: {count: 2}}}

FAIL:

    assets: {as_of: "2023-12-31", ▸vehicles: {general: {count: 0}}}
    of_which: {vehicle_operation: 3}
    projects: [{name: 修路, function: 2010301, source: general, amount: 30}]

PASS:

    assets: {as_of: "2023-12-31", vehicles: {general: {count: 0}}}

Mend: correct the number of vehicles or the money; if both are right, accept the finding with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disc.compile.quantity import Stated, stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "vehicle-money",
    Level.NOTICE,
    Words("车辆与公务用车运行费不相称", "Vehicles and the money for running them do not match"),
    Words("车辆共 {count} 辆，{title}却是 {money}", "there are {count} vehicles, but {title} is {money}"),
    Words(
        "核对辆数和金额；都对的（如租车、集中管理），在 accepted 中写明原因",
        "Check both; if both are right (hired, or from a pool), accept this finding with the reason",
    ),
)

_OPERATION = "of_which.vehicle_operation"
_PLANNED = ("assets.planned.vehicles", "assets.planned.vehicles_by_type.*.count")

RESTS_ON = ("unknown-code", "stated-below-lines")


def applies(case: Case) -> bool:
    """Return whether the number of vehicles is stated."""
    return bool(case.spec.stated("assets.vehicles.*.count"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the number of vehicles with the money for running them, from whatever source."""
    counts = case.spec.stated("assets.vehicles.*.count")
    for measure, declared in stated_parts(case.form.measures):
        if not counts or measure.stated != _OPERATION:
            continue
        lines, rest = _money(case, declared)
        vehicles, money = (add(*(line.amount for line in found)) for found in (counts, lines))
        if (money > 0 and not vehicles and not _coming(case)) or (vehicles > 0 and not money and not rest):
            yield RULE.at(
                case.spec.key_place("assets", "vehicles"),
                related=[line.span for line in lines],
                count=to_text(vehicles),
                title=measure.title,
                money=case.spec.written(money),
            )


def _money(case: Case, declared: Stated) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the money for running vehicles, and the money that may be for it, of all sources.

    A stated number settles the matter for the sources that it is about.
    """
    ledger, selection, stated = case.spec.ledger, declared.otherwise.selection, case.spec.stated(declared.fact)
    anywhere = tuple(constraint for constraint in selection if constraint.dimension == "economic")
    about = (*ledger.chosen(selection), *ledger.uncertain(selection)) if stated else ()
    settled = {line.path for line in about}
    lines = [*stated, *(line for line in ledger.chosen(anywhere) if line.path not in settled)]
    return lines, [line for line in ledger.uncertain(anywhere) if line.path not in settled]


def _coming(case: Case) -> bool:
    """Return whether vehicles are to be bought this year."""
    return any(line.amount for pattern in _PLANNED for line in case.spec.stated(pattern))
