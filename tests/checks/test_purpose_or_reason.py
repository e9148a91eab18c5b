from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "purpose-or-reason"
PURPOSE = "  221: 机关事业单位在职职工住房公积金缴费支出"
REASON = "  operating_cost: 车辆指标减少"


def test_a_purpose_in_place_of_a_reason() -> None:
    diagnostics = assert_found(CODE, (REASON, "  operating_cost: ▸主要用于车辆燃油"))
    assert said(diagnostics) == [
        "这里应当写原因，“主要用于”是用途的写法。purposes 写钱用来做什么，reasons 写为什么增减。"
    ]
    assert in_english(diagnostics) == [
        (
            "this is the place of a reason, but “主要用于” begins a purpose. "
            "purposes say what money is for, reasons say why it changed."
        )
    ]


@pytest.mark.parametrize("text", ["用于车辆燃油", "主要用来保障车辆", "用途调整为车辆"])
def test_other_purposes(text: str) -> None:
    assert_found(CODE, (REASON, f"  operating_cost: ▸{text}"))


@pytest.mark.parametrize(
    "text", ["因基数提高而增加", "因工资调整而增加", "由于基数提高", "主要原因是基数提高", "因为调整"]
)
def test_a_reason_in_place_of_a_purpose(text: str) -> None:
    assert_found(CODE, (PURPOSE, f"  221: ▸{text}"))


@pytest.mark.parametrize(
    "text", ["因公出国（境）费", "因战因公伤残补助", "因工负伤人员补助", "因地制宜的支出", "职工因病医疗支出"]
)
def test_purposes(text: str) -> None:
    assert found((PURPOSE, f"  221: {text}")) == []


@pytest.mark.parametrize("text", ["车辆减少，用于车辆的支出相应减少", "因车辆减少", "{remark: 用于车辆}"])
def test_reasons(text: str) -> None:
    assert found((REASON, f"  operating_cost: {text}")) == []
