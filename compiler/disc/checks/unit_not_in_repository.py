"""Some units of a department have a spec of the same year and kind here, and this one has none.

Units publish their own budgets and final accounts beside those of their department (财预〔2016〕143号). Where none of
them has a spec in the repository, the department is here alone, and nothing is said; where some have, the others are
probably forgotten. A unit without `id` cannot be found, and counts as one that has none. A spec that has errors is
there.

单位的预算、决算与部门的一起公开（财预〔2016〕143号）。所属单位一个文件都没有的，说明这里只放部门的文件，不报告；有的
单位有、有的没有，没有的多半是忘了。没有写 id 的单位无法查找，算作没有文件；有错误的文件算有。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    units:
      - {name: 某中心, type: institution, id: centre, region: 653023}
      - ▸{name: 某站, type: institution, id: station}
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    units: [{name: 某中心, type: institution, id: centre, region: 653023}]
    --- specs/example/centre/2024-budget.yaml
    entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}

Mend: add the unit's spec; or give the `id` (and `region`) under which it has one.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import called
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "unit-not-in-repository",
    Level.NOTICE,
    Words("所属单位没有文件", "A unit of a department has no spec"),
    Words(
        "本库有这个部门 {known} 个所属单位 {year} 年{kind_zh}的文件，没有{name}的",
        "the repository has specs of {known} of the department's units for the {kind_en} of {year}, and none of {name}",
    ),
    Words("加上该单位的文件，或在这里写上它的 id", "Add the unit's spec, or give the id that it has here"),
)


def applies(case: Case) -> bool:
    """Return whether some unit of a department has a spec."""
    return bool(case.known_units)


def across(case: Case) -> Iterator[Diagnostic]:
    """Look for units without a spec beside units with one."""
    entries, kind = case.spec.fields.get("units", ()), called(case)
    for number, entry in enumerate(entries):
        span = case.spec.place("units", number)
        if case.known_units and span in case.unknown_units:
            yield RULE.at(
                span,
                known=len(case.known_units),
                year=case.spec.year,
                kind_zh=kind.zh,
                kind_en=kind.en,
                name=entry["name"],
            )
