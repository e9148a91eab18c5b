from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "vehicle-money"
VEHICLES = 'assets: {as_of: "2023-12-31", ▸vehicles: {general: {count: COUNT}}}\n'


def vehicles(count: int, more: str = "") -> str:
    return example(VEHICLES.replace("COUNT", str(count)) + more)


def test_vehicles_without_money() -> None:
    diagnostics = assert_found(CODE, text=vehicles(2))
    assert said(diagnostics) == [
        "车辆共 2 辆，公务用车运行费却是 0万元。核对辆数和金额；都对的（如租车、集中管理），在 accepted 中写明原因。"
    ]
    assert in_english(diagnostics) == [
        (
            "there are 2 vehicles, but 公务用车运行费 is 0万元. "
            "Check both; if both are right (hired, or from a pool), accept this finding with the reason."
        )
    ]
    assert_found(CODE, text=vehicles(2, "of_which: {vehicle_operation: 0}\n"))


def test_money_without_vehicles() -> None:
    project = "projects: [{name: 用车, function: 2010301, source: other, economic: {30231: 30}}]\n"
    (diagnostic,) = assert_found(CODE, text=vehicles(0, project))
    assert len(diagnostic.related) == 1


def test_vehicles_that_are_to_be_bought_need_money_too() -> None:
    project = "projects: [{name: 用车, function: 2010301, source: general, economic: {30231: 30}}]\n"
    assets = VEHICLES.replace("COUNT}}", "0}}, planned: {vehicles: 20}").replace("▸", "")
    assert found(text=example(assets + project)) == []


def test_money_that_may_be_in_a_project_without_items() -> None:
    project = "projects: [{name: 用车, function: 2010301, source: SOURCE, amount: 30}]\n"
    for source in ("general", "other"):
        assert found(text=vehicles(2, project.replace("SOURCE", source)).replace("▸", "")) == []
    stated = "of_which: {vehicle_operation: 0}\n"
    assert_found(CODE, text=vehicles(2, project.replace("SOURCE", "general") + stated))
    assert found(text=vehicles(2, project.replace("SOURCE", "other") + stated).replace("▸", "")) == []


def test_vehicles_with_money() -> None:
    project = "projects: [{name: 用车, function: 2010301, source: general, economic: {30231: 30}}]\n"
    assert found(text=vehicles(1, project).replace("▸", "")) == []
