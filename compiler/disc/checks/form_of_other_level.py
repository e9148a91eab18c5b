"""The form is for entities of another level.

The layouts of departments and of units differ: in their parts, in the titles of their tables, in whom they speak of. A
form says for which of the two it is.

部门和单位的表样不一样：组成部分、表名、自称都不同。每个表样写明适用于哪一级。

FAIL:

    entity: {id: office, name: 某县某办公室, region: 653023, level: ▸department, type: administrative}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}

Mend: name the form for this level, or correct `entity.level`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "form-of-other-level",
    Level.ERROR,
    Words("表样不适用于这一层级", "The form is for another level"),
    Words("表样 {form} 用于 {wanted}，这里是 {found}", "the form {form} is for a {wanted}, this is a {found}"),
    Words("改用这一层级的表样，或改正 entity.level", "Name the form for this level, or correct entity.level"),
)


def applies(case: Case) -> bool:
    """Return whether the form is for one level alone."""
    return bool(case.form.level)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the entity's level with that of the form."""
    found, wanted = case.spec.entity["level"], case.form.level
    if wanted and found != wanted:
        yield RULE.at(case.spec.place("entity", "level"), form=case.form.id, wanted=wanted, found=found)
