"""An administrative unit has income or expenditure that only institutions have.

事业收入 and 事业单位经营收入 are what public institutions (事业单位) earn by their services. An administrative unit has
appropriation and 其他收入 (行政单位财务规则). Its money under these names mostly belongs under 其他收入, or the type of
the unit is wrong. So it is with 经营支出, 使用非财政拨款结余 and 结余分配 of final accounts. Units managed as
administrative ones, and departments with units of several types, are not looked at.

事业收入和事业单位经营收入是事业单位提供服务取得的。行政单位只有财政拨款和其他收入（行政单位财务规则）。写在这两项下
的钱多半应当列为其他收入，或者单位类型写错了。决算中的经营支出、使用非财政拨款结余和结余分配也是如此。参照公务员法
管理的单位，以及单位类型不止一种的部门，不查。

FAIL:

    projects: [{name: 修路, function: 2010301, source: ▸business, amount: 30}]

FAIL:

    --- specs/…/2024-accounts.yaml
    income: {general: {2010301: 140}, fund: {2120803: 10}, ▸operations: {2010301: 20}}
    other_expenditure: {▸operations_cost: {2010301: 18}}
    balances: {opening: {general: 1}, ▸distribution: 2, closing: {general: 1}}

PASS:

    projects: [{name: 修路, function: 2010301, source: other, amount: 30}]

Mend: correct the source, or `entity.type`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.selection import Constraint, within
from disc.core.span import Span
from disc.load.spec_reader import Case

RULE = Rule(
    "income-of-institutions",
    Level.WARNING,
    Words("行政单位有事业单位才有的收支", "An administrative unit has money of an institution"),
    Words("行政单位不会有{what}", "an administrative unit has no {what}"),
    Words("改正{wrong_zh}，或改正单位性质", "Correct {wrong_en}, or the type of the entity"),
)

_OF_INSTITUTIONS = {
    "source": frozenset({"business", "operations"}),
    "nature": frozenset({"operations_cost"}),
    "flow": frozenset({"surplus_used", "distribution"}),
}
_SOURCE, _ENTRY = Words("资金来源（多半是其他收入）", "the source"), Words("这一项", "this entry")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for such money of administrative units, each place once."""
    ledger = case.spec.ledger
    administrative = ledger.matching(within("entity_type", "administrative"))
    found: dict[Span, tuple[str, str]] = {}
    for dimension, members in _OF_INSTITUTIONS.items():
        for number in ledger.numbers(administrative & ledger.matching(Constraint(dimension, members))):
            line = ledger.lines[number]
            if line.amount and "unit" not in line.coordinates:
                found.setdefault(_place(case, line), (dimension, line.coordinates[dimension]))
    for place, (dimension, member) in found.items():
        wrong = _SOURCE if dimension == "source" else _ENTRY
        what = case.classification.names(dimension)[member]
        yield RULE.at(place, what=what, wrong_zh=wrong.zh, wrong_en=wrong.en)


def _place(case: Case, line: Line) -> Span:
    group, entry, *_ = line.path.split(".")
    return case.spec.place(group, int(entry), "source") if group == "projects" else case.spec.key_place(group, entry)
