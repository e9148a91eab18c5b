"""The course of a figure over the years."""

from __future__ import annotations

from disc.publish.trend import ABOVE, HEIGHT, trend
from tests.publish.entries import amount, entry


def test_years_with_and_without_a_disclosure() -> None:
    found = trend(
        [
            entry("a/2025-budget", "甲局", amount("total", "200.00", "90.00")),
            entry("a/2023-budget", "甲局", amount("total", "100.00", "50.00")),
            entry("a/2025-final", "甲局", amount("total", "999.00")),
        ],
        "total",
        "budget",
    )
    assert found
    assert found.text == "2022年50.00万元，2023年100.00万元，2024年90.00万元，2025年200.00万元"
    assert [bar.told_later for bar in found.bars] == [True, False, True, False]
    assert [bar.height for bar in found.bars] == [HEIGHT // 4, HEIGHT // 2, 43, HEIGHT]
    assert {bar.y + bar.height for bar in found.bars} == {found.base} == {ABOVE + HEIGHT}
    assert found.bars[-1].x + found.bars[-1].width < found.width


def test_what_the_year_itself_says_goes_first() -> None:
    both = [
        entry("a/2024-budget", "甲局", amount("total", "2.00", "1.50")),
        entry("a/2023-budget", "甲局", amount("total", "1.00")),
    ]
    found = trend(both, "total", "budget")
    assert found
    assert [(bar.year, bar.amount, bar.told_later) for bar in found.bars] == [
        (2023, "1.00", False),
        (2024, "2.00", False),
    ]


def test_one_year_is_no_course() -> None:
    assert trend([entry("a/2024-budget", "甲局", amount("total", "2.00"))], "total", "budget") is None
    assert trend([entry("a/2024-budget")], "total", "budget") is None


def test_nothing_in_any_year_has_no_height() -> None:
    found = trend([entry("a/2024-budget", "甲局", amount("total", "0.00", "0.00"))], "total", "budget")
    assert found
    assert [bar.height for bar in found.bars] == [0, 0]


def test_long_amounts_have_room() -> None:
    """Digits of 12 units are at most 7 wide, commas and points 4."""
    for text in ("99999.99", "1000000.00", "99999999999.99"):
        found = trend([entry("a/2024-budget", "甲局", amount("total", text, text))], "total", "budget")
        assert found
        last, this = found.bars
        mark = len(this.amount) - sum(map(str.isdigit, this.amount))
        wide = 7 * (len(this.amount) - mark) + 4 * mark
        assert this.middle - last.middle >= wide
        assert last.middle - wide / 2 >= 0
        assert this.middle + wide / 2 <= found.width
