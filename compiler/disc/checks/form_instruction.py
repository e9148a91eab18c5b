"""An instruction to the person who fills in the form was left in a text.

Official layouts come with advice in brackets: （按部门单位预算公开表三进行说明）, 无内容应公开空表并说明情况,
（将名词解释全部保留）. It is not part of what is to be published.

表样里带有给填表人看的说明，如“（按部门单位预算公开表三进行说明）”“无内容应公开空表并说明情况”“（将名词解释全部
保留）”。这些话不是要公开的内容。

FAIL:

    other_matters: ▸（按部门单位预算公开表三“支出总体情况表”进行说明。）我单位无其他事项。

PASS:

    other_matters: 我单位按规定进行说明（按月填报），无其他事项。

Mend: take the instruction out, and see that what it asks for is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted, starting

RULE = Rule(
    "form-instruction",
    Level.ERROR,
    Words("表样的填写说明没有删去", "An instruction of the form was left in"),
    Words("“{words}”是写给填报人的说明", "“{words}” is said to whoever fills in the form"),
    Words("删去它，并核对它要求的内容是否已写", "Take it out, and see that what it asks for is stated"),
)

_INSIDE = "[^（）()\n\0]"
_INSTRUCTION = starting(
    "（(备无按",
    "|".join(
        (
            "[（(](?:请|应)?(?:按照?|根据|参照|对照)[^\n\0]{0,30}表[^\n\0]{0,40}?(?:填列|填写|填报|说明)[。；]?[）)]",
            f"[（(](?:请|应|需)?按?{_INSIDE}{{0,12}}(?:分别|逐项|如实|据实)(?:填列|填写|填报|说明){_INSIDE}{{0,4}}[）)]",
            f"[（(](?:请|将){_INSIDE}{{0,20}}(?:保留|删除|删去){_INSIDE}{{0,6}}[）)]",
            f"[（(](?:如|若){_INSIDE}{{1,20}}(?:请|应|须|需|则){_INSIDE}{{0,12}}(?:说明|填写|删除|删去|填列){_INSIDE}{{0,6}}[）)]",
            "(?:备注：)?无内容(?:的|，)?应?(?:当)?公开空表(?:并|，)?说明(?:情况|原因)?",
            "按部门（?单位）?[预决]算公开表[^。\n\0]{0,30}(?:说明|填列)",
            "[（(](?:必填|选填|填写说明|填报说明|样表|样例)[^（）()\n\0]{0,20}[）)]",
        )
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for instructions in every text."""
    for path, _, matches in case.spec.texts.find(_INSTRUCTION):
        yield RULE.at(case.spec.place(*path), words=quoted(matches))
