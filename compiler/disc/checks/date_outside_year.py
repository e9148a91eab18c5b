"""A date of publication does not fit the budget year.

A budget is approved around the beginning of its year. A date before October of the year before, or after the year
itself, is most likely that of another year's document. A correction may come later, but hardly five years after.

预算在年度开始前后批复。日期早于上年 10 月，或晚于预算年度，多半是从别的年度的文件里抄来的。更正可以更晚，但不
大可能晚五年。

FAIL:

    publication: {date: ▸"2023-02-21"}

FAIL:

    publication: {approved: ▸"2025-01-31"}

FAIL:

    publication: {date: "2024-02-21"}
    corrections:
      - {date: ▸"2042-03-15", what: 表3的合计由100万元更正为101万元, why: 漏填一项}

PASS:

    publication: {approved: "2023-12-28", date: "2024-01-15"}

Mend: correct the date, or `year`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "date-outside-year",
    Level.WARNING,
    Words("批复、公开或更正的日期与预算年度不符", "A date of publication does not fit the budget year"),
    Words("{date} 不像 {year} 年预算批复、公开或更正的日期", "{date} is hardly a date of the budget of {year}"),
    Words("改正日期中的年份，或改正 year", "Correct the year of the date, or `year`"),
)

RESTS_ON = ("address-disagrees",)

_DATES = ("approved", "date")
# No rule says until when a document may be corrected; what is later than this was mistyped.
_YEARS_TO_CORRECT = 5


def applies(case: Case) -> bool:
    """Return whether any date is stated."""
    stated = case.spec.fields
    return "corrections" in stated or any(name in stated.get("publication", {}) for name in _DATES)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each date with the first and the last that are plausible."""
    year, publication = case.spec.year, case.spec.fields.get("publication", {})
    for name in _DATES:
        date = publication.get(name)
        if date and not f"{year - 1}-10-01" <= date <= f"{year}-12-31":
            yield RULE.at(case.spec.place("publication", name), date=date, year=year)
    for number, correction in enumerate(case.spec.fields.get("corrections", ())):
        if (date := correction["date"]) > f"{year + _YEARS_TO_CORRECT}-12-31":
            yield RULE.at(case.spec.place("corrections", number, "date"), date=date, year=year)
