"""The unit of a number is written twice or garbled: 20万万元, 3元元, 95%%, 百分之95%.

Such slips come from filling in a pattern that has the unit already, or from changing 元 to 万元 everywhere.

多半是样本里已经有单位，又填了一遍，或者把“元”全部替换成了“万元”。

FAIL:

    other_matters: ▸另有3万万元，完成率95%

PASS:

    other_matters: 另有3万元，完成率95%，百分之五

Mend: write the unit once; where it is the unit of a derived amount, a reference brings it along.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted, starting

RULE = Rule(
    "unit-words",
    Level.WARNING,
    Words("单位重复或写错", "A unit is written twice or garbled"),
    Words("“{words}”的单位有误", "the unit in “{words}” is wrong"),
    Words("单位只写一次；引用 {{指标}} 时单位已在其中", "Write it once; a reference in braces brings its unit along"),
)

_NUMBER = r"(?:[0-9][0-9,.]*|\{[a-z_]+(?:@[a-z0-9-]+)?\})"
_GARBLED = starting(
    "0-9{百万",
    f"{_NUMBER} ?(?:万万元|元万元?|万元元|元元|亿亿元|万亿万元|%%|％％|%％|％%)"
    r"|\{[a-z_]+(?:@[a-z0-9-]+)?\} ?(?:万元|元)"
    r"|百分之[0-9.]+[%％]|万元万元(?!以)",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for garbled units in every text."""
    for path, _, matches in case.spec.texts.find(_GARBLED):
        yield RULE.at(case.spec.place(*path), words=quoted(matches))
