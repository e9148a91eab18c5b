"""A number opens its panel: by mouse, by keyboard, without JavaScript, in an old browser; never on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Locator, Page
from pypdf import PdfReader

from disc.build import build
from disc.load.spec_files import Options
from tests.browser import DESK, PHONE, a_page, shown, width
from tests.seed.spec import ADDRESS, ROOT

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK])
OLD = "delete HTMLElement.prototype.showPopover"
"""Makes a browser that has no popovers, as those of before 2023."""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the seed."""
    out = tmp_path_factory.mktemp("panels") / "site"
    assert not build(Options(ROOT, (ROOT / "specs" / f"{ADDRESS}.yaml",)), out).failed
    return out / ADDRESS / "index.html"


def number(page: Page, text: str, within: str = "main") -> Locator:
    """The first place at which a number stands."""
    return page.locator(f"{within} a.figure", has_text=text).first


def open_panels(page: Page) -> list[str]:
    """The headings of the panels that can be seen."""
    return [panel.locator(".result").inner_text() for panel in page.locator(".panel").all() if panel.is_visible()]


def is_inside(panel: Locator, size: tuple[int, int]) -> bool:
    box = panel.bounding_box()
    assert box
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size[0]
        and box["y"] + box["height"] <= size[1]
    )  # fmt: skip


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.textContent")
    return found


@contextmanager
def without(browser: Browser, page_file: Path, *, javascript: bool) -> Iterator[Page]:
    """The page without JavaScript, or without popovers."""
    with a_page(browser, javascript=javascript) as page:
        if javascript:
            page.add_init_script(OLD)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.goto(page_file.as_uri())
        yield page


@SIZES
@pytest.mark.parametrize("text", ["896.16万元", "26.95%", "7个"])
def test_a_click_opens_it_within_the_window_and_another_closes_it(
    browser: Browser, page_file: Path, size: tuple[int, int], text: str
) -> None:
    with shown(browser, page_file, size) as page:
        number(page, text).click()
        (heading,) = open_panels(page)
        assert heading.replace(" ", "").startswith(text)
        assert is_inside(page.locator(".panel:popover-open"), size)
        assert width(page) == size[0]
        page.mouse.click(3, 3)
        assert open_panels(page) == []


