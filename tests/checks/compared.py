"""A spec whose form compares its money with last year's and says why, with the findings marked in it."""

from __future__ import annotations

from pathlib import Path

from disc.core.diagnostic import Diagnostic
from tests.checks.support import HERE
from tests.roots import a_root, checked

FORM = """
- each: measures('total', 'basic', 'project', 'vehicles', 'vehicle_operation')
  text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}。"
- each: branches('function', 3, general_budget, vanished=true)
  text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}。"
- each: projects()
  text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}。"
"""
MONEY = """
basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 110, 30201: 10}}}
projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]
last_year:
  budget: {sources: {general: {by_function: {2010301: 110, 2080505: 20}, by_nature: {basic: 110, project: 20}}}}
"""
ADDRESS = "a/office/2024-budget.yaml"


def told(folder: Path, text: str, form: str = FORM) -> list[tuple[str, int, int]]:
    """Return what is found in a spec, code and place; ▸ is taken out of it."""
    return [(d.code, d.span.line, d.span.column) for d in diagnostics(folder, text, form)]


def diagnostics(folder: Path, text: str, form: str = FORM) -> list[Diagnostic]:
    """Return the findings of a spec; ▸ is taken out of it."""
    return list(checked(a_root(folder, {ADDRESS: text.replace(HERE, "")}, form)).diagnostics)


def assert_told(code: str, folder: Path, text: str, form: str = FORM) -> None:
    """Assert that the code is found at every ▸ of a spec, and nothing else."""
    expected = []
    for number, line in enumerate(text.lstrip("\n").splitlines(), start=1):
        before = line.split(HERE)[:-1]
        expected += [(code, number, 1 + sum(map(len, before[: n + 1]))) for n in range(len(before))]
    assert told(folder, text, form) == expected
