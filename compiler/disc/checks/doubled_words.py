"""A mark of punctuation or a word stands twice in a row: ，， 。。 的的 增加增加.

Only marks, and words that never follow themselves, are looked for: 目的的确, 参与与否 and 以及及时 are right.

只查找重复的标点，以及从来不会连用的词。“目的的确”“参与与否”“以及及时”都是对的。

FAIL:

    other_matters: ▸我单位，，无其他的的事项。

PASS:

    other_matters: 我单位的目的的确明确，常常参与与会讨论，以及及时反馈，谢谢……

Mend: take one of the two out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted, starting

RULE = Rule(
    "doubled-words",
    Level.WARNING,
    Words("标点或词语重复", "Punctuation or a word stands twice"),
    Words("“{words}”重复了", "“{words}” is a repetition"),
    Words("删去多余的", "Take one of the two out"),
)

_DOUBLED = starting(
    "，、。；：的与及主增减下支经预决安",
    "，[，、。；：]+|、[、，。；：]+|。[。，、；：]+(?!万元|元)|；[；，、。：]+|：[：，、。；]+"
    "|(?<!目)的的(?!确|士)|(?<![参给赋授付])与与|(?<![以普涉触波危企])及及(?!时|格|早)"
    "|主要原因(?:是|为)?：?主要原因(?:是|为)?|主要用于：?主要用于|主要用于用于"
    "|增加增加(?!值)|减少减少|增长增长|下降下降|支出支出|经费经费|预算预算|决算决算|安排安排",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for repetitions in every text."""
    for path, _, matches in case.spec.texts.find(_DOUBLED):
        yield RULE.at(case.spec.place(*path), words=quoted(matches))
