"""An administrative unit has income that only institutions have.

事业收入 and 事业单位经营收入 are what public institutions (事业单位) earn by their services. An administrative unit has
appropriation and 其他收入 (行政单位财务规则). Its money under these names mostly belongs under 其他收入, or the type of
the unit is wrong. Units managed as administrative ones, and departments with units of several types, are not looked at.

事业收入和事业单位经营收入是事业单位提供服务取得的。行政单位只有财政拨款和其他收入（行政单位财务规则）。写在这两项下
的钱多半应当列为其他收入，或者单位类型写错了。参照公务员法管理的单位，以及单位类型不止一种的部门，不查。

FAIL:

    projects: [{name: 修路, function: 2010301, source: ▸business, amount: 30}]

PASS:

    projects: [{name: 修路, function: 2010301, source: other, amount: 30}]

Mend: correct the source, or `entity.type`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.span import Span
from disc.load.spec_reader import Case

RULE = Rule(
    "income-of-institutions",
    Level.WARNING,
    Words("行政单位有事业单位才有的收入", "An administrative unit has the income of an institution"),
    Words("行政单位不会有{source}", "an administrative unit has no {source}"),
    Words("改正资金来源（多半是其他收入），或改正单位性质", "Correct the source, or the type of the entity"),
)

_EARNED = frozenset({"business", "operations"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for such sources in the money of administrative units, each place once."""
    names = case.classification.names("source")
    found: dict[Span, str] = {}
    for line in case.spec.ledger.lines:
        known = line.coordinates
        if known.get("source") in _EARNED and known.get("entity_type") == "administrative" and "unit" not in known:
            found.setdefault(_place(case, line), known["source"])
    for place, source in found.items():
        yield RULE.at(place, source=names[source])


def _place(case: Case, line: Line) -> Span:
    group, entry, *_ = line.path.split(".")
    return case.spec.place(group, int(entry), "source") if group == "projects" else case.spec.key_place(group, entry)
