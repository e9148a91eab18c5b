"""The spec states no money at all.

A disclosure publishes a budget; a unit without one has nothing to publish, and every table and sentence would be empty.

公开文件公开的是预算；没有预算就没有可以公开的内容，所有的表和句子都会是空的。

FAIL:

    ▸basic: {}
    projects: []

PASS:

    basic: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]

Mend: state basic expenditure or projects. An entity without a budget needs no spec.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "no-money",
    Level.ERROR,
    Words("没有任何金额", "No money is stated"),
    Words("基本支出和项目支出都是空的", "both basic expenditure and projects are empty"),
    Words(
        "填写 basic 或 projects；没有预算的单位不需要公开文件",
        "State basic or projects; without a budget there is nothing to publish",
    ),
)
FIRM = True


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for a line that is money."""
    if not case.spec.ledger.select(()):
        yield RULE.at(case.spec.key_place("basic"), related=(case.spec.key_place("projects"),))
