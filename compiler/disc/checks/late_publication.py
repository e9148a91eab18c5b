"""The document was published later than 20 days after it was approved.

A department publishes its budget, and its final accounts, within twenty days of their approval by the finance office
(预算法, art. 14). The days between `approved` and `date` are counted; the twentieth is still in time. Where one of the
two is not stated, there is nothing to compare.

部门预算、决算应当在财政部门批复后二十日内公开（预算法第十四条）。本检查数 approved 与 date 之间的天数，第二十天仍算按
时。两个日期缺一个就不比较。

FAIL:

    publication: {approved: "2024-02-05", date: ▸"2024-02-26"}

PASS:

    publication: {approved: "2024-02-05", date: "2024-02-25"}

Mend: correct the date that is wrong. If it was late, it was: accept the finding with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "late-publication",
    Level.WARNING,
    Words("公开晚于批复后 20 日", "Published later than 20 days after approval"),
    Words(
        "批复于 {approved}，{days} 天后才公开；预算法第十四条规定批复后 {limit} 日内公开",
        "approved on {approved}, published {days} days later; art. 14 of the Budget Law allows {limit}",
    ),
    Words(
        "核对两个日期；确实晚了的，在 accepted 中写明原因",
        "Check the dates; if it was late, accept this finding with the reason",
    ),
)

RESTS_ON = ("date-outside-year", "published-before-approval")


def applies(case: Case) -> bool:
    """Return whether both dates are stated."""
    return all(name in case.spec.fields.get("publication", {}) for name in ("approved", "date"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Count the days from approval to publication."""
    if not applies(case):
        return
    publication = case.spec.fields["publication"]
    days = (date.fromisoformat(publication["date"]) - date.fromisoformat(publication["approved"])).days
    limit = case.settings.threshold("days_to_publish")
    if days > limit:
        yield RULE.at(
            case.spec.place("publication", "date"),
            related=(case.spec.place("publication", "approved"),),
            approved=publication["approved"],
            days=days,
            limit=limit,
        )
