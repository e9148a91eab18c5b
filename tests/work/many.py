"""A root with more specs than one process works on alone."""

from __future__ import annotations

from pathlib import Path

from disc.build import Result
from tests.department import SPECS
from tests.roots import a_root, a_spec
from tests.work.changing import FORM, MONEY

MANY = 30


def a_big_root(folder: Path, offices: int = MANY) -> Path:
    """A root with more specs than one process does alone: a department, offices, those of the year before."""
    a_root(folder, SPECS, FORM)
    for number in range(offices):
        a_spec(folder, f"b/office-{number}/2024-budget.yaml", MONEY.format(amount=number + 1))
    a_spec(folder, "b/office-3/2023-budget.yaml", MONEY.format(amount=2))
    return folder


def same(result: Result, other: Result) -> bool:
    """Return whether two runs found and counted the same."""
    return all(getattr(result, part) == getattr(other, part) for part in ("diagnostics", "specs", "compiled", "checks"))
