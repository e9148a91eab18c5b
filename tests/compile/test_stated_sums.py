"""Who knows only the sum of some parts states that: the office itself, or some units of a department."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forms.support import page
from tests.roots import a_root, checked, document

FORM = """
title: 车辆试用表样
kind: accounts
extends: base/accounts
parts: [{id: all, title: 全文, sections: [all]}]
sections:
  all:
    blocks:
      - text: |
          {{ vehicles }}{{ vehicles | compared | clause }}；三公{{ three_public }}{{ three_public | compared | clause }}
"""
UNIT = """
kind: accounts
form: test/vehicles
income: {general: {2010301: 20}}
basic: {general: {by_function: {2010301: 20}, by_economic: {30101: 20}}}
balances: {opening: {}, closing: {}}
"""
STATED = "of_which: {overseas: 0, reception: 0, %s}\n"
WHOLE, PARTS = STATED % "vehicles: 7", STATED % "vehicle_purchase: 2, vehicle_operation: 3"
PAST = """last_year:
  outturn:
    income: {general: 20}
    expenditure: {general: {total: 20}}
    balances: {opening: {}, closing: {}}
    """
DEPARTMENT = """
kind: accounts
form: test/vehicles
entity: {id: bureau, name: 某局, region: 653023, level: department, type: administrative}
units: [{name: a单位, type: administrative, id: a, headquarters: true}, {name: b单位, type: administrative, id: b}]
"""


def said(folder: Path, specs: dict[str, str], address: str) -> str:
    a_root(folder, {f"x/{name}-accounts.yaml": text for name, text in specs.items()})
    (folder / "schema/forms/test/vehicles.yaml").write_text(FORM, encoding="utf-8")
    return page(document(checked(folder), f"x/{address}-accounts"))[-1]


@pytest.mark.parametrize(("before", "change"), [(WHOLE, "减少2.00万元，下降28.57%"), (PARTS, "持平")])
def test_of_last_year_it_is_taken_for_the_sum(tmp_path: Path, before: str, change: str) -> None:
    this = STATED % "vehicle_purchase: 1, vehicle_operation: 4"
    line = said(tmp_path, {"a/2024": UNIT + this + PAST + before}, "a/2024")
    assert line.startswith("5.00万元，")
    assert line.count(change) == 2


def test_of_this_year_too(tmp_path: Path) -> None:
    assert said(tmp_path, {"a/2024": UNIT + WHOLE}, "a/2024") == "7.00万元；三公7.00万元"


def test_units_of_a_department_state_the_one_or_the_others(tmp_path: Path) -> None:
    specs = {f"{unit}/{year}": UNIT + PARTS for unit in "ab" for year in (2023, 2024)}
    specs |= {f"bureau/{year}": DEPARTMENT for year in (2023, 2024)} | {"a/2023": UNIT + WHOLE}
    assert said(tmp_path, specs, "bureau/2023") == "12.00万元；三公12.00万元"
    assert said(tmp_path, specs, "bureau/2024").count("减少2.00万元，下降16.67%") == 2


def test_what_a_unit_does_not_know_the_department_does_not(tmp_path: Path) -> None:
    specs = {"a/2024": UNIT + WHOLE, "b/2024": UNIT.replace("basic:", "# "), "bureau/2024": DEPARTMENT}
    specs["b/2024"] += "basic: {}\nprojects: [{function: 2010301, source: general, amount: 20}]\n"
    a_root(tmp_path, {f"x/{name}-accounts.yaml": text for name, text in specs.items()})
    (tmp_path / "schema/forms/test/vehicles.yaml").write_text(FORM, encoding="utf-8")
    assert "figure-not-known" in {found.code for found in checked(tmp_path).diagnostics}
