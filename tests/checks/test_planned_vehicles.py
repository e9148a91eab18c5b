from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "planned-vehicles"
PLANNED = """
assets:
  as_of: "2023-12-31"
  vehicles: {general: {count: 0}}
  planned: PLAN
"""


def planned(plan: str, more: str = "") -> str:
    return example(PLANNED.replace("PLAN", plan) + more)


def test_money_to_buy_no_vehicle() -> None:
    diagnostics = assert_found(CODE, text=planned("{vehicles: 20, vehicles_by_type: {general: {count: ▸0}}}"))
    assert said(diagnostics) == ["计划购置车辆的辆数写的是 0，购置车辆经费却是 20万元。改正购置的辆数或金额。"]
    assert in_english(diagnostics) == [
        (
            "the number of vehicles to be bought says 0, but the money to buy vehicles is 20万元. "
            "Correct the number of vehicles or the money."
        )
    ]


def test_vehicles_to_be_bought_for_nothing() -> None:
    diagnostics = assert_found(CODE, text=planned("{vehicles: ▸0, vehicles_by_type: {special: {count: 2}}}"))
    assert said(diagnostics) == ["购置车辆经费写的是 0，计划购置车辆的辆数却是 2辆。改正购置的辆数或金额。"]


def test_a_purchase_among_the_three_public_expenses() -> None:
    project = "projects: [{name: 购车, function: 2010301, source: general, economic: {31013: 30}}]\n"
    (diagnostic,) = assert_found(CODE, text=planned("{vehicles: ▸0}", project))
    assert "公务用车购置费却是 30万元" in diagnostic.message("zh")
    project = "projects: [{name: 购车, function: 2010301, source: general, amount: 30}]\n"
    stated = "of_which: {vehicle_purchase: 25}\n"
    (diagnostic,) = assert_found(CODE, text=planned("{vehicles_by_type: {general: {count: ▸0}}}", project + stated))
    assert "公务用车购置费却是 25万元" in diagnostic.message("zh")


def test_what_agrees_or_is_not_stated() -> None:
    for plan in ("{vehicles: 20}", "{vehicles: 0}", "{vehicles: 20, vehicles_by_type: {general: {count: 1}}}"):
        assert found(text=planned(plan)) == []
    bought_otherwise = "of_which: {vehicle_purchase: 0}\n"
    assert found(text=planned("{vehicles_by_type: {general: {count: 1}}}", bought_otherwise)) == []
