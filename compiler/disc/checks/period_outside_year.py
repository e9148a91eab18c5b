"""A project's period has no month in the budget year.

What this year's budget pays for is carried out this year, at least in part. A period that lies wholly before or after
it was mostly copied from an older budget. Projects paid from carry-over are not looked at: theirs is often the period
that was planned at first. Neither are periods that run backwards (`period-reversed`).

今年预算安排的事，至少有一部分在今年完成。实施期整个在本年之前或之后，多半是从旧预算抄来的。用结转资金的项目不查，它
们的实施期常是当初计划的。起止颠倒的由 period-reversed 检查。

FAIL:

    projects:
      - {name: 修路, function: 2010301, source: general, amount: 30, ▸period: {from: "2022-01", to: "2022-12"}}

PASS:

    projects:
      - {name: 修路, function: 2010301, source: general, amount: 30, period: {from: "2022-01", to: "2024-06"}}

Mend: correct the period.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "period-outside-year",
    Level.NOTICE,
    Words("项目的执行时间不在预算年度内", "A period lies outside the budget year"),
    Words(
        "资金执行时间 {start} 至 {end}，没有一个月在 {year} 年",
        "the period, {start} to {end}, has no month in {year}",
    ),
    Words("核对是否沿用了以前年度的时间", "Check whether it was copied from another year's budget"),
)

RESTS_ON = ("address-disagrees", "period-reversed")


def applies(case: Case) -> bool:
    """Return whether any project has a period."""
    return any("period" in entry for entry in case.spec.own_fields.get("projects", ()))


def check(case: Case) -> Iterator[Diagnostic]:
    """Hold each period against the year."""
    year, ledger = case.spec.year, case.spec.ledger
    for number, entry in enumerate(case.spec.own_fields.get("projects", ())):
        if "period" not in entry or "carryover" in ledger.ancestry("source", entry["source"]):
            continue
        start, end = entry["period"]["from"], entry["period"]["to"]
        if start <= end and not start[:4] <= str(year) <= end[:4]:
            yield RULE.at(case.spec.key_place("projects", number, "period"), start=start, end=end, year=year)
