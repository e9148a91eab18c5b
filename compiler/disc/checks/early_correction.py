"""A correction is dated before the document was published.

What was changed before the publication is no correction: nobody had read it. One of the two dates is wrong, or the
entry tells of a change to a draft and does not belong there. A correction stands on the page and in the feed under its
date.

公开之前的修改不是更正，因为还没有人读过。要么两个日期中有一个写错了，要么这一条说的是草稿的修改，不该写在这里。更正
按它的日期显示在网页和订阅中。

FAIL:

    publication: {date: "2024-02-21"}
    corrections:
      - {date: ▸"2024-02-20", what: 表3的合计由100万元更正为101万元, why: 漏填一项}

PASS:

    publication: {date: "2024-02-21"}
    corrections:
      - {date: "2024-03-15", what: 表3的合计由100万元更正为101万元, why: 漏填一项}

Mend: correct the date that is wrong, or remove the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "early-correction",
    Level.WARNING,
    Words("更正早于公开", "Corrected before it was published"),
    Words("更正日期 {date} 早于公开日期 {published}", "corrected on {date}, before the publication on {published}"),
    Words("改正写错的日期；公开前的改动不用写", "Correct the date that is wrong; a change before publication is none"),
)

RESTS_ON = ("date-outside-year",)


def applies(case: Case) -> bool:
    """Return whether there are corrections, and a date of publication."""
    return "corrections" in case.spec.fields and "date" in case.spec.fields.get("publication", {})


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the date of each correction with that of publication; written so, their order is that of time."""
    if not applies(case):
        return
    published = case.spec.fields["publication"]["date"]
    for number, correction in enumerate(case.spec.fields["corrections"]):
        if correction["date"] < published:
            yield RULE.at(
                case.spec.place("corrections", number, "date"),
                related=(case.spec.place("publication", "date"),),
                date=correction["date"],
                published=published,
            )
