"""A project's period ends before it begins.

The period of a project (资金执行时间) runs from its first to its last month; they may be the same.

项目的实施期（资金执行时间）从开始的月份到结束的月份，两者可以相同。

FAIL:

    projects:
      - {name: 修路, function: 2010301, source: general, amount: 30, period: {from: "2024-12", to: ▸"2024-01"}}

PASS:

    projects:
      - {name: 修路, function: 2010301, source: general, amount: 30, period: {from: "2024-01", to: "2024-12"}}

Mend: exchange the two months, or correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "period-reversed",
    Level.ERROR,
    Words("项目的起止时间颠倒", "A period ends before it begins"),
    Words("资金执行时间从 {start} 到 {end}，止于开始之前", "the period runs from {start} to {end}, backwards"),
    Words("改正起止年月", "Correct the months"),
)


def applies(case: Case) -> bool:
    """Return whether any project has a period."""
    return any("period" in entry for entry in case.spec.own_fields.get("projects", ()))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the two months of each period; written as they are, their order is that of time."""
    for number, entry in enumerate(case.spec.own_fields.get("projects", ())):
        period = entry.get("period")
        if period and period["to"] < period["from"]:
            path = ("projects", number, "period")
            yield RULE.at(
                case.spec.place(*path, "to"),
                related=(case.spec.place(*path, "from"),),
                start=period["from"],
                end=period["to"],
            )
