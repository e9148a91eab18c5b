from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "form-of-other-level"


def test_a_department_with_the_form_of_units() -> None:
    diagnostics = assert_found(CODE, ("  level: unit\n", "  level: ▸department\n"))
    assert said(diagnostics) == [
        "表样 xinjiang/unit-budget 用于 unit，这里是 department。改用这一层级的表样，或改正 entity.level。"
    ]
    assert in_english(diagnostics) == [
        (
            "the form xinjiang/unit-budget is for a unit, this is a department. "
            "Name the form for this level, or correct entity.level."
        )
    ]


def test_a_form_for_both() -> None:
    assert found(("  level: unit\n", "  level: department\n"), level="") == []
