"""Amounts that the document is compared with come from a draft.

What it is compared with is taken from last year's file, and of final accounts also from this year's budget. While that
file says `draft: true` it is not published, so no reader can look the amounts up, and they may still change.

今年与上年相比的数取自上年的文件，决算的年初预算数取自本年的预算文件。那份文件还写着 draft: true，就没有公开，读者查不
到这些数，它们也还可能变。

FAIL:

    ▸year: 2024
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 取消一次性奖励, project: 上年修桥已完工}
    draft: true

FAIL:

    --- specs/…/2024-accounts.yaml
    ▸year: 2024
    --- specs/…/2024-budget.yaml
    draft: true

PASS:

    year: 2024
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 取消一次性奖励, project: 上年修桥已完工}

Mend: publish that file first (take `draft` out), or say under `accepted` why this one may come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "last-year-draft",
    Level.WARNING,
    Words("用来比较的数出自草稿", "Amounts to compare with come from a draft"),
    Words("{what_zh}取自 {file}，它还是草稿，没有公开", "{what_en} amounts are those of {file}, an unpublished draft"),
    Words(
        "先公开那份文件（删去 draft），或在 accepted 中写明原因",
        "Publish that spec first (take out `draft`), or accept this finding with the reason",
    ),
)

_LAST, _BUDGET = Words("上年的数", "last year's"), Words("年初预算数", "this year's budget")


def applies(case: Case) -> bool:
    """Return whether a spec to compare with is known, and this one is to be published."""
    return bool(case.others) and case.spec.fields.get("draft") is not True


def across(case: Case) -> Iterator[Diagnostic]:
    """Look at what the other specs say of themselves."""
    for other in case.others:
        spec = other.spec
        if spec.fields.get("draft") is True:
            what = _LAST if spec.year < case.spec.year else _BUDGET
            place, related = case.spec.key_place("year"), (spec.key_place("draft"),)
            yield RULE.at(place, related=related, what_zh=what.zh, what_en=what.en, file=spec.file)
