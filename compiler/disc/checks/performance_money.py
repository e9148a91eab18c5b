"""The projects with targets have more money than there is project expenditure.

A budget that names no projects says how many of them have performance targets, and with how much money. That money is
part of the project expenditure and cannot exceed it. It may be less: not every project needs targets, and how the
amount was counted is the document's own affair. So it is a warning, and never asks for equality.

不列项目名称的预算写明有多少个项目编报了绩效目标、涉及多少资金。这笔钱是项目支出的一部分，不能比项目支出多；可以少，
因为不是每个项目都要编报，怎样统计也由单位自己说明。所以这只是警告，也不要求相等。

FAIL:

    performance_projects: {count: 1, amount: ▸31}

PASS:

    performance_projects: {count: 1, amount: 29}

Mend: correct the amount (often it is in another unit than the file), or complete the projects.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import reach
from disc.core.number import add
from disc.core.selection import Constraint
from disc.load.spec_reader import Case

RULE = Rule(
    "performance-money",
    Level.WARNING,
    Words("绩效目标涉及的资金大于项目支出", "Projects with targets have more money than all projects"),
    Words(
        "编报绩效目标的项目涉及资金 {stated}，项目支出一共只有 {sum}",
        "projects with targets have {stated}, but all project expenditure is {sum}",
    ),
    Words("改正涉及的资金，或补全项目支出", "Correct the amount, or complete the projects"),
)


def applies(case: Case) -> bool:
    """Return whether the money of projects with targets is stated."""
    return bool(case.spec.stated("performance_projects.amount"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the money of the projects with targets with that of all projects."""
    lines = case.spec.ledger.chosen((Constraint("nature", frozenset({"project"})),))
    for stated in case.spec.stated("performance_projects.amount"):
        if reach([stated]).low > reach(lines).high:
            yield RULE.at(
                stated.span,
                related=[line.span for line in lines],
                stated=case.spec.written(stated.amount),
                sum=case.spec.written(add(*(line.amount for line in lines))),
            )
