"""Figures: what is displayed, and numbers calculated from what is displayed."""

from __future__ import annotations

import pickle
from decimal import Decimal, DivisionByZero

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.figure import Calculation, Count, Figure, Operation, Sum, average, change, lines_of, rate, share, total
from disc.core.number import PERCENT, WAN_YUAN, YUAN, Unit, multiply


def figure(value: str, unit: Unit = WAN_YUAN, decimals: int = 2) -> Figure:
    """A figure of so many 元 (万元: given in 万元)."""
    return Figure(multiply(Decimal(value), unit.scale), unit, decimals, Sum((0,)))


@pytest.mark.parametrize(
    ("yuan", "unit", "decimals", "text"),
    [
        ("8961600", WAN_YUAN, 2, "896.16"),
        ("8961650", WAN_YUAN, 2, "896.17"),
        ("8961649.99", WAN_YUAN, 2, "896.16"),
        ("8961649.99", YUAN, 2, "8961649.99"),
        ("8961649.5", YUAN, 0, "8961650"),
        ("180", WAN_YUAN, 2, "0.02"),
        ("49.99", WAN_YUAN, 2, "0.00"),
        ("-49.99", WAN_YUAN, 2, "0.00"),
        ("-50", WAN_YUAN, 2, "-0.01"),
        ("25", Unit("人"), 0, "25"),
    ],
)
def test_what_is_displayed(yuan: str, unit: Unit, decimals: int, text: str) -> None:
    assert Figure(Decimal(yuan), unit, decimals, Sum(())).text() == text


def test_thousands() -> None:
    assert figure("1234567.5").text(thousands=True) == "1,234,567.50"


# What is displayed, and what follows: this, last, change, rate.
CHANGES = [
    ("130.33", "91.06", "39.27", "43.13"),
    ("50.76", "56.52", "-5.76", "-10.19"),
    ("37", "16.19", "20.81", "128.54"),
    ("5", "5", "0.00", "0.00"),
    ("0", "5", "-5.00", "-100.00"),
    # From what is displayed (0.02 and 0.01), not from what stands behind it (0.0051 more).
    ("0.0151", "0.0100", "0.01", "100.00"),
    # 1.00 and 1.00 are equal to a reader, 1.0049 and 0.9950 are not equal to each other.
    ("1.0049", "0.9950", "0.00", "0.00"),
    ("-2", "-1", "-1.00", "100.00"),
]


@pytest.mark.parametrize(("this", "last", "changed", "percentage"), CHANGES)
def test_change_and_rate(this: str, last: str, changed: str, percentage: str) -> None:
    difference = change(figure(this), figure(last))
    assert difference.text() == changed
    assert rate(difference, figure(last)).text() == percentage


SHARES = [
    ("37", "896.16", "4.13"),
    ("4.58", "896.16", "0.51"),
    ("854.58", "896.16", "95.36"),
    ("109.98", "854.58", "12.87"),
    ("1", "3", "33.33"),
    ("2", "3", "66.67"),
    ("0.00005", "0.5", "0.00"),
    ("0.005", "0.5", "2.00"),  # displayed as 0.01
    ("-1", "8", "-12.50"),
    ("3", "3", "100.00"),
]


@pytest.mark.parametrize(("part", "whole", "percentage"), SHARES)
def test_share(part: str, whole: str, percentage: str) -> None:
    assert share(figure(part), figure(whole)).text() == percentage


def test_a_share_can_have_other_decimals() -> None:
    assert share(figure("1"), figure("3"), decimals=1).text() == "33.3"


def test_a_share_is_rounded_once() -> None:
    # 14.45÷1000 is 1.445 %: to one decimal 1.4, though 1.445 rounds to 1.45 and 1.45 to 1.5.
    assert share(figure("14.45"), figure("1000"), decimals=1).text() == "1.4"


