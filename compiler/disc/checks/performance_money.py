"""The projects whose performance is told have more money than there is project expenditure.

A budget that names no projects says how many of them have performance targets, and with how much money. That money is
part of the project expenditure and cannot exceed it. It may be less: not every project needs targets, and how the
amount was counted is the document's own affair. So it is a warning, and never asks for equality. Of final accounts it
is the money of the projects that were evaluated (绩效自评).

不列项目名称的预算写明有多少个项目编报了绩效目标、涉及多少资金。这笔钱是项目支出的一部分，不能比项目支出多；可以少，
因为不是每个项目都要编报，怎样统计也由单位自己说明。所以这只是警告，也不要求相等。决算写的是开展绩效自评的项目。

FAIL:

    performance_projects: {count: 1, amount: ▸31}

PASS:

    performance_projects: {count: 1, amount: 29}

Mend: correct the amount (often it is in another unit than the file), or complete the projects. If final accounts count
the budget of these projects, accept the finding with that as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import reach
from disc.core.number import add
from disc.core.selection import Constraint
from disc.load.spec_reader import Case

RULE = Rule(
    "performance-money",
    Level.WARNING,
    Words("绩效涉及的资金大于项目支出", "Projects with targets or evaluations have more money than all projects"),
    Words(
        "{what_zh}的项目涉及资金 {stated}，项目支出一共只有 {sum}",
        "projects with {what_en} have {stated}, but all project expenditure is {sum}",
    ),
    Words("改正涉及的资金，或补全项目支出{else_zh}", "Correct the amount, or complete the projects{else_en}"),
)

# What is told of projects, and what else may be: in a budget, and in final accounts.
_IN_BUDGET = Words("编报绩效目标", "targets"), Words("", "")
_IN_ACCOUNTS = (
    Words("开展绩效自评", "evaluations"),
    Words(
        "；按预算数统计的，在 accepted 中写明", "; if it is their budget, accept this finding with that as the reason"
    ),
)


def applies(case: Case) -> bool:
    """Return whether the money of projects with targets is stated."""
    return bool(case.spec.stated("performance_projects.amount"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the money of the projects with targets with that of all projects."""
    lines = case.spec.ledger.chosen((Constraint("nature", frozenset({"project"})),))
    what, otherwise = _IN_ACCOUNTS if is_accounts(case) else _IN_BUDGET
    for stated in case.spec.stated("performance_projects.amount"):
        if reach([stated]).low > reach(lines).high:
            yield RULE.at(
                stated.span,
                related=[line.span for line in lines],
                stated=case.spec.written(stated.amount),
                sum=case.spec.written(add(*(line.amount for line in lines))),
                what_zh=what.zh,
                what_en=what.en,
                else_zh=otherwise.zh,
                else_en=otherwise.en,
            )
