"""The grades of evaluated projects are not as many as the projects.

Each project that was evaluated has one grade (财预〔2020〕10号), so the grades add up to the number of projects.

每个开展绩效自评的项目有一个评级（财预〔2020〕10号），各级的个数相加就是自评的项目个数。

FAIL:

    --- specs/…/2024-accounts.yaml
    performance_projects: {count: ▸2, amount: 30, grades: {excellent: 2, good: 1, qualified: 0, unqualified: 0}}

PASS:

    --- specs/…/2024-accounts.yaml
    performance_projects: {count: 2, amount: 30, grades: {excellent: 1, good: 1, qualified: 0, unqualified: 0}}

Mend: correct the number of projects, or of those with a grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "evaluation-grades",
    Level.WARNING,
    Words("评级的个数与自评的项目不符", "Grades are not as many as the projects that have them"),
    Words(
        "自评的项目有 {count} 个，各级相加却是 {sum} 个",
        "{count} projects were evaluated, but the grades come to {sum}",
    ),
    Words("改正项目个数，或各级的个数", "Correct the number of projects, or of those with a grade"),
)

_PROJECTS = "performance_projects"


def applies(case: Case) -> bool:
    """Return whether grades are stated."""
    return "grades" in case.spec.own_fields.get(_PROJECTS, {})


def check(case: Case) -> Iterator[Diagnostic]:
    """Add up the grades."""
    grades = case.spec.stated(f"{_PROJECTS}.grades.*")
    total = add(*(line.amount for line in grades))
    for count in case.spec.stated(f"{_PROJECTS}.count"):
        if count.amount != total:
            related = [line.span for line in grades]
            yield RULE.at(count.span, related=related, count=to_text(count.amount), sum=to_text(total))
