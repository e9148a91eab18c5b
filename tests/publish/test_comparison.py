"""Key figures side by side, as a reader with a calculator would work them out."""

from __future__ import annotations

import re

from msgspec.structs import replace

from disc.publish.comparison import Comparison, Row, compare
from disc.publish.links import Links
from tests.publish.entries import amount, entry


def shown(comparison: Comparison) -> list[list[str]]:
    return [cells(row) for row in comparison.rows]


def cells(row: Row) -> list[str]:
    return re.findall(r"<td[^>]*>(?:<data[^>]*>)?([^<]*)", row.cells)


def values(row: Row) -> list[str]:
    return re.findall(r'value="([^"]*)"', row.cells)


def groups(comparison: Comparison) -> list[tuple[str, str, int]]:
    return [(group.title, group.unit, len(group.aspects)) for group in comparison.groups]


def test_totals_and_their_changes() -> None:
    found = compare([
        entry("a/2025-budget", "甲局", amount("total", "896.16", "734.52")),
        entry("a/2024-budget", "甲局", amount("total", "1734.52", "2000.00")),
        entry("a/2023-budget", "甲局", amount("total", "5.00", "5.00")),
    ])  # fmt: skip
    assert groups(found) == [("total", "万元", 4)]
    assert shown(found) == [
        ["896.16", "734.52", "+161.64", "+22.01%"],
        ["1,734.52", "2,000.00", "−265.48", "−13.27%"],
        ["5.00", "5.00", "0.00", "0.00%"],
    ]
    assert values(found.rows[1]) == ["1734.52", "2000.00", "-265.48", "-13.27"]


def test_accounts_stand_beside_the_budget_of_their_year() -> None:
    total, unplanned = amount("total", "458.16", "344.45"), amount("budget", "3.00", nothing_before=True)
    found = compare([
        entry("a/2024-accounts", "甲局", total, amount("budget", "458.16", "360.00")),
        entry("b/2024-accounts", "乙局", amount("total", "3.00"), unplanned),
        entry("c/2024-accounts", "丙局", amount("total", "2.00")),
    ])  # fmt: skip
    assert groups(found) == [("total", "万元", 4), ("budget", "万元", 3)]
    assert [row[4:] for row in shown(found)] == [["360.00", "+98.16", "+27.27%"], ["无", "+3.00", ""], ["", "", ""]]
    assert groups(compare([entry("a/2024-accounts", "甲局", total, amount("budget", "458.16"))])) == groups(found)[:1]


def test_what_is_not_known_is_empty_and_what_is_none_is_said_to_be() -> None:
    found = compare([
        entry("a/2024-budget", "甲局", amount("total", "3.00", "0.00"), amount("procurement", "", nothing=True)),
        entry("b/2024-budget", "乙局", amount("total", "", "4.00")),
        entry("c/2024-budget", "丙局"),
    ])  # fmt: skip
    assert groups(found) == [("total", "万元", 4), ("procurement", "万元", 1)]
    assert shown(found) == [["3.00", "0.00", "+3.00", "", "无"], ["", "4.00", "", "", ""], [""] * 5]
    assert values(found.rows[0])[-1] == "0.00"


def test_figures_that_nobody_has_are_left_out() -> None:
    found = compare([entry("a/2024-budget", "甲局", amount("per_head", "1.20"), amount("operating_cost", "2.00"))])
    assert groups(found) == [("operating_cost", "万元", 1), ("per_head", "万元", 1)]
    assert groups(compare([entry("a/2024-budget")])) == []


def test_all_money_is_shown_in_one_unit() -> None:
    found = compare([
        entry("a/2024-budget", "甲局", amount("total", "12345650.00", "10000000.00", "元")),
        entry("b/2024-budget", "乙局", amount("total", "1234.57", "1000.00")),
    ])  # fmt: skip
    assert shown(found) == [["1,234.57", "1,000.00", "+234.57", "+23.46%"]] * 2


def test_a_percentage_of_a_negative_number_says_nothing() -> None:
    one = entry("a/2024-budget", "甲局", amount("total", "110.00", "-50.00"))
    assert shown(compare([one])) == [["110.00", "-50.00", "+160.00", ""]]


def test_people_where_they_are_asked_for() -> None:
    none = amount("overseas", "", unit="", nothing=True), amount("procurement", "", unit="", nothing=True)
    one = entry("a/2024-budget", "甲局", amount("total", "1.00"), amount("active", "23", unit="人"), *none)
    assert groups(compare([one])) == [("total", "万元", 1), ("procurement", "万元", 1)]
    assert groups(compare([one], counts=True)) == [*groups(compare([one])), ("active", "人", 1)]
    assert shown(compare([one], counts=True)) == [["1.00", "无", "23"]]


def test_units_are_marked() -> None:
    both = [entry("a/2024-budget"), entry("b/2024-budget")]
    assert [row.is_unit for row in compare(both, units=frozenset({"b/2024-budget"})).rows] == [False, True]


def test_a_cost_for_each_person_has_its_title_that_it_can_be_explained() -> None:
    assert compare([entry("a/2024-budget", "甲局", amount("per_head", "1.20"))]).per_head == "per_head"
    assert compare([entry("a/2024-budget", "甲局", amount("total", "1.20"))]).per_head == ""


def test_of_last_year_too_nothing_is_said_to_be_nothing() -> None:
    """A rate there is none of, since nothing can be divided by nothing."""
    found = compare([
        entry("a/2024-budget", "甲局", amount("total", "3.00", nothing_before=True)),
        entry("b/2024-budget", "乙局", amount("total", "", unit="", nothing=True, nothing_before=True)),
    ])  # fmt: skip
    assert shown(found) == [["3.00", "无", "+3.00", ""], ["无", "无", "0.00", ""]]


def test_this_year_s_numbers_lead_to_where_they_come_from() -> None:
    one = entry("a/甲/2024-budget", "甲局", amount("total", "3.00", "2.00"), amount("per_head", "1.00"))
    found = compare([replace(one, links=Links(("index.html", "index.html#key_total")))], "../")
    assert re.sub("<.?data[^>]*>", "", found.rows[0].cells) == (
        '<td class="this first"><a href="../a/%E7%94%B2/2024-budget/index.html#key_total">3.00</a></td>'
        '<td class="last">2.00</td><td class="change">+1.00</td><td class="rate">+50.00%</td>'
        '<td class="this first">1.00</td>'
    )
