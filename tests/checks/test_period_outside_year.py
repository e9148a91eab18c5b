from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "period-outside-year"
PERIOD = '    period: {from: "2024-01", to: "2024-12"}\n'


def test_the_period_of_another_year() -> None:
    diagnostics = assert_found(CODE, (PERIOD, '    ▸period: {from: "2023-01", to: "2023-12"}\n'))
    assert said(diagnostics) == [
        "资金执行时间 2023-01 至 2023-12，没有一个月在 2024 年。核对是否沿用了以前年度的时间。"
    ]
    assert in_english(diagnostics) == [
        "the period, 2023-01 to 2023-12, has no month in 2024. Check whether it was copied from another year's budget."
    ]
    assert_found(CODE, (PERIOD, '    ▸period: {from: "2025-01", to: "2025-12"}\n'))


def test_a_period_that_touches_the_year() -> None:
    for start, end in (("2022-01", "2024-01"), ("2024-12", "2026-12"), ("2023-01", "2025-12")):
        assert found((PERIOD, f'    period: {{from: "{start}", to: "{end}"}}\n')) == []


def test_money_carried_over_keeps_its_period() -> None:
    projects = """
    projects:
      - {name: 修路, function: 2010301, source: general, economic: {30213: 30}}
      - {name: 修桥, function: 2010301, source: general_carryover, amount: 3, period: {from: "2022-01", to: "2022-12"}}
    """
    assert found(text=example(projects)) == []
