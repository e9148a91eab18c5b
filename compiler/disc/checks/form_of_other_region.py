"""The form is for another region.

Each region sets its own layout. A form can name a division; it is then for the entities of that division and of all
that lie in it by their codes (GB/T 2260).

各地区的表样由当地规定。表样可以指定行政区划，那么它只适用于该区划以及代码属于该区划的单位（GB/T 2260）。

FAIL:

    entity: {id: office, name: 某县某办公室, region: ▸310107, level: unit, type: administrative}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}

Mend: name the form of this region, or correct `entity.region`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.regions import lies_in
from disc.load.spec_reader import Case

RULE = Rule(
    "form-of-other-region",
    Level.ERROR,
    Words("表样不适用于这个地区", "The form is for another region"),
    Words(
        "表样 {form} 用于 {wanted}，{found} 不在其中", "the form {form} is for {wanted}, which {found} does not lie in"
    ),
    Words("改用本地区的表样，或改正 entity.region", "Name the form of this region, or correct entity.region"),
)
RESTS_ON = ("unknown-region",)


def applies(case: Case) -> bool:
    """Return whether the form is for one region alone."""
    return bool(case.form.region)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look whether the entity's region lies in the form's."""
    found, wanted = str(case.spec.entity["region"]), case.form.region
    if wanted and not lies_in(found, wanted):
        yield RULE.at(case.spec.place("entity", "region"), form=case.form.id, wanted=wanted, found=found)
