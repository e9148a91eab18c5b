"""A reason is word for word last year's.

What explained last year's change seldom explains this year's too; a file that is carried on keeps its old reasons.
Punctuation and spaces do not count. Only where last year's spec of the same entity is in the repository; remarks are
not compared, nor why an amount stayed as it was: an office without cars says so every year.

说明上年变化的原因，很少也能说明今年的；沿用旧文件，旧原因就留了下来。标点和空格不计。只有仓库里有同一单位上年的文件
时才比较；remark 不比较；今年没有增减的也不比较：没有公务用车的单位，年年都这样写。

FAIL:

    reasons: {2010301: ▸人员增加, project: 新增修路项目}
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 人员增加。, project: 修路项目扩大}

PASS:

    reasons: {2010301: 招录2名公务员, project: 新增修路项目}
    --- specs/xinjiang/office/2023-budget.yaml
    year: 2023
    basic: {general: {by_function: {2010301: 90, 2080505: 20}, by_economic: {30101: 80, 30108: 20, 30201: 10}}}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 20}}]
    last_year: {budget: {sources: {general: {total: 130}}}}
    reasons: {2010301: 人员增加。, project: 修路项目扩大}

Mend: write this year's reason; if last year's holds again, accept the finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "same-reason-as-last-year",
    Level.NOTICE,
    Words("原因与上年的一字不差", "A reason is word for word last year's"),
    Words("{key} 的原因与 {year} 年的相同：{reason}", "the reason for {key} is that of {year}: {reason}"),
    Words("核对本年是否仍是这个原因", "See whether it still holds"),
)

_MARKS = re.compile(r"[\s，。；、：,.;:]")


def applies(case: Case) -> bool:
    """Whether both years' specs state reasons."""
    return case.last is not None and "reasons" in case.spec.fields and "reasons" in case.last.spec.fields


def told(case: Case) -> Iterator[Diagnostic]:
    """Compare the reason of each change with last year's under the same name."""
    if case.last is None or case.document is None:
        return
    last = case.last.spec
    before = last.fields.get("reasons", {})
    changed = {change.reason for change in case.document.changes if change.amount is not None}
    for key, reason in case.spec.fields.get("reasons", {}).items():
        other = before.get(key) if key in changed else None
        if isinstance(reason, str) and isinstance(other, str) and _bare(reason) == _bare(other):
            place, related = case.spec.place("reasons", key), [last.place("reasons", key)]
            yield RULE.at(place, related=related, key=key, year=last.year, reason=reason)


def _bare(text: str) -> str:
    return _MARKS.sub("", text)
