"""A department names the same unit twice.

Its money would be counted twice.

写两次，它的钱就会加两次。

FAIL:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    of_which: {operating_cost: 10}
    units:
      - {name: 某局本级, type: administrative, id: headquarters}
      - {name: 某中心, type: institution, id: ▸headquarters}

PASS:

    form: shanghai/district-department-budget
    entity: {id: office, name: 某区某局, region: 310107, level: department, type: administrative}
    reasons: {}
    of_which: {operating_cost: 10}
    units:
      - {name: 某局本级, type: administrative, id: headquarters}
      - {name: 某中心, type: institution, id: centre}

Mend: take one of the two out, or correct its `id` or `region`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "unit-twice",
    Level.ERROR,
    Words("同一个所属单位写了两次", "A unit is named twice"),
    Words("{id} 已经写过，它的金额会重复计入", "{id} stands here already, and its money would count twice"),
    Words("删去其中一条，或改正 id、region", "Take one of the two out, or correct id or region"),
)


def applies(case: Case) -> bool:
    """Return whether units are named."""
    return bool(case.spec.fields.get("units"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the identities of the units."""
    seen: dict[tuple[str, str], int] = {}
    for number, entry in enumerate(case.spec.fields.get("units", ())):
        if "id" not in entry:
            continue
        identity = str(entry.get("region", case.spec.entity["region"])), entry["id"]
        first = seen.setdefault(identity, number)
        if first != number:
            place, other = (case.spec.place("units", n, "id") for n in (number, first))
            yield RULE.at(place, related=(other,), id=entry["id"])
