"""Sentences of the Shanghai forms that the published documents do not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forms.support import page
from tests.roots import a_root, checked

UNIT = (Path(__file__).resolve().parent / "unit.yaml").read_text(encoding="utf-8")
OFFICE = (
    ("type: institution", "type: administrative"),
    ("  business: {by_function: {2012601: {personnel: 2000000, operating: 1000000}}}\n", ""),
    ("of_which: {overseas: 100000, vehicle", "of_which: {operating_cost: 6000000, overseas: 100000, vehicle"),
    ("of_which: {overseas: 100000, reception", "of_which: {operating_cost: 5000000, overseas: 100000, reception"),
    ("reception: 厉行节约", "reception: 厉行节约, operating_cost: 人员增加"),
)


def lines(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """Return the lines of the page of the made-up unit, changed in a few places."""
    text = UNIT
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    result = checked(a_root(folder, {"archive/2025-budget.yaml": text}))
    assert not result.failed, result.diagnostics
    return [line for document in result.documents for line in page(document)]


def test_a_reason_is_told_after_the_change_that_it_is_for(tmp_path: Path) -> None:
    (sentence,) = [line for line in lines(tmp_path, *OFFICE) if "机关运行经费预算为" in line]
    assert sentence.endswith("机关运行经费预算为600.00万元，比2024年预算增加100.00万元，主要原因是人员增加。")


@pytest.mark.parametrize(
    ("types", "said"),
    [
        (["administrative", "managed_as_administrative"], "下属1家机关和1家参公事业单位财政拨款"),
        (["administrative", "institution"], "下属1家机关财政拨款"),
        (["managed_as_administrative", "managed_as_administrative"], "下属2家参公事业单位财政拨款"),
        (["institution", "institution"], "某局财政拨款"),
        (["administrative"], "某局财政拨款"),
    ],
)
def test_only_units_that_there_are_are_counted(tmp_path: Path, types: list[str], said: str) -> None:
    units = ", ".join(f"{{name: 单位{n}, type: {type}}}" for n, type in enumerate(types))
    department = (
        ("shanghai/district-unit-budget", "shanghai/district-department-budget"),
        ("name: 某档案中心, region: 310107, level: unit", "name: 某局, region: 310107, level: department"),
        ("purposes: {", f"units: [{units}]\nproject_explanations: []\npurposes: {{"),
    )
    (sentence,) = [line for line in lines(tmp_path, *OFFICE, *department) if "机关运行经费预算为" in line]
    assert f"{said}的机关运行经费预算为" in sentence


def test_an_outturn_of_nothing_is_compared_too(tmp_path: Path) -> None:
    changes = (("2012604: 95000000, 2210201", "2012604: 0, 2210201"),)
    assert any("比2024年预算执行数增加" in line and "为0万元" in line for line in lines(tmp_path, *changes))
