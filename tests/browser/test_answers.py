"""What people come for: how much, on what, compared with last year, who decided, and where a number comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import NARROW, WIDE, shown

pytestmark = pytest.mark.browser

OFFICE = "阿合奇县人民政府办公室"


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("javascript", [True, False])
def test_every_question_is_answered_within_two_clicks(
    browser: Browser, site: Path, size: tuple[int, int], *, javascript: bool
) -> None:
    with shown(browser, site / "index.html", size, javascript=javascript) as page:
        entry = page.get_by_role("listitem").filter(has_text=OFFICE).last
        entry.get_by_role("link", name="2024年预算").click()
        summary = page.locator("#summary_")
        for answer in (
            "全年收入和支出预算各896.16万元",
            "比上年预算增加161.64万元",
            "最大的用途是一般公共服务支出",
            f"由{OFFICE}编制，2024年2月21日公开；文件没有写明批复日期。",
        ):
            summary.get_by_text(answer).wait_for()
        summary.locator(".lead").get_by_role("link", name="896.16万元").click()
        panel = page.locator(".panel").filter(visible=True)
        panel.get_by_text("specs/xinjiang/akqi/government-office/2024-budget.yaml").first.wait_for()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_comparison_leads_to_the_source_of_a_number(browser: Browser, site: Path, *, javascript: bool) -> None:
    """As on large sites, of which the first page has no list of entities."""
    with shown(browser, site / "index.html", NARROW, javascript=javascript) as page:
        page.locator("table.places a[href$='akqi/2024.html']").click()
        page.get_by_role("row", name=OFFICE).get_by_role("link", name="896.16").click()
        panels = page.locator(".panel").filter(visible=True)
        panels.get_by_text("specs/xinjiang/akqi/government-office/2024-budget.yaml").first.wait_for()
        panels.get_by_role("link", name="关闭").click()
        panels.wait_for(state="detached")
        # Another one does not leave it open.
        page.go_back()
        page.locator(".lead").get_by_role("link", name="22.01%").click()
        assert panels.locator(".result").all_inner_texts() == ["22.01% 收支总预算比上年预算数增长"]


def test_a_search_leads_to_the_same_place(browser: Browser, site: Path) -> None:
    with shown(browser, site / "index.html", NARROW) as page:
        page.locator("input[name=q]").fill(OFFICE)
        page.keyboard.press("Enter")
        results = page.locator(".search-results")
        results.get_by_text("阿合奇县，2024年预算896.16万元").first.wait_for()
        results.get_by_role("link", name=f"{OFFICE}2024年单位预算公开").click()
        page.locator("#summary_").wait_for()
