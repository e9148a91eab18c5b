"""The document was published before it was approved.

Only an approved budget is published, and only approved final accounts (预算法, art. 14). One of the two dates is wrong,
or they were exchanged.

批复了的预算、决算才公开（预算法第十四条）。要么有一个日期写错了，要么两个写反了。

FAIL:

    publication: {approved: "2024-02-21", date: ▸"2024-02-05"}

PASS:

    publication: {approved: "2024-02-05", date: "2024-02-05"}

Mend: correct the date that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "published-before-approval",
    Level.WARNING,
    Words("公开早于批复", "Published before approval"),
    Words("公开日期 {date} 早于批复日期 {approved}", "published on {date}, before the approval on {approved}"),
    Words("改正写错的日期，或两者写反了", "Correct the date that is wrong; perhaps they were exchanged"),
)

RESTS_ON = ("date-outside-year",)


def applies(case: Case) -> bool:
    """Return whether both dates are stated."""
    return all(name in case.spec.fields.get("publication", {}) for name in ("approved", "date"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the two dates; as they are written, their order is that of time."""
    if not applies(case):
        return
    publication = case.spec.fields["publication"]
    if publication["date"] < publication["approved"]:
        yield RULE.at(
            case.spec.place("publication", "date"),
            related=(case.spec.place("publication", "approved"),),
            date=publication["date"],
            approved=publication["approved"],
        )
