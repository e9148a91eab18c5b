from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "unknown-reason"
BASIC = "  basic: 预算中人员经费及公用经费相应调整\n"


def test_a_measure_that_the_form_does_not_have() -> None:
    diagnostics = assert_found(CODE, (BASIC, BASIC.replace("basic", "▸basics")))
    assert said(diagnostics) == [
        "basics 既不是表样的指标，也不是本文件中有金额的功能分类编码。核对写法：最接近的是 basic。"
    ]
    assert in_english(diagnostics) == [
        (
            "basics is neither a measure of the form nor a function code with money in this spec. "
            "Check how it is written: the nearest is basic."
        )
    ]


def test_a_code_without_money() -> None:
    diagnostics = assert_found(CODE, ("  2210201: 在职人员工资调整", "  ▸2210203: 在职人员工资调整"))
    assert said(diagnostics) == [
        "2210203 既不是表样的指标，也不是本文件中有金额的功能分类编码。核对写法：最接近的是 2210201。"
    ]


@pytest.mark.parametrize("key", ["total", "fund", "20103", "208", "2080501"])
def test_what_reasons_can_be_about(key: str) -> None:
    # The key that was there is free, so another one may have the same text.
    others = [("  2080501: 行政单位离退休费减少\n", "")] if key == "2080501" else []
    assert found((BASIC, BASIC.replace("basic", key)), *others) == []


def test_a_code_that_had_money_last_year_only() -> None:
    last_year = ("          2210201: 36.74", "          2210203: 36.74")
    assert found(last_year, (BASIC, BASIC.replace("basic", "2210203"))) == []
