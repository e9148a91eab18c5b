"""The assets are those of another time.

Assets are published as they were at a day shortly before the budget: mostly the last of the year before. A day in
another year than this and the last, or after the publication, was copied or mistyped. Final accounts publish the assets
as they were at the end of their own year.

预算公开的资产是编制前不久某一天的数，多半是上年年末。日期不在本年和上年，或者晚于公开日期，多半是照抄旧文件或写错
了。决算公开的是决算年度年末的数。

FAIL:

    assets: {as_of: ▸"2022-12-31", vehicles: {general: {count: 0}}}

FAIL:

    publication: {date: "2024-02-21"}
    assets: {as_of: ▸"2024-12-31", vehicles: {general: {count: 0}}}

FAIL:

    --- specs/…/2024-accounts.yaml
    assets: {as_of: ▸"2023-12-31", vehicles: {general: {count: 1}}}

PASS:

    publication: {date: "2024-02-21"}
    assets: {as_of: "2023-12-31", vehicles: {general: {count: 0}}}

Mend: correct the date; check that the assets are those of that day.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.spec_reader import Case

RULE = Rule(
    "assets-date",
    Level.WARNING,
    Words("资产的截止日期不对", "The date of the assets does not fit"),
    Words("资产截至 {date}，应当{wanted_zh}", "the assets are those of {date}, which {wanted_en}"),
    Words(
        "改正截止日期，并核对资产数是否为该日的数", "Correct the date, and check that the numbers are those of that day"
    ),
)

RESTS_ON = ("address-disagrees", "date-outside-year")


def applies(case: Case) -> bool:
    """Return whether assets are stated."""
    return "as_of" in case.spec.own_fields.get("assets", {})


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the date with the year and the day of publication."""
    if not applies(case):
        return
    year, date = case.spec.year, case.spec.fields["assets"]["as_of"]
    if is_accounts(case):
        if date != (end := f"{year}-12-31"):
            wanted = Words(f"是 {end} 的数", f"is not {end}")
            yield RULE.at(case.spec.place("assets", "as_of"), date=date, wanted_zh=wanted.zh, wanted_en=wanted.en)
        return
    published = case.spec.fields.get("publication", {}).get("date")
    first, last = f"{year - 1}-01-01", f"{year}-12-31"
    related: tuple[Span, ...] = ()
    if published and first <= published < last:
        last, related = published, (case.spec.place("publication", "date"),)
    if not first <= date <= last:
        wanted = Words(f"在 {first} 至 {last} 之间", f"does not lie between {first} and {last}")
        place = case.spec.place("assets", "as_of")
        yield RULE.at(place, related=related, date=date, wanted_zh=wanted.zh, wanted_en=wanted.en)
