"""The number of projects with targets is stated beside projects that say it themselves.

How many projects have performance targets, and with how much money, follows from the projects with `targets` or
`has_targets: true`. `performance_projects` is for budgets that name no projects; beside such projects it would not be
read. In final accounts it says how many projects were evaluated, which no project says itself.

有多少个项目编报了绩效目标、涉及多少资金，由写了 targets 或 has_targets: true 的项目得出。performance_projects 是给
不列项目名称的预算用的；与这样的项目写在一起，不会有人读它。决算的 performance_projects 写开展绩效自评的项目，不查。

FAIL:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}, has_targets: true}]
    ▸performance_projects: {count: 1, amount: 30}

PASS:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]
    performance_projects: {count: 1, amount: 30}

Mend: take `performance_projects` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import is_accounts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "performance-stated-twice",
    Level.WARNING,
    Words("编报绩效目标的项目写了两遍", "Projects with targets are stated twice"),
    Words(
        "已有项目标明编报绩效目标，个数和金额由这些项目得出，这里写的不会用到",
        "projects say that they have targets; number and amount follow from them, and this is not read",
    ),
    Words(
        "删去 performance_projects，或删去各项目的标记", "Take performance_projects out, or the marks of the projects"
    ),
)


def applies(case: Case) -> bool:
    """Return whether a budget states the number of projects with targets."""
    return "performance_projects" in case.spec.fields and not is_accounts(case)


def across(case: Case) -> Iterator[Diagnostic]:
    """Look for projects that say themselves that they have targets."""
    marked = [p for p in case.spec.projects.values() if p.data.get("targets") or p.data.get("has_targets")]
    if marked:
        yield RULE.at(case.spec.key_place("performance_projects"), related=[p.span for p in marked])
