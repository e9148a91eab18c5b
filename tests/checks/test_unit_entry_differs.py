from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import CENTRE, DEPARTMENT, HEADQUARTERS, SPECS, SQUAD
from tests.roots import a_root, checked, found

CODE = "unit-entry-differs"


def department(*changes: tuple[str, str]) -> dict[str, str]:
    text = SPECS[DEPARTMENT]
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return SPECS | {DEPARTMENT: text}


def test_units_as_they_call_themselves(tmp_path: Path) -> None:
    assert found(checked(a_root(tmp_path, SPECS), DEPARTMENT)) == []


def test_another_name_and_another_type(tmp_path: Path) -> None:
    specs = department(
        ("name: 某局监察队, type: managed_as_administrative", "name: 某局监察大队, type: administrative")
    )
    result = checked(a_root(tmp_path, specs), DEPARTMENT)
    assert found(result) == [(CODE, f"{DEPARTMENT}:5:12"), (CODE, f"{DEPARTMENT}:5:26")]
    assert [str(d.related[0]) for d in result.diagnostics] == [f"specs/{SQUAD}:1:27", f"specs/{SQUAD}:1:69"]
    assert not result.failed
    hint = "改正部门或该单位文件中写错的一处。"
    assert words(list(result.diagnostics)) == [
        f"这里写的名称是“某局监察大队”，该单位自己的文件是“某局监察队”。{hint}",
        f"这里写的类型是“行政单位”，该单位自己的文件是“参照公务员法管理的事业单位”。{hint}",
    ]
    assert in_english(list(result.diagnostics))[0] == (
        "the name is “某局监察大队” here and “某局监察队” in the unit's own spec. "
        "Correct the department's spec or the unit's, whichever is wrong."
    )


def test_it_is_seen_where_not_all_units_have_specs(tmp_path: Path) -> None:
    specs = department(("name: 某局监察队", "name: 某局监察大队"))
    specs[DEPARTMENT] += "basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}\nprojects: []\n"
    del specs[CENTRE]
    assert found(checked(a_root(tmp_path, specs), DEPARTMENT)) == [
        (CODE, f"{DEPARTMENT}:5:12"),
        ("unit-not-in-repository", f"{DEPARTMENT}:6:5"),
    ]


def test_a_broken_unit_is_not_compared(tmp_path: Path) -> None:
    specs = department(("name: 某局本级", "name: 某局机关"))
    specs[DEPARTMENT] += "basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}\nprojects: []\n"
    specs[HEADQUARTERS] = specs[HEADQUARTERS].replace("{30101: 800000", "{30101: 800001")
    assert CODE not in [code for code, _ in found(checked(a_root(tmp_path, specs), DEPARTMENT))]