def test_on_a_desk_it_stands_beside_its_number(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        for text in ("896.16万元", "26.95%"):
            place = number(page, text)
            place.click()
            box, panel = place.bounding_box(), page.locator(".panel:popover-open").bounding_box()
            assert box
            assert panel
            below, above = panel["y"] - box["y"] - box["height"], box["y"] - panel["y"] - panel["height"]
            assert max(below, above) == pytest.approx(0, abs=8)
            assert panel["x"] <= box["x"] + box["width"]
            page.keyboard.press("Escape")


def test_on_a_phone_it_leaves_its_number_to_be_seen(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, PHONE) as page:
        link = number(page, "585.03", "#table_expenditure")
        link.evaluate("e => e.scrollIntoView({ block: 'end' })")
        link.click()
        place, panel = link.bounding_box(), page.locator(".panel:popover-open").bounding_box()
        assert place
        assert panel
        assert 0 < place["y"] < place["y"] + place["height"] <= panel["y"]


@SIZES
def test_by_keyboard_from_a_number_to_its_operand_and_back(
    browser: Browser, page_file: Path, size: tuple[int, int]
) -> None:
    with shown(browser, page_file, size) as page:
        number(page, "26.95%").focus()
        page.keyboard.press("Enter")
        assert focused(page).strip().startswith("26.95%")
        # Back at the number, with its panel open.
        number(page, "26.95%").focus()
        page.keyboard.press("Enter")
        assert focused(page).strip().startswith("26.95%")
        page.keyboard.press("Tab")
        assert focused(page) == "1.69"
        page.keyboard.press("Enter")
        assert len(open_panels(page)) == 2
        assert focused(page).strip().startswith("1.69万元")
        page.keyboard.press("Escape")
        assert focused(page) == "1.69"
        page.keyboard.press("Escape")
        assert focused(page) == "26.95%"
        assert open_panels(page) == []


def test_the_last_line_of_a_panel_leads_to_the_text_and_closes(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        number(page, "896.16", "#explanation").click()
        page.locator(".panel:popover-open .close").click()
        assert open_panels(page) == []
        assert focused(page).startswith("896.16")
        page.keyboard.press("Enter")
        page.locator(".panel:popover-open").get_by_text("在文中的位置").click()
        assert open_panels(page) == []
        assert page.url.endswith("#n13_")
        assert page.locator("#n13_").bounding_box()


def test_a_link_in_a_picture_opens_it_too(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        picture = '<svg id="picture" width="200" height="40"><a href="#f13_"><text y="20">896.16</text></a></svg>'
        page.evaluate("picture => document.querySelector('main').insertAdjacentHTML('afterbegin', picture)", picture)
        page.locator("#picture text").click()
        assert [heading.replace(" ", "")[:8] for heading in open_panels(page)] == ["896.16万元"]
        page.keyboard.press("Escape")
        assert open_panels(page) == []


@pytest.mark.parametrize("javascript", [False, True])
def test_without_javascript_or_popovers(browser: Browser, page_file: Path, *, javascript: bool) -> None:
    with without(browser, page_file, javascript=javascript) as page:
        place = number(page, "896.16", "#explanation")
        place.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        place.click()
        (heading,) = open_panels(page)
        assert heading.replace(" ", "").startswith("896.16万元")
        assert is_inside(page.locator(".panel:target"), PHONE)
        page.locator(".panel:target .formula a").first.click()
        assert open_panels(page)[0].replace(" ", "").startswith("891.58万元")
        page.go_back()
        assert open_panels(page) == [heading]
        page.locator(".panel:target .close").click()
        assert open_panels(page) == []
        assert page.evaluate("scrollY") == before


def test_an_address_can_name_a_panel(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        page.goto(f"{page_file.as_uri()}#f13_")
        assert [heading.replace(" ", "")[:8] for heading in open_panels(page)] == ["896.16万元"]
        assert page.evaluate("scrollY") == 0


def test_a_long_panel_scrolls_with_its_last_line_in_reach(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, PHONE) as page:
        number(page, "896.16万元").click()
        panel = page.locator(".panel:popover-open")
        assert panel.evaluate("e => e.scrollHeight > e.clientHeight && e.scrollWidth <= e.clientWidth")
        assert is_inside(panel.locator(".close"), PHONE)
        panel.press("End")
        page.wait_for_function("e => e.scrollTop + e.clientHeight >= e.scrollHeight - 1", arg=panel.element_handle())


def test_a_table_of_many_numbers_can_be_skipped(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        skip = page.locator("#table_income .skip-table")
        assert skip.evaluate("e => getComputedStyle(e).opacity") == "0"
        skip.focus()
        assert skip.evaluate("e => getComputedStyle(e).opacity") == "1"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "tables/income.csv"


def test_numbers_are_text_that_can_be_copied(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        script = "e => { getSelection().selectAllChildren(e); return getSelection().toString() }"
        copied = str(page.locator("#table_overall tbody tr").last.evaluate(script))
        assert copied.split() == ["收入总计", "896.16", "支出总计", "896.16"]


def test_paper_shows_no_panels(browser: Browser, page_file: Path) -> None:
    with shown(browser, page_file, DESK) as page:
        page.goto(f"{page_file.as_uri()}#f13_")
        page.emulate_media(media="print")
        assert open_panels(page) == []
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = normalize("NFKC", "".join(sheet.extract_text() for sheet in pdf.pages)).replace("\n", "")
    assert "896.16" in text
    assert not any(words in text for words in ("来历", "跳过", "点开", "关闭"))
