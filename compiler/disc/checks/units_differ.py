"""A department states its money itself, and it is not the sum of its units' specs.

The stated money stands. Where every unit has a spec of the same year in the repository, the two are compared: in all,
by function item and by source, each as far as rounding goes; of final accounts income, expenditure and balances. Money
that goes from one unit of the department to another (`internal`) is left out, as it is when the department is added up.

部门自己写的数照旧显示。所属单位在仓库里都有同年文件的，与它们的和比较：总额、各功能分类科目、各资金来源，舍入的差额
不算；决算的收入、支出和结转结余分别比较。本部门单位之间往来的钱（internal）不计，汇总时也不计。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    ▸units: [{name: 某中心, type: institution, id: centre, region: 653023}]
    reasons: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 40}}]
    basic: {general: {by_function: {2010301: ▸100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30201: 10}}}
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    units: [{name: 某中心, type: institution, id: centre, region: 653023}]
    reasons: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

Mend: correct the amount in the department's spec or in that of the unit; or take its money out of the department's
spec, so that it is the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from disc.checks.engine.kind import is_accounts, is_whole, sides
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.interval import Verdict, compare
from disc.core.ledger import Ledger, Line
from disc.core.number import add
from disc.core.selection import Selection, within
from disc.load.rollup import is_internal
from disc.load.spec_reader import Case

RULE = Rule(
    "units-differ",
    Level.WARNING,
    Words("部门与所属单位之和不符", "A department is not the sum of its units"),
    Words(
        "{name}：部门填报 {stated}，各单位之和 {sum}，相差 {residual}",
        "{name}: the department states {stated}, its units come to {sum}: {residual} apart",
    ),
    Words(
        "改正部门或单位的金额；部门不写 {fields_zh} 的，由各单位汇总",
        "Correct the department or the unit; without {fields_en} the department is the sum of its units",
    ),
)
RESTS_ON = ("unit-twice", "unknown-code", "breakdowns-disagree", "project-amount", "internal-unbalanced")

_OF_BUDGET, _OF_ACCOUNTS = ("basic", "projects"), ("income", "basic", "projects", "balances")
"""Where a department states its money."""

_FLOWS = ("income", "expenditure", "opening", "closing")


def applies(case: Case) -> bool:
    """Return whether a department states its money, and all its units have specs."""
    return bool(case.units) and not case.spec.is_rolled_up


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the money of a department with that of its units."""
    if not case.units or case.spec.is_rolled_up:
        return
    ledgers = (case.spec.ledger, *(unit.spec.ledger for unit in case.units))
    for before, side in sides(case, _FLOWS):
        yield from _compared(case, f"{before}合计", side)
        for dimension in ("function", "source"):
            members = {member for ledger in ledgers for member in _leaves(ledger, dimension, side)}
            for member in sorted(members):
                chosen = (*side, within(dimension, member))
                if not any(ledger.uncertain(chosen) for ledger in ledgers):
                    yield from _compared(case, f"{before}{_name(case, dimension, member)}", chosen)


def _name(case: Case, dimension: str, member: str) -> str:
    name = case.classification.names(dimension).get(member, member)
    return f"{member} {name}" if dimension in case.classification.tables else name


def _compared(case: Case, name: str, chosen: Selection) -> Iterator[Diagnostic]:
    own = _lines(case.spec.ledger, chosen)
    units = [
        line
        for unit in case.units
        for line in _lines(unit.spec.ledger, chosen)
        if not is_internal(line.coordinates, unit)
    ]
    stated, rounding = _total(own), add(*(line.half_width for line in own))
    agreement = compare(stated, rounding, [(line.amount, line.half_width) for line in units])
    if agreement.verdict is Verdict.INCONSISTENT:
        fields = _OF_ACCOUNTS if is_accounts(case) else _OF_BUDGET
        yield RULE.at(
            own[0].span if own and not is_whole(chosen) else case.spec.key_place("units"),
            related=[unit.span for unit in case.units]
            if is_whole(chosen)
            else [line.span for line in (*own[1:], *units)],
            name=name,
            stated=case.spec.written(stated),
            sum=case.spec.written(_total(units)),
            residual=case.spec.written(abs(agreement.residual)),
            fields_zh="、".join(fields[:-1]) + f" 和 {fields[-1]}",
            fields_en=", ".join(fields[:-1]) + f" and {fields[-1]}",
        )


def _lines(ledger: Ledger, chosen: Selection) -> list[Line]:
    return [ledger.lines[n] for n in ledger.numbers(ledger.select(chosen) or 0)]


def _leaves(ledger: Ledger, dimension: str, side: Selection) -> set[str]:
    members = ledger.members(dimension, side)
    return set(members) - {above for member in members for above in ledger.ancestry(dimension, member)[1:]}


def _total(lines: Sequence[Line]) -> Decimal:
    return add(*(line.amount for line in lines))
