"""The change in people is not the difference between this year's number and last year's.

Where last year's spec of the same entity is in the repository, its active people, and those who joined, and less those
who left, are this year's. If they are not, one of the four numbers is wrong, or was copied.

仓库里有同一单位上年的文件时，上年的在职人数加上增加的、减去减少的，应当等于今年的在职人数。不相等，四个数中就有一个
写错了或是照抄的。

FAIL:

    staffing: {authorised: 10, active: ▸8, joined: 1, left: 0}
    last_year: {}
    reasons: {}
    --- specs/xinjiang/county/office/2023-budget.yaml
    kind: budget
    form: xinjiang/unit-budget
    year: 2023
    unit: 万元
    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}
    overview: {functions: [办文], subordinate_units: []}
    basic: {general: {by_function: {2010301: 120}, by_economic: {30101: 110, 30201: 10}}}
    projects: []
    last_year: {}
    reasons: {}
    staffing: {authorised: 10, active: 9}

PASS:

    staffing: {authorised: 10, active: 8, joined: 1, left: 2}
    last_year: {}
    reasons: {}
    --- specs/xinjiang/county/office/2023-budget.yaml
    kind: budget
    form: xinjiang/unit-budget
    year: 2023
    unit: 万元
    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}
    overview: {functions: [办文], subordinate_units: []}
    basic: {general: {by_function: {2010301: 120}, by_economic: {30101: 110, 30201: 10}}}
    projects: []
    last_year: {}
    reasons: {}
    staffing: {authorised: 10, active: 9}

Mend: correct the number that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, subtract, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "staffing-change",
    Level.WARNING,
    Words("人员增减与上年人数对不上", "People do not follow from last year's"),
    Words(
        "在职 {active} 人；上年 {last} 人，加上增加的 {joined} 人，减去减少的 {left} 人，应为 {sum} 人",
        "{active} people are active, but last year's {last}, and {joined} who joined, less {left} who left, are {sum}",
    ),
    Words("核对在职人数和增减人数", "Check the numbers of people"),
)

_PARTS = ("active", "joined", "left")


def applies(case: Case) -> bool:
    """Return whether the changes are stated, and last year's spec states the people."""
    here = all(case.spec.stated(f"staffing.{part}") for part in _PARTS)
    return here and case.last is not None and bool(case.last.spec.stated("staffing.active"))


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the active with those of last year, and the changes."""
    if case.last is None or not applies(case):
        return
    (active,), (joined,), (left,) = (case.spec.stated(f"staffing.{part}") for part in _PARTS)
    (before,) = case.last.spec.stated("staffing.active")
    wanted = subtract(add(before.amount, joined.amount), left.amount)
    if active.amount != wanted:
        yield RULE.at(
            active.span,
            related=(joined.span, left.span, before.span),
            active=to_text(active.amount),
            last=to_text(before.amount),
            joined=to_text(joined.amount),
            left=to_text(left.amount),
            sum=to_text(wanted),
        )
