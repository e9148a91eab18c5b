"""What units of a department paid to others of it is not what these received.

In final accounts money between the units of a department is left out on both sides when the department is added up: the
income of the one (上级补助收入, 附属单位上缴收入) and the expenditure of the other (对附属单位补助支出, 上缴上级支出),
each named under `internal`. If the two are not the same, the department does not balance. Compared are all units that
have specs, as far as rounding goes.

决算中，部门所属单位之间往来的钱，汇总时双方都不计入：收到的单位是上级补助收入、附属单位上缴收入，付出的单位是对附属单
位补助支出、上缴上级支出，都写在 internal 中。双方不相等，部门的收支就不平衡。比较的是有填报文件的全部单位，舍入的差额
不算。

FAIL:

    --- specs/…/2024-accounts.yaml
    form: example/department-accounts
    entity: {id: office, name: 某县某局, region: 653023, level: department, type: institution}
    units:
      - {name: 某站, type: institution, id: station, internal: ▸[superior_subsidy]}
      - {name: 某中心, type: institution, id: centre, internal: [subsidies]}
    --- specs/example/station/2024-accounts.yaml
    entity: {id: station, name: 某站, region: 653023, level: unit, type: institution}
    income: {general: {2010301: 120, 2080505: 20}, fund: {2120803: 10}, superior_subsidy: {2010350: 5}}
    balances: {opening: {general: 1}, closing: {general: 1, unit_funds: 5}}
    --- specs/example/centre/2024-accounts.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}
    income: {general: {2010301: 120, 2080505: 20}, fund: {2120803: 10}, other: {2010350: 4}}
    other_expenditure: {subsidies: {2010350: 4}}

PASS:

    --- specs/…/2024-accounts.yaml
    form: example/department-accounts
    entity: {id: office, name: 某县某局, region: 653023, level: department, type: institution}
    units: [{name: 某中心, type: institution, id: centre}]
    --- specs/example/centre/2024-accounts.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

Mend: correct the amount that is wrong, in the spec of the unit; name it under `internal` of both units.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.flows import FLOW
from disc.core.ledger import Line, reach
from disc.core.number import add, subtract
from disc.core.selection import within
from disc.load.spec_reader import Case

RULE = Rule(
    "internal-unbalanced",
    Level.WARNING,
    Words("部门内部的往来双方不相等", "What units paid each other is not what they received"),
    Words(
        "本部门单位之间，{received_by}共 {received}，{paid_as}共 {paid}，相差 {residual}",
        "between the units of the department {received_by} comes to {received} and {paid_as} to {paid}: "
        "{residual} apart",
    ),
    Words(
        "核对双方的金额；收到的和付出的单位都要写 internal",
        "Check both amounts; write `internal` for the unit that received and for the one that paid",
    ),
)
RESTS_ON = ("unit-twice", "unknown-code")

# The source of what is received, and the nature of what is paid.
_PAIRS = (("superior_subsidy", "subsidies"), ("subordinate_remittance", "remitted"))


def applies(case: Case) -> bool:
    """Return whether units of final accounts have money from each other, and all units have specs."""
    return is_accounts(case) and any(unit.internal for unit in case.units)


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare what was received with what was paid."""
    for source, nature in _PAIRS:
        received, paid = _money(case, "income", "source", source), _money(case, "expenditure", "nature", nature)
        one, other = reach(received), reach(paid)
        if one.low > other.high or other.low > one.high:
            here, *others = (n for n, unit in enumerate(case.units) if {source, nature} & unit.internal)
            sums = [add(*(line.amount for line in lines)) for lines in (received, paid)]
            yield RULE.at(
                case.spec.place("units", here, "internal"),
                related=[
                    *(case.spec.place("units", n, "internal") for n in others),
                    *(line.span for line in (*received, *paid)),
                ],
                received_by=case.classification.names("source")[source],
                paid_as=case.classification.names("nature")[nature],
                received=case.spec.written(sums[0]),
                paid=case.spec.written(sums[1]),
                residual=case.spec.written(abs(subtract(*sums))),
            )


def _money(case: Case, flow: str, dimension: str, member: str) -> list[Line]:
    """Return the money of a source or nature that units have with others of their department."""
    chosen = (within(FLOW, flow), within(dimension, member))
    return [line for unit in case.units if member in unit.internal for line in unit.spec.ledger.chosen(chosen)]
