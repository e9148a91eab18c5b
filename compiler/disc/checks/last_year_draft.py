"""Last year's amounts come from a draft.

What this budget is compared with is taken from last year's file. While that says `draft: true` it is not published, so
no reader can look the amounts up, and they may still change.

今年与上年相比的数取自上年的文件。上年的文件还写着 draft: true，就没有公开，读者查不到这些数，它们也还可能变。

FAIL:

    ▸year: 2024
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 取消一次性奖励, project: 上年修桥已完工}
    draft: true

PASS:

    year: 2024
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 取消一次性奖励, project: 上年修桥已完工}

Mend: publish last year's file first (take `draft` out), or say under `accepted` why this one may come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "last-year-draft",
    Level.WARNING,
    Words("上年的数出自草稿", "Last year's amounts come from a draft"),
    Words("上年的数取自 {file}，它还是草稿，没有公开", "last year's amounts are those of {file}, an unpublished draft"),
    Words(
        "先公开上年的文件（删去 draft），或在 accepted 中写明原因",
        "Publish last year's spec first (take out `draft`), or accept this finding with the reason",
    ),
)


def applies(case: Case) -> bool:
    """Return whether last year's spec is known, and this one is to be published."""
    return case.last is not None and case.spec.fields.get("draft") is not True


def across(case: Case) -> Iterator[Diagnostic]:
    """Look at what last year's spec says of itself."""
    if applies(case) and case.last is not None and case.last.spec.fields.get("draft") is True:
        last = case.last.spec
        yield RULE.at(case.spec.key_place("year"), related=(last.key_place("draft"),), file=last.file)
