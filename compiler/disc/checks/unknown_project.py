"""An explanation names a project that there is not.

The amounts under 年度预算安排 are those of the projects of these names: of the spec itself, or of the units that a
department adds up. A name that no project has would say no amount, and leave the sentence broken.

“年度预算安排”写的是这些名称的项目的金额：本文件的项目，或者部门汇总的各单位的项目。没有这个名称的项目，就写不出金
额，句子也断了。

FAIL:

    project_explanations:
      - {projects: [▸修桥], summary: 修路, basis: 计划, undertaker: 办公室, plan: 招标, duration: 一年, goal: 畅通}

PASS:

    project_explanations:
      - {projects: [修路], summary: 修路, basis: 计划, undertaker: 办公室, plan: 招标, duration: 一年, goal: 畅通}

Mend: write the name as in `projects`, or say in `budget` what there is to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.nearest import HINT, near
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-project",
    Level.ERROR,
    Words("所说明的项目不存在", "An explanation names a project that there is not"),
    Words("没有名称为“{name}”的项目", "no project is named “{name}”"),
    HINT,
)
RESTS_ON = ("no-money",)
FIRM = True


def applies(case: Case) -> bool:
    """Return whether projects are explained by name."""
    return any("projects" in entry for entry in case.spec.fields.get("project_explanations", ()))


def across(case: Case) -> Iterator[Diagnostic]:
    """Look up the name of every project that is explained."""
    known = [project.name for project in case.spec.projects.values() if project.name]
    for number, entry in enumerate(case.spec.fields.get("project_explanations", ())):
        for place, name in enumerate(entry.get("projects", ())):
            if name not in known:
                span = case.spec.place("project_explanations", number, "projects", place)
                meant = near(name, known)
                yield RULE.at(span, name=name, near_zh=meant["near_zh"], near_en=meant["near_en"])
