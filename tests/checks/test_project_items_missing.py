from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "project-items-missing"
PROJECTS = """
projects:
  - {name: 修路, function: 2010301, source: general, economic: {30213: 20}}
  - {name: 会务, function: 2010301, source: SOURCE, amount: ▸10}
"""
ALL = "of_which: {overseas: 0, reception: 4, vehicle_purchase: 0, vehicle_operation: 0}\n"


def test_a_project_that_alone_has_no_items() -> None:
    of_which = "of_which: {overseas: 0, vehicle_purchase: 0, vehicle_operation: 0}\n"
    diagnostics = assert_found(CODE, text=example(PROJECTS.replace("SOURCE", "general") + of_which))
    assert said(diagnostics) == [
        "其他项目有经济分类，这个项目没有，公务接待费可能少算。补上 economic，或在 of_which 中写明这些数。"
    ]
    assert in_english(diagnostics) == [
        (
            "this project has no economic items although others have, so 公务接待费 may be too small. "
            "State `economic`, or these numbers in `of_which`."
        )
    ]


def test_money_that_does_not_count_or_parts_that_are_stated() -> None:
    text = PROJECTS.replace("▸", "")
    assert found(text=example(text.replace("SOURCE", "other"))) == []
    assert found(text=example(text.replace("SOURCE", "general") + ALL)) == []


def test_where_no_project_has_items_nobody_is_misled() -> None:
    project = "projects: [{name: 会务, function: 2010301, source: general, amount: 30}]\n"
    assert found(text=example(project)) == []
