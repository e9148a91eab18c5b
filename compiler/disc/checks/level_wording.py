"""A unit calls itself a department (本部门), or a department a unit (本单位).

A unit (单位) and the department (部门) it belongs to publish different documents. Whose it is, `entity.level` says;
words of the other come out of the other's file. 本部门（单位） will do for both. Performance indicators are not
looked at: their wording comes from the finance office.

单位和它所属的部门公开的是不同的文件。entity.level 说明这是谁的文件；自称写成另一级，多半是从另一级的文件抄来的。写
“本部门（单位）”两级都可以。绩效指标不查，它们的措辞来自财政部门。

FAIL:

    other_matters: ▸本部门无其他事项。

PASS:

    other_matters: 本单位无其他事项，与主管部门一致；本部门（单位）如此。

Mend: write 本单位 or 本部门; or correct `entity.level`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted

RULE = Rule(
    "level-wording",
    Level.NOTICE,
    Words("自称与公开层级不符", "What the office calls itself does not fit its level"),
    Words(
        "这是{level_zh}的文件，文中写“{words}”",
        "this is the file of a {level_en}, and the text says “{words}”",
    ),
    Words("改为“{mend}”，或改正 entity.level", "Write “{mend}”, or correct entity.level"),
)

_UNIT, _DEPARTMENT = ("单位", "unit"), ("部门", "department")
# By level: what it is called, what it should not be called, and that as a pattern.
_LEVELS = {
    "unit": (_UNIT, _DEPARTMENT, re.compile("(?<!基)本部门(?!（?[及和或、/]?单位|[(])")),
    "department": (_DEPARTMENT, _UNIT, re.compile("(?<![基日])本单位(?!（?[及和或、/]?部门|[(])")),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for the other level's name in every text but indicators."""
    own, other, pattern = _LEVELS[case.spec.entity["level"]]
    for path, _, matches in case.spec.texts.find(pattern):
        if "indicators" not in path:
            words = quoted(matches)
            mend = words.replace(other[0], own[0])
            yield RULE.at(case.spec.place(*path), level_zh=own[0], level_en=own[1], words=words, mend=mend)
