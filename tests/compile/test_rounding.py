"""When a page must say that parts miss their total by rounding: exactly when a reader who adds up finds it so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.compile.rounding import misses_total
from disc.core.figure import Calculation, Figure, Operation, Sum
from disc.core.number import WAN_YUAN, YUAN, Unit, add, multiply
from tests.golden_files import Data
from tests.seed.spec import WITHOUT_REPORTED, data, seed_data


def figure(value: str, *lines: int, unit: Unit = WAN_YUAN) -> Figure:
    return Figure(multiply(Decimal(value), unit.scale), unit, 2, Sum(lines))


CASES = {
    "nothing": ([], False),
    "one figure": ([figure("5", 0)], False),
    "parts that add up": ([figure("1.11", 0), figure("2.22", 1), figure("3.33", 0, 1)], False),
    "parts that miss it": ([figure("1.11", 0), figure("2.22", 1), figure("3.34", 0, 1)], True),
    "the whole first": ([figure("3.34", 0, 1), figure("1.11", 0), figure("2.22", 1)], True),
    "parts that miss it only in what is displayed": (
        [figure("1.114", 0), figure("2.224", 1), figure("3.338", 0, 1)],
        True,
    ),
    "parts that miss it only in what is not displayed": (
        [figure("1.114", 0), figure("2.216", 1), figure("3.33", 0, 1)],
        False,
    ),
    "parts that are not all there": ([figure("1.11", 0), figure("3.34", 0, 1)], False),
    "parts that overlap": ([figure("1.11", 0, 1), figure("2.22", 1, 2), figure("5", 0, 1, 2)], False),
    "subtotals that add up, of items that miss them": (
        [figure("2", 0, 1), figure("1.01", 0), figure("1", 1), figure("3", 2), figure("5", 0, 1, 2)],
        True,
    ),
    "subtotals that miss the total, of items that add up": (
        [figure("2", 0, 1), figure("1", 0), figure("1", 1), figure("3", 2), figure("5.01", 0, 1, 2)],
        True,
    ),
    "the same lines twice": ([figure("2", 0, 1), figure("2", 0, 1), figure("1", 0), figure("1", 1)], False),
    "figures that sum no lines": (
        [Figure(Decimal(9), WAN_YUAN, 2, Calculation(Operation.TOTAL, ())), figure("1", 0), figure("2", 1)],
        False,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_missed_totals(name: str) -> None:
    figures, misses = CASES[name]
    assert misses_total(figures) is misses


@given(st.lists(st.decimals(0, 100, places=2).map(str), min_size=2, max_size=20), st.integers(1, 19))
def test_numbers_that_are_shown_whole_never_miss(amounts: list[str], middle: int) -> None:
    items = [figure(amount, n, unit=YUAN) for n, amount in enumerate(amounts)]
    groups = [range(min(middle, len(items))), range(middle, len(items)), range(len(items))]
    sums = [figure(str(add(*(items[n].value for n in group))), *group, unit=YUAN) for group in groups if len(group) > 0]
    assert not misses_total([*items, *sums])
    # One hundredth more, and it shows.
    *others, whole = sums
    assert misses_total([*items, *others, figure(str(add(whole.value, Decimal("0.01"))), *groups[-1], unit=YUAN)])


def test_the_seed_has_the_note_where_a_reader_needs_it() -> None:
    # 50.76 and 59.23 stand beside 109.98. In the other tables all is there and agrees, or 208 stands alone.
    assert noted(seed_data()) == {"income", "expenditure", "general"}


def test_where_everything_adds_up_there_is_no_note() -> None:
    # Without approved totals every number is the sum of its lines; only table 6 mixes two breakdowns.
    assert noted(data(WITHOUT_REPORTED)) <= {"basic"}


def test_a_total_by_function_over_items_by_economic_classification_has_the_note() -> None:
    # 641.44 (by function) stands below 559.92, 27.64 and 53.87, which come to 641.43.
    assert noted(data(WITHOUT_REPORTED)) == {"basic"}


def noted(document: Data) -> set[str]:
    """Return the tables that say that parts miss a total by rounding."""
    (part,) = (part for part in document["sections"] if part["id"] == "tables")
    tables = [table for section in part["blocks"] for table in section["blocks"]]
    return {t["id"] for t in tables if any("尾差" in i["text"] for note in t["notes"] for i in note["content"])}
