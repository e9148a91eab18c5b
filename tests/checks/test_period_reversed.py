from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "period-reversed"
PERIOD = '    period: {from: "2024-01", to: "2024-12"}\n'


def test_a_period_that_ends_before_it_begins() -> None:
    diagnostics = assert_found(CODE, (PERIOD, '    period: {from: "2024-12", to: ▸"2024-01"}\n'))
    assert said(diagnostics) == ["资金执行时间从 2024-12 到 2024-01，止于开始之前。改正起止年月。"]
    assert in_english(diagnostics) == ["the period runs from 2024-12 to 2024-01, backwards. Correct the months."]
    assert len(diagnostics[0].related) == 1


def test_a_period_of_one_month() -> None:
    assert found((PERIOD, '    period: {from: "2024-12", to: "2024-12"}\n')) == []
