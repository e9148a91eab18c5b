from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.support import assert_found, example, found, in_english, said
from tests.department import DEPARTMENT, SPECS
from tests.roots import a_root, checked
from tests.roots import found as found_in

CODE = "unknown-project"
REST = "summary: 修路, basis: 计划, undertaker: 办公室, plan: 上半年修完, duration: 一年, goal: 畅通"


def explained(projects: str) -> str:
    return example(f"project_explanations: [{{{projects}{REST}}}]")


def test_the_words() -> None:
    diagnostics = assert_found(CODE, text=explained("projects: [修路, ▸修桥], "))
    assert said(diagnostics) == ["没有名称为“修桥”的项目。核对写法：可以写 修路。"]
    assert in_english(diagnostics) == ["no project is named “修桥”. Check how it is written: it can be 修路."]


@pytest.mark.parametrize("projects", ["", "projects: [修路], "])
def test_names_that_there_are_and_none(projects: str) -> None:
    assert found(text=explained(projects)) == []


def test_the_projects_of_a_department_are_those_of_its_units(tmp_path: Path) -> None:
    entry = f"{{projects: [补助信息中心, 执法, 修桥], {REST}}}"
    specs = SPECS | {DEPARTMENT: f"{SPECS[DEPARTMENT]}project_explanations: [{entry}]\n"}
    codes = [code for code, _ in found_in(checked(a_root(tmp_path, specs), DEPARTMENT))]
    assert codes == [CODE]
