"""A department says of a unit something else than the unit's own spec.

Readers look for a unit by the name that its department gives it, and forms count units by type. Compared are name and
type, for each unit whose spec of the same year is in the repository.

读者按部门写的名称找单位，表样按类型数单位。仓库里有该单位同年文件的，比较名称和类型。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    units: [{name: ▸某局中心, type: ▸administrative, id: centre, region: 653023}]
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    units: [{name: 某中心, type: institution, id: centre, region: 653023}]
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

Mend: correct the entry in the department's spec, or the unit's own spec.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case, Unit
from disc.load.tree import Map

RULE = Rule(
    "unit-entry-differs",
    Level.WARNING,
    Words("部门写的所属单位与该单位的文件不符", "A department's entry of a unit differs from the unit's spec"),
    Words(
        "这里写的{what_zh}是“{stated_zh}”，该单位自己的文件是“{found_zh}”",
        "the {what_en} is “{stated}” here and “{found}” in the unit's own spec",
    ),
    Words("改正部门或该单位文件中写错的一处", "Correct the department's spec or the unit's, whichever is wrong"),
)

_FIELDS = (("name", "名称", "name"), ("type", "类型", "type"))


def applies(case: Case) -> bool:
    """Return whether some unit of a department has a spec."""
    return bool(case.known_units)


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the entries of units with their specs."""
    units = {unit.span: unit for unit in case.known_units}
    entries = case.spec.fields.get("units", ())
    for number, entry in enumerate(entries):
        if unit := units.get(case.spec.place("units", number)):
            yield from _compared(case, number, entry, unit)


def _compared(case: Case, number: int, entry: Map, unit: Unit) -> Iterator[Diagnostic]:
    titles = {"type": case.classification.members["entity_type"]}
    for field, what_zh, what_en in _FIELDS:
        stated, found = str(entry[field]), str(unit.spec.entity[field])
        if stated != found:
            span, other = case.spec.place("units", number, field), unit.spec.place("entity", field)
            yield RULE.at(
                span,
                related=(other,),
                what_zh=what_zh,
                what_en=what_en,
                stated=stated,
                found=found,
                stated_zh=titles.get(field, {}).get(stated, stated),
                found_zh=titles.get(field, {}).get(found, found),
            )
