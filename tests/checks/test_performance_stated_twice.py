from __future__ import annotations

import pytest

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "performance-stated-twice"
PROJECT = "name: 修路, function: 2010301, source: general, economic: {30213: 30}"
STATED = "performance_projects: {count: 1, amount: 30}"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, text=example(f"projects: [{{{PROJECT}, has_targets: true}}]\n▸{STATED}"))
    assert said(diagnostics) == [
        (
            "已有项目标明编报绩效目标，个数和金额由这些项目得出，这里写的不会用到。"
            "删去 performance_projects，或删去各项目的标记。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "projects say that they have targets; number and amount follow from them, and this is not read. "
            "Take performance_projects out, or the marks of the projects."
        )
    ]


@pytest.mark.parametrize("mark", ["", ", has_targets: false"])
def test_projects_that_say_nothing(mark: str) -> None:
    assert found(text=example(f"projects: [{{{PROJECT}{mark}}}]\n{STATED}")) == []
