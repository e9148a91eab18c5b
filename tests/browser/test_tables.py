"""Tables on a phone: what fits does not scroll, and no number breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import NARROW, shown

pytestmark = pytest.mark.browser

PAGE = "xinjiang/akqi/government-office/2024-budget/index.html"

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
