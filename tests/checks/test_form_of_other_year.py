from __future__ import annotations

import pytest

from disc.load.form_years import Years
from tests.checks.support import assert_found, found, in_english, said

CODE = "form-of-other-year"
SEED = ("\nyear: 2024\n", "\nyear: ▸2024\n")


def test_a_form_that_came_later() -> None:
    diagnostics = assert_found(CODE, SEED, years=Years(2025))
    assert said(diagnostics) == [
        "表样 xinjiang/unit-budget 用于 2025 年起，这里是 2024 年。改用这一年度的表样，或改正 year。"
    ]
    assert in_english(diagnostics) == [
        (
            "the form xinjiang/unit-budget is for 2025 and later, this is 2024. "
            "Name the form for this year, or correct year."
        )
    ]


@pytest.mark.parametrize(
    ("years", "written"),
    [(Years(2021, 2023), "2021—2023 年"), (Years(None, 2023), "2023 年及以前"), (Years(2025, 2025), "2025 年")],
)
def test_years_outside(years: Years, written: str) -> None:
    (diagnostic,) = assert_found(CODE, SEED, years=years)
    assert f"用于 {written}，" in diagnostic.message("zh")


@pytest.mark.parametrize("years", [Years(), Years(2024), Years(2024, 2024), Years(None, 2024), Years(2023, 2025)])
def test_years_within(years: Years) -> None:
    assert found(years=years) == []