@pytest.mark.parametrize("nothing", ["0", "0.0049", "-0.0049"])
def test_of_what_is_displayed_as_zero_there_is_no_percentage(nothing: str) -> None:
    with pytest.raises(DivisionByZero):
        share(figure("1"), figure(nothing))
    with pytest.raises(DivisionByZero):
        rate(figure("1"), figure(nothing))


def test_a_total_is_exact_before_it_is_displayed() -> None:
    parts = (figure("0.0049"), figure("0.0049"), figure("0.0002"))
    assert [part.text() for part in parts] == ["0.00"] * 3
    assert total(parts, WAN_YUAN, 2).text() == "0.01"


def test_a_calculated_figure_knows_its_operands() -> None:
    this, last = figure("3"), figure("2")
    difference = change(this, last)
    assert difference.derivation == Calculation(Operation.CHANGE, (this, last))
    assert rate(difference, last).derivation == Calculation(Operation.RATE, (difference, last))
    assert share(this, last).derivation == Calculation(Operation.SHARE, (this, last))
    assert total((this, last), YUAN, 0).derivation == Calculation(Operation.TOTAL, (this, last))
    assert (difference.unit, share(this, last).unit) == (WAN_YUAN, PERCENT)


def test_an_average_is_that_of_the_numbers_shown() -> None:
    people = Figure(Decimal(23), Unit("人"), 0, Sum((7,)))
    each = average(figure("27.6449"), people)
    assert (each.text(), each.unit, each.value) == ("1.20", WAN_YUAN, Decimal("12000.00"))
    assert each.derivation == Calculation(Operation.AVERAGE, (figure("27.6449"), people))
    with pytest.raises(DivisionByZero):
        average(figure("1"), Figure(Decimal(0), Unit("人"), 0, Sum(())))


MONEY = st.decimals(0, 10**6, places=4).map(str)


@given(st.lists(MONEY, min_size=1, max_size=40))
def test_shares_of_a_whole_come_to_a_hundred_but_for_rounding(amounts: list[str]) -> None:
    parts = [figure(amount) for amount in amounts]
    whole = total(tuple(parts), WAN_YUAN, 2)
    if whole.shown.is_zero():
        return
    shares = sum((share(part, whole).shown for part in parts), Decimal(0))
    # Each share is rounded to 0.01 %, each part and the whole to 0.01万元 before.
    rounding = Decimal("0.005") * len(parts) + Decimal("0.5") * (len(parts) + 1) / whole.shown
    assert abs(shares - 100) <= rounding


@given(MONEY, MONEY)
def test_what_is_said_of_a_change_agrees_with_what_is_shown(this: str, last: str) -> None:
    difference = change(figure(this), figure(last))
    assert figure(last).shown + difference.shown == figure(this).shown
    assert (difference.shown == 0) == (figure(this).text() == figure(last).text())


@given(st.lists(MONEY, min_size=1, max_size=20))
def test_the_order_of_the_parts_does_not_matter(amounts: list[str]) -> None:
    parts = tuple(figure(amount) for amount in amounts)
    assert total(parts, WAN_YUAN, 2).text() == total(parts[::-1], WAN_YUAN, 2).text()


def test_a_figure_comes_from_the_lines_of_all_its_operands() -> None:
    this, last = (Figure(Decimal(1), YUAN, 2, Sum(lines)) for lines in ((0, 2), (5,)))
    assert lines_of(rate(change(this, last), last)) == {0, 2, 5}
    assert lines_of(Figure(Decimal(1), Unit("个"), 0, Count("projects", ()))) == frozenset()


def test_a_figure_travels_to_another_process_without_what_it_remembers() -> None:
    this = figure("12345.67")
    assert this.text() == "12345.67"
    assert hash(this) == hash(figure("12345.67"))
    assert {"shown", "_hash"} <= vars(this).keys()
    sent = pickle.loads(pickle.dumps(this))  # noqa: S301 - our own
    assert sent == this
    assert not vars(sent)
