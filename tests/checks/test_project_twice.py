from __future__ import annotations

import pytest

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "project-twice"
ROAD = "  - {name: 修路, function: 2010301, source: general, economic: {30213: 30}}\n"


def projects(*entries: str) -> str:
    return example(f"projects:\n{''.join(entries)}")


def test_pasted_twice() -> None:
    diagnostics = assert_found(CODE, text=projects(ROAD, ROAD.replace("修路", "▸修路")))
    line = diagnostics[0].related[0].line
    assert said(diagnostics) == [
        (
            f"“修路”的名称、来源、科目和金额与第 {line} 行的都相同，金额会计入两次。"
            "删去一条；确实是两个项目的，名称要能区分。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            f"“修路” has the name, source, function and amounts of line {line}, so its money counts twice. "
            "Delete one; if there are really two, tell them apart by name."
        )
    ]


@pytest.mark.parametrize(
    "change",
    [("name: 修路, ", "name: 修桥, "), ("source: general", "source: fund"), ("30213: 30", "30213: 29")],
)
def test_anything_else_that_differs(change: tuple[str, str]) -> None:
    assert found(text=projects(ROAD, ROAD.replace(*change))) == []


def test_projects_without_names_are_each_for_themselves() -> None:
    bare = ROAD.replace("name: 修路, ", "")
    assert CODE not in {diagnostic.code for diagnostic in found(text=projects(bare, bare))}
