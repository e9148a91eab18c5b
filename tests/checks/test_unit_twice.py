from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import DEPARTMENT, SPECS
from tests.roots import a_root, checked, found


def test_a_unit_that_is_named_twice(tmp_path: Path) -> None:
    text = SPECS[DEPARTMENT].replace(
        "某局信息中心, type: institution, id: centre", "某局监察队, type: managed_as_administrative, id: squad"
    )
    result = checked(a_root(tmp_path, SPECS | {DEPARTMENT: text}), DEPARTMENT)
    assert found(result) == [("unit-twice", f"{DEPARTMENT}:6:56")]
    assert [str(span) for span in result.diagnostics[0].related] == [f"specs/{DEPARTMENT}:5:56"]
    assert words(list(result.diagnostics)) == ["squad 已经写过，它的金额会重复计入。删去其中一条，或改正 id、region。"]
    assert in_english(list(result.diagnostics)) == [
        "squad stands here already, and its money would count twice. Take one of the two out, or correct id or region."
    ]


def test_units_of_one_id_in_two_regions_are_two(tmp_path: Path) -> None:
    squad = "a/squad/2024-budget.yaml"
    other = SPECS[squad].replace("653023", "650000").replace("某局监察队", "某局第二监察队")
    other = other.replace("type: managed_as_administrative", "type: institution")
    text = SPECS[DEPARTMENT] + "  - {name: 某局第二监察队, type: institution, id: squad, region: 650000}\n"
    specs = SPECS | {DEPARTMENT: text, "b/squad/2024-budget.yaml": other}
    result = checked(a_root(tmp_path, specs, '- text: "{{ total }}"'), DEPARTMENT)
    assert found(result) == []
    assert [unit.amount.text for unit in result.documents[0].units if unit.amount] == [
        *("120.00万元", "56.00万元", "33.00万元", "56.00万元"),
    ]


def test_units_without_specs_are_only_names(tmp_path: Path) -> None:
    text = """
entity: {id: bureau, name: 某局, region: 653023, level: department, type: institution}
units:
  - {name: 某中心, type: institution}
  - {name: 某中心, type: institution}
basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}
projects: []
"""
    assert found(checked(a_root(tmp_path, {DEPARTMENT: text}))) == []


def test_a_unit_of_two_departments(tmp_path: Path) -> None:
    other = "b/other/2024-budget.yaml"
    text = SPECS[DEPARTMENT].replace("id: bureau,", "id: other,")
    result = checked(a_root(tmp_path, SPECS | {other: text}))
    places = [f"{other}:4:44", f"{other}:5:56", f"{other}:6:43"]
    assert found(result) == [("unit-of-two-departments", place) for place in places]
    assert [str(span) for span in result.diagnostics[1].related] == [f"specs/{DEPARTMENT}:5:56"]
    assert words([result.diagnostics[1]]) == [
        (
            f"squad 已列在 specs/{DEPARTMENT} 中，它的金额会在两个部门中计入。"
            "在其中一个部门的文件中删去，或改正 id、region。"
        )
    ]
    assert in_english([result.diagnostics[1]]) == [
        (
            f"squad is a unit in specs/{DEPARTMENT} too, and its money would count in both. "
            "Take it out of one of the two, or correct id or region."
        )
    ]
    elsewhere = text.replace("653023", "650000")
    assert "unit-of-two-departments" not in dict(found(checked(a_root(tmp_path, SPECS | {other: elsewhere}))))
