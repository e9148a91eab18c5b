"""A project stands in the list twice.

Entries of one name are one project with money from several sources. Two entries with the same name, source, function
and amounts are most likely one that was pasted twice, and its money counts double.

名称相同的几条是同一个项目，钱来自不同的来源。名称、来源、功能分类和金额都相同的两条，多半是粘贴了两遍，它的钱就会加两
次。

FAIL:

    projects:
      - {name: 修路, function: 2010301, source: general, economic: {30213: 30}}
      - {name: ▸修路, function: 2010301, source: general, economic: {30213: 30}}

PASS:

    projects:
      - {name: 修路, function: 2010301, source: general, economic: {30213: 30}}
      - {name: 修路, function: 2010301, source: fund, economic: {30213: 30}}

Mend: delete one of the two; if there are really two, give them names that tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec import Project
from disc.load.spec_reader import Case

RULE = Rule(
    "project-twice",
    Level.WARNING,
    Words("同一个项目写了两遍", "A project is stated twice"),
    Words(
        "“{name}”的名称、来源、科目和金额与第 {line} 行的都相同，金额会计入两次",
        "“{name}” has the name, source, function and amounts of line {line}, so its money counts twice",
    ),
    Words("删去一条；确实是两个项目的，名称要能区分", "Delete one; if there are really two, tell them apart by name"),
)

_SAME = ("source", "function", "amount", "economic")


def applies(case: Case) -> bool:
    """Return whether the file states several projects."""
    return len(_stated(case)) > 1


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for entries of one name that say the same of their money."""
    before: dict[str, list[Project]] = {}
    for project in filter(attrgetter("name"), _stated(case)):
        others = before.setdefault(project.name, [])
        for other in others:
            if all(project.data.get(field) == other.data.get(field) for field in _SAME):
                place, related = (case.spec.place(*each.path, "name") for each in (project, other))
                yield RULE.at(place, related=(related,), name=project.name, line=related.line)
                break
        others.append(project)


def _stated(case: Case) -> list[Project]:
    """Return the projects that the file itself states; those of a department's units stand in their own files."""
    return [project for project in case.spec.projects.values() if not project.unit]
