from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.compared import diagnostics
from tests.checks.support import in_english, said

CODE = "vehicle-values"
SHOWN = (
    "- text: 车辆{{ asset_vehicles }}{% if asset_vehicles_value.present %}，价值{{ asset_vehicles_value }}{% endif %}。"
)
MONEY = "basic: {general: {by_function: {2010301: 10}, by_economic: {30231: 10}}}\n"


def found(folder: Path, vehicles: str, form: str = SHOWN) -> list[str]:
    """Return the codes of what is found in a spec with these vehicles."""
    return [each.code for each in diagnostics(folder, MONEY + assets(vehicles), form)]


def assets(vehicles: str) -> str:
    return f'assets: {{as_of: "2023-12-31", vehicles: {{{vehicles}}}}}\n'


def test_a_kind_without_a_value_beside_one_with(tmp_path: Path) -> None:
    vehicles = "special: {count: 3, value: 1}, general: {count: 5, value: 157.13}, other: {count: 2}"
    (finding,) = diagnostics(tmp_path, MONEY + assets(vehicles), SHOWN)
    assert finding.code == CODE
    assert said([finding]) == [
        (
            "其他车辆（其他用车）有 2 辆，没有写价值，别的写了：总价值就少算了。"
            "补上价值；有一类不知道的，各类都不写，句子里就没有总价值。"
        )
    ]
    assert in_english([finding]) == [
        (
            "the 2 vehicles of this kind (其他车辆（其他用车）) have no value while others have: "
            "the total lacks theirs. State it; if that of one kind is not known, leave out all, and no total is shown."
        )
    ]
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "vehicles",
    [
        "general: {count: 5, value: 157.13}, other: {count: 0}",
        "general: {count: 5, value: 157.13}, other: {count: 2, value: 30}",
        "general: {count: 5}, other: {count: 2}",
    ],
)
def test_all_or_none(tmp_path: Path, vehicles: str) -> None:
    assert found(tmp_path, vehicles) == []


@pytest.mark.parametrize("form", ["- text: 空", "- text: 车辆{{ asset_vehicles }}。"])
def test_a_form_that_shows_no_values_needs_none(tmp_path: Path, form: str) -> None:
    assert found(tmp_path, "general: {count: 5, value: 157.13}, other: {count: 2}", form) == []
