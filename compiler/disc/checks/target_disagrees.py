"""A target counts people or vehicles that the unit does not have.

Tables of targets are copied from other units and other years: pay for at least 65 people where 23 are active, upkeep of
9 vehicles where there are 5. Only targets of the unit as a whole are looked at whose name speaks of active people or
posts (在职, 编制), or of vehicles (车辆), and whose value is a number of 人 or 辆. It must hold for one of the numbers
that the same file states: posts, active people, all people; vehicles, with or without those to be bought.

绩效目标表常从别的单位、别的年度抄来：在职 23 人，目标写着保障至少 65 人的工资；有 5 辆车，目标写着维护 9 辆。只查单
位整体的目标中，名称提到在职、编制或车辆，而指标值是若干人、若干辆的。只要与同一文件中的一个数相符即可：编制数、在职
人数、全部人数；车辆数，含不含计划购置的都行。

FAIL:

    staffing: {authorised: 25, active: 23}
    performance:
      goal: 完成任务
      indicators: [{group: 产出指标, kind: 数量指标, name: 保障在职人数（人）, value: ▸≥65人}]

PASS:

    staffing: {authorised: 25, active: 23}
    performance:
      goal: 完成任务
      indicators: [{group: 产出指标, kind: 数量指标, name: 保障在职人数（人）, value: ≥23人}]

Mend: correct the target, or the number of people or vehicles.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "target-disagrees",
    Level.WARNING,
    Words("绩效目标与人数、车辆数不符", "A target does not fit the people or vehicles there are"),
    Words("指标值是 {value}，而本文件写的是 {counts}", "the target is {value}, but this file states {counts}"),
    Words("改正指标值，或改正人数、辆数", "Correct the target, or the number of people or vehicles"),
)

_VALUE = re.compile(r"\s*(?P<sign>[≥≤＝=＞＜><]?)\s*(?P<number>[0-9]+)\s*(?P<unit>人|名|辆)\s*\Z")
_HOLDS = {"≥": operator.ge, "≤": operator.le, "＞": operator.gt, ">": operator.gt, "＜": operator.lt, "<": operator.lt}
_PEOPLE, _VEHICLES = re.compile("在职|编制"), re.compile("车辆")
# For each kind of target the sums that may be meant.
_OF_PEOPLE = (("authorised",), ("active",), ("active", "retired", "veterans"))
_OF_VEHICLES = (("vehicles.*.count",), ("vehicles.*.count", "planned.vehicles_by_type.*.count"))


def applies(case: Case) -> bool:
    """Return whether there are targets for the unit as a whole, and people or vehicles."""
    return "performance" in case.spec.fields and any(case.spec.fields.keys() & {"staffing", "assets"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Hold each target that is a number of people or vehicles against the numbers stated."""
    for number, entry in enumerate(case.spec.fields.get("performance", {}).get("indicators", ())):
        match = _VALUE.match(entry["value"])
        if match is None:
            continue
        vehicles = match["unit"] == "辆"
        if not (_VEHICLES if vehicles else _PEOPLE).search(entry["name"]):
            continue
        group, sums = ("assets", _OF_VEHICLES) if vehicles else ("staffing", _OF_PEOPLE)
        lines = [[line for name in names for line in case.spec.stated(f"{group}.{name}")] for names in sums]
        counts = [_count(found) for found in lines if found]
        holds = _HOLDS.get(match["sign"], operator.eq)
        if counts and not any(holds(count, Decimal(match["number"])) for count in counts):
            yield RULE.at(
                case.spec.place("performance", "indicators", number, "value"),
                related=dict.fromkeys(line.span for found in lines for line in found),
                value=entry["value"],
                counts="、".join(dict.fromkeys(to_text(count) + match["unit"] for count in counts)),
            )


def _count(lines: list[Line]) -> Decimal:
    return add(*(line.amount for line in lines))
