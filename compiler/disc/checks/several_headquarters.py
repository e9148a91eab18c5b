"""A department names more than one headquarters.

The headquarters (部门本级) is the department itself among its units, so there is one at most: sentences name it, and
count the others as its 下属单位.

部门本级就是部门自己，所以最多一个：句子要写它的名称，并把其余的算作下属单位。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    of_which: {operating_cost: 10}
    units:
      - {name: 某局本级, type: administrative, headquarters: true}
      - {name: 某中心, type: institution, headquarters: ▸true}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    of_which: {operating_cost: 10}
    units:
      - {name: 某局本级, type: administrative, headquarters: true}
      - {name: 某中心, type: institution, headquarters: false}

Mend: take `headquarters` out of all but one.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "several-headquarters",
    Level.ERROR,
    Words("部门写了不止一个本级", "A department has several headquarters"),
    Words("{first}已经是部门本级，{name}不能也是", "{first} is the headquarters already, so {name} cannot be it too"),
    Words("只给部门本级写 headquarters: true", "Write headquarters: true for the department itself alone"),
)


def applies(case: Case) -> bool:
    """Return whether units are named."""
    return bool(case.spec.fields.get("units"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for a second headquarters, and further ones."""
    entries = case.spec.fields.get("units", ())
    first, *others = [n for n, entry in enumerate(entries) if entry.get("headquarters")] or [0]
    for number in others:
        place, other = (case.spec.place("units", n, "headquarters") for n in (number, first))
        yield RULE.at(place, related=(other,), first=entries[first]["name"], name=entries[number]["name"])
