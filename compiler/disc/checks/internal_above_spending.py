"""A unit has more money from the other units of its department than these spend.

`internal` names the sources of a unit's money that another unit of the department pays. That money is shown with the
one that pays, and not again: it cannot be more than all that the others spend, and where there is no other unit nobody
pays it. Compared are all units of a department that have specs, as far as rounding goes.

internal 写明单位的哪些资金来源由本部门的另一个单位支付。这些钱在支付的单位列示，不再重复计算：所以它不能多于其他单
位的全部支出，没有其他单位也就没有人支付。比较的是部门中有填报文件的全部单位，舍入的差额不算。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]
    units:
      - {name: 某中心, type: institution, id: centre, region: 653023}
      - {name: 某站, type: institution, id: station, region: 653023, internal: ▸[superior_subsidy]}
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}
    --- specs/example/station/2024-budget.yaml
    entity: {id: station, name: 某站, region: 653023, level: unit, type: institution}
    basic: {}
    projects: [{name: 平台, function: 2010350, source: superior_subsidy, economic: {30213: 200}}]
    last_year: {budget: {sources: {}}}
    reasons: {}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]
    units:
      - {name: 某中心, type: institution, id: centre, region: 653023}
      - {name: 某站, type: institution, id: station, region: 653023, internal: [superior_subsidy]}
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}
    --- specs/example/station/2024-budget.yaml
    entity: {id: station, name: 某站, region: 653023, level: unit, type: institution}
    basic: {}
    projects: [{name: 平台, function: 2010350, source: superior_subsidy, economic: {30213: 20}}]
    last_year: {budget: {sources: {}}}
    reasons: {}

Mend: correct the amount in the unit's spec; or take the source out of `internal`, if others pay it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.flows import FLOW, SPENDING
from disc.core.ledger import Line, reach
from disc.core.number import add
from disc.core.selection import Constraint, within
from disc.load.spec_reader import Case, Unit

RULE = Rule(
    "internal-above-spending",
    Level.ERROR,
    Words("单位之间支付的钱多于支付单位的支出", "Units pay another more than they spend"),
    Words(
        "{name}由本部门其他单位支付的有 {internal}，其他单位（{count}家）的支出共 {spent}",
        "{name} has {internal} from other units of the department, and these ({count}) spend {spent}",
    ),
    Words("改正金额，或删去这里的 internal", "Correct the amount, or take internal out here"),
)
RESTS_ON = ("unit-twice", "unknown-code")


def applies(case: Case) -> bool:
    """Return whether a unit has money from another, and all units have specs."""
    return any(unit.internal for unit in case.units)


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare what each unit has from the others with what these spend."""
    for number, unit in enumerate(case.units):
        others = [other for other in case.units if other is not unit]
        internal = unit.spec.ledger.chosen((within(FLOW, "income"), Constraint("source", unit.internal)))
        spent = [line for other in others for line in other.spec.ledger.chosen(SPENDING)]
        alone = bool(unit.internal) and not others
        if alone or reach(internal).low > reach(spent).high:
            yield _finding(case, number, unit, internal, spent)


def _finding(case: Case, number: int, unit: Unit, internal: tuple[Line, ...], spent: list[Line]) -> Diagnostic:
    return RULE.at(
        case.spec.place("units", number, "internal"),
        related=[line.span for line in internal],
        name=unit.name,
        internal=case.spec.written(add(*(line.amount for line in internal))),
        count=len(case.units) - 1,
        spent=case.spec.written(add(*(line.amount for line in spent))),
    )
