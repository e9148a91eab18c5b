"""Some vehicles have a value, and others have none.

The value of all vehicles is added up from those that are stated, so it would be that of some of them only and stand in
the text as the value of all. Kinds of which there are none need no value. Where the form shows no values of vehicles,
nothing is wrong.

车辆的总价值由各类车辆的价值相加。有的写了、有的没有写，句子里的总价值就只是其中一部分车辆的。没有车辆的类别不用写价值。
表样不写车辆价值的，不检查。

FAIL:

    assets: {as_of: "2023-12-31", vehicles: {general: {count: 2, value: 36}, special: ▸{count: 1}}}
    basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30231: 10}}}
    reasons: {2010301: 人员增加, project: 新增项目, vehicle_operation: 新增车辆}

PASS:

    assets: {as_of: "2023-12-31", vehicles: {general: {count: 2, value: 36}, special: {count: 0}}}
    basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30231: 10}}}
    reasons: {2010301: 人员增加, project: 新增项目, vehicle_operation: 新增车辆}

Mend: state the value of all vehicles. If that of some is not known, leave it out everywhere: then none is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import lines_of
from disc.load.spec_reader import Case

RULE = Rule(
    "vehicle-values",
    Level.ERROR,
    Words("只写了一部分车辆的价值", "Only some vehicles have a value"),
    Words(
        "{kind}有 {count} 辆，没有写价值，别的写了：总价值就少算了",
        "the {count} vehicles of this kind ({kind}) have no value while others have: the total lacks theirs",
    ),
    Words(
        "补上价值；有一类不知道的，各类都不写，句子里就没有总价值",
        "State it; if that of one kind is not known, leave out all, and no total is shown",
    ),
)

_PLACE = ("assets", "vehicles")


def applies(case: Case) -> bool:
    """Return whether the value of any vehicles is stated and shown."""
    return any("value" in kind for kind in _kinds(case).values()) and _shows_values(case)


def told(case: Case) -> Iterator[Diagnostic]:
    """Look for kinds that there are, and that have no value while others have."""
    kinds = _kinds(case)
    stated = [case.spec.place(*_PLACE, name, "value") for name, kind in kinds.items() if "value" in kind]
    for name, kind in kinds.items():
        if stated and kind["count"] and "value" not in kind:
            title = case.titles.of((*_PLACE, name))[-1]
            yield RULE.at(case.spec.place(*_PLACE, name), related=stated, kind=title, count=kind["count"])


def _shows_values(case: Case) -> bool:
    """Return whether the value of any vehicles is in a figure of the document."""
    document = case.document
    if document is None:
        return False
    values = {".".join((*_PLACE, name, "value")) for name in _kinds(case)}
    stated = {number for number, line in enumerate(document.lines) if line.path in values}
    return any(not stated.isdisjoint(lines_of(figure)) for figure in document.figures)


def _kinds(case: Case) -> Mapping[str, Any]:
    """Return the vehicles by kind that this file itself states; those of units are judged as they are added up."""
    kinds: Mapping[str, Any] = case.spec.own_fields.get("assets", {}).get("vehicles", {})
    return kinds
