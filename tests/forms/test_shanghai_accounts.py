"""The accounts forms of Shanghai's districts, with what the transcribed documents do not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forms.support import page
from tests.roots import a_root, checked, document

STATION = """
kind: accounts
form: shanghai/district-unit-accounts
entity: {id: station, name: 某监测站, region: 310107, level: unit, type: administrative}
overview: {functions: [监测空气], offices: [办公室, 监测科]}
income: {general: {2110101: 80, 2080505: 10}}
basic: {general: {by_function: {2110101: 60, 2080505: 10}, by_economic: {30101: 55, 30108: 10, 30201: 5}}}
projects: [{function: 2110102, source: general, amount: 20}]
balances: {opening: {}, closing: {}}
of_which: {overseas: 0, reception: 1, vehicle_purchase: 0, vehicle_operation: 3, operating_cost: 5}
three_public_details:
  {overseas_groups: 0, overseas_people: 0, vehicles_bought: 0, vehicles_kept: 1, receptions: 2, guests: 9}
procurement: {goods: 1, works: 0, services: 2}
assets: {as_of: "2025-12-31", vehicles: {general: {count: 1}}, equipment: {over_1m: 0}}
"""
BUDGET = "budget: {sources: {general: {by_function: {2110101: 58, 2080505: 10, 2110199: 15}}}}\n"
LAST = """last_year:
  outturn:
    income: {general: {2110101: 50, 2210201: 7}}
    expenditure: {general: {by_function: {2110101: 50, 2210201: 7}}}
    balances: {opening: {}, closing: {}}
"""
NAME = "x/station/2025-accounts"


def lines(folder: Path, text: str = STATION, *changes: tuple[str, str]) -> list[str]:
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    result = checked(a_root(folder, {f"{NAME}.yaml": text}))
    assert not result.failed, result.diagnostics
    return page(document(result, NAME))


def test_an_item_that_only_the_budget_had_is_told_of_and_one_that_only_last_year_had_is_not(tmp_path: Path) -> None:
    told = [line for line in lines(tmp_path, STATION + BUDGET + LAST) if "（项）。" in line]
    assert [line.split("。", 1)[1] for line in told] == [
        "年初预算为10.00万元，支出决算为10.00万元。决算数与预算数持平。",
        "年初预算为58.00万元，支出决算为60.00万元。决算数大于预算数。",
        "年初预算为0.00万元，支出决算为20.00万元。决算数大于预算数。",
        "年初预算为15.00万元，支出决算为0.00万元。决算数小于预算数。",
    ]


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (("30201: 5}", "30239: {personnel: 5}}"), "| 30239 | 其他交通费用 | 5.00 |"),
        (("30201: 5}", "31299: 5}"), "| 31299 | 其他对企业补助 | 5.00 |"),
        (("{function: 2110102,", "{function: 2320301,"), "| 债务付息支出 | 20.00 |"),
    ],
)
def test_money_that_offices_do_not_have_as_a_rule_has_a_row_all_the_same(
    tmp_path: Path, change: tuple[str, str], row: str
) -> None:
    made = [line.replace("　", "") for line in lines(tmp_path, STATION, change)]
    assert any(row in line for line in made)
    assert not any(row in line.replace("　", "") for line in lines(tmp_path / "without"))


def test_a_table_of_what_is_not_known_does_not_say_that_there_is_none(tmp_path: Path) -> None:
    unknown = STATION.replace("of_which: {", "of_which: {operating_cost: 5}\n# ").replace(
        "three_public_details:\n  {", "# "
    )
    none = unknown.replace("amount: 20", "economic: {30213: 20}")
    said = "说明：某监测站本年度没有财政拨款“三公”经费，故本表无数据。"
    assert said in lines(tmp_path / "none", none)
    assert said not in lines(tmp_path / "unknown", unknown)


def test_what_is_said_of_guests_does_not_depend_on_what_is_said_besides(tmp_path: Path) -> None:
    change = ("receptions: 2, guests: 9}", "guests: 9, foreign_guests: 3}")
    (sentence,) = [line for line in lines(tmp_path, STATION, change) if "公务接待费支出1.00万元。" in line]
    assert sentence.endswith("公务接待费支出1.00万元。国内公务接待9人次，其中：接待外宾3人次。")
    change = ("receptions: 2, guests: 9}", "foreign_receptions: 1, foreign_spending: 0.5}")
    (sentence,) = [line for line in lines(tmp_path / "b", STATION, change) if "公务接待费支出1.00万元。" in line]
    assert sentence.endswith("其中：国内公务接待支出1.00万元（含外宾接待支出0.50万元）。接待外宾1批次。")


def test_a_department_adds_up_what_its_units_state(tmp_path: Path) -> None:
    more = (
        (
            "services: 2}",
            "services: 2, reserved: {small_and_medium: 1.50}, awarded: {reserved: {small_and_medium: 1}}}",
        ),
    )
    unit = STATION
    for old, new in more:
        unit = unit.replace(old, new)
    department = """
kind: accounts
form: shanghai/district-department-accounts
entity: {id: bureau, name: 某局, region: 310107, level: department, type: administrative}
units:
  - {name: 某监测站, type: administrative, id: station, headquarters: true}
  - {name: 某执法队, type: administrative, id: team}
"""
    specs = {
        f"{NAME}.yaml": unit,
        "x/team/2025-accounts.yaml": unit.replace("id: station, name: 某监测站", "id: team, name: 某执法队"),
        "x/bureau/2025-accounts.yaml": department,
    }
    result = checked(a_root(tmp_path, specs))
    assert not result.failed, result.diagnostics
    made = page(document(result, "x/bureau/2025-accounts"))
    for said in (
        "共有车辆2辆，其中：一般公务用车2辆。",
        "政府采购金额（以合同签订为准）为6.00万元",
        "面向中小企业预留政府采购项目预算金额3.00万元。",
        "由中小企业供应商中标或成交的，采购金额2.00万元。",
        "公务用车保有量为2辆。",
    ):
        assert any(said in line for line in made), said


def test_what_is_missing_of_a_group_is_named(tmp_path: Path) -> None:
    past = LAST + "    of_which: {overseas: 0, vehicles: 4}\n"
    text = (STATION + past).replace("vehicles_bought: 0, ", "").replace(", guests: 9}", "}")
    found = checked(a_root(tmp_path, {f"{NAME}.yaml": text})).diagnostics
    hints = [found.hint("zh") for found in found if found.code == "missing-item"]
    assert "在 three_public_details 补上 vehicles_bought、guests；确实没有的，写 0" in hints
    assert "在 last_year.outturn.of_which 补上 reception；确实没有的，写 0" in hints
    assert [hint for hint in hints if "operating_cost" in hint] == []
