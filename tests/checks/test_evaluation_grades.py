from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import in_english, said

CODE = "evaluation-grades"
PROJECTS = (
    "performance_projects: {count: %s, amount: 30, grades: {excellent: 1, good: 1, qualified: 0, unqualified: 0}}"
)


def test_fewer_grades_than_projects(tmp_path: Path) -> None:
    diagnostics = assert_in_accounts(CODE, tmp_path, PROJECTS % "▸3")
    assert said(diagnostics) == ["自评的项目有 3 个，各级相加却是 2 个。改正项目个数，或各级的个数。"]
    assert in_english(diagnostics) == [
        "3 projects were evaluated, but the grades come to 2. Correct the number of projects, or of those with a grade."
    ]
    assert len(diagnostics[0].related) == 4


def test_a_grade_for_each(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, PROJECTS % "2") == []
