"""The spec states no money at all.

A disclosure publishes a budget, or final accounts; a unit without any has nothing to publish, and every table and
sentence would be empty.

公开文件公开的是预算或决算；一分钱都没有，就没有可以公开的内容，所有的表和句子都会是空的。

FAIL:

    ▸basic: {}
    projects: []

PASS:

    basic: {}
    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]

Mend: state basic expenditure or projects; of final accounts, income too. An entity without a budget needs no spec.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "no-money",
    Level.ERROR,
    Words("没有任何金额", "No money is stated"),
    Words("{what_zh}都是空的", "{what_en} are all empty"),
    Words(
        "填写 {fields_zh}；没有收支的单位不需要公开文件",
        "State {fields_en}; where there is no money there is nothing to publish",
    ),
)
FIRM = True

# What is empty, and what is to be filled in: in a budget, and in final accounts.
_IN_BUDGET = (
    Words("基本支出和项目支出", "basic expenditure and projects"),
    Words("basic 或 projects", "basic or projects"),
)
_IN_ACCOUNTS = (
    Words("收入、支出和结转结余", "income, expenditure and balances"),
    Words("income、basic、projects 或 balances", "income, basic, projects or balances"),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for a line that is money."""
    if not case.spec.ledger.select(()):
        what, fields = _IN_ACCOUNTS if is_accounts(case) else _IN_BUDGET
        yield RULE.at(
            case.spec.key_place("basic"),
            related=(case.spec.key_place("projects"),),
            what_zh=what.zh,
            what_en=what.en,
            fields_zh=fields.zh,
            fields_en=fields.en,
        )
