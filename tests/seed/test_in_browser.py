"""The page of the seed, as `disc build` makes it, in a real browser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from disc.build import build
from disc.load.spec_files import Options
from tests.browser import DESK, PHONE, cut_off, shown, visible, width
from tests.seed.spec import ADDRESS, ROOT

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK])
TABLES = 11
TARGETS = 7


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository."""
    out = tmp_path_factory.mktemp("seed") / "site"
    assert not build(Options(ROOT), out).failed
    return out


@SIZES
@pytest.mark.parametrize("name", ["index.html", "coverage/index.html", f"{ADDRESS}/index.html"])
def test_nothing_overflows(browser: Browser, site: Path, name: str, size: tuple[int, int]) -> None:
    with shown(browser, site / name, size) as page:
        assert width(page) == size[0]
        assert cut_off(page) == []


@SIZES
def test_headings_merged_cells_and_figures_are_visible(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    with shown(browser, site / ADDRESS / "index.html", size) as page:
        assert visible(page.locator(".official h2")) == 4
        assert visible(page.locator(".official table")) == TABLES + TARGETS
        assert visible(page.locator("thead th[colspan]")) > TABLES
        assert visible(page.locator("thead th[rowspan]")) > TABLES
        assert visible(page.locator(".official a.figure")) > 400
        total = page.locator("#explain-overall a.figure")
        assert [total.nth(n).inner_text() for n in range(total.count())] == ["896.16万元"]


def test_the_income_table_has_headings_on_three_levels(browser: Browser, site: Path) -> None:
    with shown(browser, site / ADDRESS / "index.html", DESK) as page:
        rows = page.locator("#table_income thead tr")
        assert rows.count() == 3
        assert rows.first.locator("th").all_inner_texts()[:3] == ["科目", "总计", "财政拨款（补助）"]
        assert rows.last.locator("th").all_inner_texts() == ["类", "款", "项"]


def test_every_entry_of_the_contents_list_leads_to_its_heading(browser: Browser, site: Path) -> None:
    with shown(browser, site / ADDRESS / "index.html", DESK) as page:
        links = page.locator(".contents-open nav a")
        titles = [links.nth(n).inner_text().split() for n in range(links.count())]
        targets = [str(links.nth(n).get_attribute("href")) for n in range(links.count())]
        headings = [page.locator(f"{target} > :is(h2, h3)").inner_text().split() for target in targets]
        assert headings == titles
        assert len(titles) == 29


@SIZES
def test_the_list_of_what_must_be_published_opens_and_leads_there(
    browser: Browser, site: Path, size: tuple[int, int]
) -> None:
    with shown(browser, site / ADDRESS / "index.html", size) as page:
        assert not page.locator(".coverage li").first.is_visible()
        page.locator(".coverage summary").click()
        assert visible(page.locator(".coverage li")) == 19
        assert width(page) == size[0]
        targets = {str(link.get_attribute("href")) for link in page.locator(".coverage li a").all()}
        assert [target for target in targets if page.locator(target).count() != 1] == []
        page.emulate_media(media="print")
        assert not page.locator(".coverage").is_visible()


def test_it_prints_on_a4(browser: Browser, site: Path) -> None:
    with shown(browser, site / ADDRESS / "index.html", DESK) as page:
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in pdf.pages}
    assert sizes == {(595, 842), (842, 595)}
