"""Tables: what fits does not scroll, no number breaks, and headings stay in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import NARROW, WIDE, shown

pytestmark = pytest.mark.browser

PAGE = "xinjiang/akqi/government-office/2024-budget/index.html"
YEAR = "xinjiang/akqi/2024.html"
COVERED = "coverage/653023-2024.html"

SCROLLING = """all => all.filter(e => e.querySelector('.scroll').scrollWidth > e.querySelector('.scroll').clientWidth)
    .map(e => e.id)"""

BROKEN = r"""all => all.flatMap(cell => {
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange(), broken = [];
    while (text.nextNode())
        for (const number of text.currentNode.data.matchAll(/[\d.,]+%?/g)) {
            range.setStart(text.currentNode, number.index);
            range.setEnd(text.currentNode, number.index + number[0].length);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (lines.size > 1) broken.push(cell.textContent);
        }
    return broken;
})"""


def test_forms_fit_a_phone_and_so_do_tables_of_few_columns(browser: Browser, site: Path) -> None:
    with shown(browser, site / PAGE, NARROW) as page:
        assert page.locator(".layout").count() > 1
        assert page.locator(".official figure.table").evaluate_all(SCROLLING) == [
            "table_income",
            "table_appropriation",
            "table_projects",
            "table_carryover",
        ]


def test_no_number_of_a_table_breaks_on_a_phone(browser: Browser, site: Path) -> None:
    with shown(browser, site / PAGE, NARROW) as page:
        assert page.locator(".official td").evaluate_all(BROKEN) == []


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_headings_stay_in_sight_while_a_long_table_goes_by(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    with shown(browser, site / PAGE, size) as page:
        tables = page.locator(".official figure.table:has(thead)")
        assert tables.count() == 11
        for table in tables.all():
            table.locator("tbody tr").last.evaluate("row => row.scrollIntoView({ block: 'end' })")
            head, last = table.locator("thead").bounding_box(), table.locator("tbody tr").last.bounding_box()
            assert head
            assert last
            assert 0 <= head["y"] < head["y"] + head["height"] <= last["y"] + 1


@pytest.mark.parametrize("size", [NARROW, (700, 1000)])
def test_names_stay_in_sight_while_numbers_go_by(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    with shown(browser, site / PAGE, size) as page:
        room = page.locator("#table_income .scroll")
        assert room.evaluate("e => { e.scrollLeft = 9999; return e.scrollLeft; }") > 50
        left = "e => e.getBoundingClientRect().left"
        assert room.locator("tbody th").nth(3).evaluate(left) == room.evaluate(left)


def test_what_fits_of_the_tables_that_lead_to_disclosures_scrolls_with_the_page(browser: Browser, site: Path) -> None:
    for size, name in ((WIDE, YEAR), (WIDE, COVERED), (NARROW, "coverage/index.html"), (NARROW, "data/index.html")):
        with shown(browser, site / name, size) as page:
            rooms = page.locator("main .scroll").all()
            assert rooms
            for room in rooms:
                assert room.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight"), name
                assert room.locator("thead").evaluate("e => getComputedStyle(e).position") == "sticky"


def test_a_table_that_fits_scrolls_with_the_page_and_a_number_in_it_is_not_covered(
    browser: Browser, site: Path
) -> None:
    with shown(browser, site / PAGE, WIDE) as page:
        assert page.locator(".official .scroll").evaluate_all("all => all.every(e => e.scrollHeight <= e.clientHeight)")
        for number in page.locator("#table_income tbody a.figure").all()[::-7]:
            number.focus()
            assert number.evaluate(
                "e => e === document.elementFromPoint(e.getBoundingClientRect().x + 5, e.getBoundingClientRect().y + 5)"
            )
