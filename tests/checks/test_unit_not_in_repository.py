from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import CENTRE, DEPARTMENT, HEADQUARTERS, SPECS, SQUAD
from tests.roots import a_root, checked, found

CODE = "unit-not-in-repository"
STATED = SPECS | {
    DEPARTMENT: SPECS[DEPARTMENT]
    + "basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}\nprojects: []\n"
}


def without(*names: str) -> dict[str, str]:
    return {name: text for name, text in STATED.items() if name not in names}


def test_one_unit_is_forgotten(tmp_path: Path) -> None:
    result = checked(a_root(tmp_path, without(SQUAD)), DEPARTMENT)
    assert found(result) == [(CODE, f"{DEPARTMENT}:5:5")]
    assert not result.failed
    assert words(list(result.diagnostics)) == [
        "本库有这个部门 2 个所属单位 2024 年预算的文件，没有某局监察队的。加上该单位的文件，或在这里写上它的 id。"
    ]
    assert in_english(list(result.diagnostics)) == [
        (
            "the repository has specs of 2 of the department's units for the budget of 2024, and none of 某局监察队. "
            "Add the unit's spec, or give the id that it has here."
        )
    ]


def test_a_unit_without_id_has_none(tmp_path: Path) -> None:
    specs = without(CENTRE)
    specs[DEPARTMENT] = specs[DEPARTMENT].replace(", id: centre", "")
    assert found(checked(a_root(tmp_path, specs), DEPARTMENT)) == [(CODE, f"{DEPARTMENT}:6:5")]


def test_a_department_that_is_here_alone(tmp_path: Path) -> None:
    assert found(checked(a_root(tmp_path, without(HEADQUARTERS, SQUAD, CENTRE)))) == []


def test_a_spec_with_errors_is_there(tmp_path: Path) -> None:
    specs = STATED | {SQUAD: STATED[SQUAD].replace("{30101: 45", "{30101: 46")}
    assert CODE not in [code for code, _ in found(checked(a_root(tmp_path, specs), DEPARTMENT))]
