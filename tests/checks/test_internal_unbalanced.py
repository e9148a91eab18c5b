from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import check
from disc.load.spec_files import Options
from tests.checks.manual import merged, write
from tests.checks.support import in_english, said

CODE = "internal-unbalanced"
ENTITY = "entity: {id: %s, name: %s, region: 653023, level: %s, type: institution}\n"
UNITS = "units: [{name: 某站, type: institution, id: station%s}, {name: 某中心, type: institution, id: centre%s}]\n"
INCOME = "income: {general: {2010301: 120, 2080505: 20}, fund: {2120803: 10}, %s: {2010350: %s}}\n"


def department(folder: Path, units: str, received: str = "5", paid: str = "4") -> list[str]:
    """Return what is found in a department whose centre pays its station, by code and place."""
    whole = "form: example/department-accounts\n" + ENTITY % ("office", "某局", "department") + units
    station = ENTITY % ("station", "某站", "unit") + INCOME % ("superior_subsidy", received)
    centre = ENTITY % ("centre", "某中心", "unit") + INCOME % ("other", paid)
    texts = {
        "office": whole,
        "station": f"{station}balances: {{opening: {{general: 1}}, closing: {{general: 1, unit_funds: {received}}}}}\n",
        "centre": f"{centre}other_expenditure: {{subsidies: {{2010350: {paid}}}}}\n",
    }
    write(folder, {f"specs/a/{name}/2024-accounts.yaml": merged(text, "accounts") for name, text in texts.items()})
    found = [d for d in check(Options(folder)).diagnostics if d.code == CODE]
    return [*said(found), *in_english(found), *(str(len(d.related)) for d in found)]


def test_less_was_paid_than_received(tmp_path: Path) -> None:
    assert department(tmp_path, UNITS % (", internal: [superior_subsidy]", ", internal: [subsidies]")) == [
        (
            "本部门单位之间，上级补助收入共 5万元，对附属单位补助支出共 4万元，相差 1万元。"
            "核对双方的金额；收到的和付出的单位都要写 internal。"
        ),
        (
            "between the units of the department 上级补助收入 comes to 5万元 and 对附属单位补助支出 to 4万元: "
            "1万元 apart. "
            "Check both amounts; write `internal` for the unit that received and for the one that paid."
        ),
        "3",
    ]


def test_only_one_of_them_says_that_it_was_the_other(tmp_path: Path) -> None:
    (chinese, *_) = department(tmp_path, UNITS % ("", ", internal: [subsidies]"), paid="5")
    assert chinese.startswith("本部门单位之间，上级补助收入共 0万元，对附属单位补助支出共 5万元，")


@pytest.mark.parametrize(("received", "paid"), [("5", "5"), ("5", "5.01")])
def test_what_was_paid_was_received_within_rounding(tmp_path: Path, received: str, paid: str) -> None:
    units = UNITS % (", internal: [superior_subsidy]", ", internal: [subsidies]")
    assert department(tmp_path, units, received, paid) == []


def test_money_that_is_not_named_is_of_others(tmp_path: Path) -> None:
    assert department(tmp_path, UNITS % ("", "")) == []
