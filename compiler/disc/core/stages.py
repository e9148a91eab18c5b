"""Stages of money: what a document is about, and what it is compared with.

A budget is compared with last year's budget and outturn; final accounts (决算), with last year's and with this year's
budget, as approved (年初预算数) and as adjusted in the course of the year (全年预算数).
"""

from __future__ import annotations

from collections.abc import Mapping

THIS_YEAR = ""
"""What the document is about: this year's budget, or this year's outturn."""

LAST_BUDGET, LAST_OUTTURN = "last_budget", "last_outturn"
"""Last year's budget (上年预算数) and outturn (上年决算数, or 上年预算执行数 before there are accounts)."""

THIS_BUDGET, ADJUSTED_BUDGET = "budget", "adjusted_budget"
"""This year's budget beside this year's outturn."""

STATED_AT: Mapping[str, tuple[str, ...]] = {
    LAST_BUDGET: ("last_year", "budget"),
    LAST_OUTTURN: ("last_year", "outturn"),
    THIS_BUDGET: ("budget",),
    ADJUSTED_BUDGET: ("adjusted_budget",),
}
"""Where a spec states each stage that it is compared with, in the order in which documents have them."""


def year_of(stage: str, year: int) -> int:
    """Return the fiscal year that a stage is about, in a document of a year."""
    return year - (stage in (LAST_BUDGET, LAST_OUTTURN))
