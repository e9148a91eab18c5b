"""A date of publication does not fit the fiscal year.

A budget is approved around the beginning of its year. A date before October of the year before, or after the year
itself, is most likely that of another year's document. Final accounts are approved and published in the year after,
from April: what is earlier is mostly the date of a budget. A correction may come later, but hardly five years after.

预算在年度开始前后批复。日期早于上年 10 月，或晚于预算年度，多半是从别的年度的文件里抄来的。决算在下一年批复和公开，
早于下一年 4 月的，多半是预算的日期。更正可以更晚，但不大可能晚五年。

FAIL:

    publication: {date: ▸"2023-02-21"}

FAIL:

    publication: {approved: ▸"2025-01-31"}

FAIL:

    --- specs/…/2024-accounts.yaml
    publication: {approved: ▸"2024-02-05", date: ▸"2024-02-21"}

FAIL:

    publication: {date: "2024-02-21"}
    corrections:
      - {date: ▸"2042-03-15", what: 表3的合计由100万元更正为101万元, why: 漏填一项}

PASS:

    publication: {approved: "2023-12-28", date: "2024-01-15"}

    --- specs/…/2024-accounts.yaml
    publication: {approved: "2025-08-28", date: "2025-09-10"}

Mend: correct the date, or `year`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disc.checks.engine.kind import called, is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.tree import Path

RULE = Rule(
    "date-outside-year",
    Level.WARNING,
    Words("批复、公开或更正的日期与年度不符", "A date of publication does not fit the fiscal year"),
    Words("{date} 不像 {year} 年{kind_zh}批复、公开或更正的日期", "{date} is hardly a date of the {kind_en} of {year}"),
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
    year, publication, kind = case.spec.year, case.spec.fields.get("publication", {}), called(case)
    first, last = (f"{year + 1}-04-01", year + 1) if is_accounts(case) else (f"{year - 1}-10-01", year)
    stated: list[tuple[Path, Any]] = [(("publication", name), publication.get(name)) for name in _DATES]
    wrong = [(path, date) for path, date in stated if date and not first <= date <= f"{last}-12-31"]
    for number, correction in enumerate(case.spec.fields.get("corrections", ())):
        if (date := correction["date"]) > f"{last + _YEARS_TO_CORRECT}-12-31":
            wrong.append((("corrections", number, "date"), date))
    for path, date in wrong:
        yield RULE.at(case.spec.place(*path), date=date, year=year, kind_zh=kind.zh, kind_en=kind.en)
