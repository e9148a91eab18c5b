"""The list of downloads and the data page as a reader uses them: without JavaScript, by keyboard, on phone and desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from disc.build import build
from disc.load.spec_files import Options
from tests.browser import DESK, PHONE, a_page, shown, visible, width
from tests.roots import a_root

pytestmark = pytest.mark.browser

PAGE = "a/office/2024-budget/index.html"
OFFERED = ["tables.xlsx", "tables.excel.csv", "facts.csv", "data.json", "index.md", "datapackage.json"]
MONEY = "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\nprojects: []\n"


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_root(tmp_path_factory.mktemp("root"), {"a/office/2024-budget.yaml": MONEY})
    out = tmp_path_factory.mktemp("out") / "网站 #1"
    assert not build(Options(root), out).failed
    return out


def hrefs(page: Page, within: str) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(f"{within} a").all()]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_list_opens_by_keyboard_and_stays_on_the_screen(
    browser: Browser, built_site: Path, size: tuple[int, int]
) -> None:
    with shown(browser, built_site / PAGE, size) as page:
        summary = page.locator(".downloads > summary")
        assert not page.locator(".downloads li").first.is_visible()
        summary.focus()
        page.keyboard.press("Enter")
        assert visible(page.locator(".downloads :is(a, .size, .note)")) == 3 * len(OFFERED)
        assert width(page) == size[0]
        box = page.locator(".downloads-list").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == OFFERED[0]


def test_every_file_of_the_list_is_there_and_can_be_saved_without_javascript(
    browser: Browser, built_site: Path
) -> None:
    with a_page(browser, javascript=False) as page:
        page.goto((built_site / PAGE).as_uri())
        page.locator(".downloads > summary").click()
        assert hrefs(page, ".downloads") == OFFERED
        for name in ("tables.xlsx", "facts.csv"):
            with page.expect_download() as saved:
                page.locator(f'.downloads a[href="{name}"]').click()
            assert Path(saved.value.path()).read_bytes() == (built_site / PAGE).with_name(name).read_bytes()


def test_the_list_is_not_printed(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / PAGE, DESK) as page:
        page.locator(".downloads > summary").click()
        page.emulate_media(media="print")
        assert not page.locator(".downloads").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_start_page_leads_to_the_long_tables(browser: Browser, built_site: Path, size: tuple[int, int]) -> None:
    with shown(browser, built_site / "index.html", size) as page:
        page.get_by_role("main").get_by_role("link", name="数据下载").click()
        assert page.locator("h1").inner_text() == "数据下载"
        assert width(page) == size[0]
        files = hrefs(page, ".tables")
        assert len(files) == 5
        assert [name for name in files if not (built_site / "data" / name).is_file()] == []
        assert page.locator(".data-page tbody tr").count() == 33
