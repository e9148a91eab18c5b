"""However somebody reads: with the keyboard, at 400 %, in large print, with contrast, without scripts or colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import NARROW, WIDE, cut_off, shown, width
from tests.browser.site import kinds, pages

pytestmark = pytest.mark.browser

START = "index.html"
PAGE = "xinjiang/akqi/government-office/2024-budget/index.html"
ENTITY = "xinjiang/akqi/government-office/index.html"

ZOOMED = (320, 256)
"""What is left of a window of 1280 × 1024 at 400 %, which WCAG 1.4.10 asks pages to fit into."""

SPACING = "* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }"
"""What WCAG 1.4.12 lets readers do to every text."""

ADD_STYLE = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""
"""Adds a style as a reader's own program does, whatever the policy of the page says of styles."""

STOPS = 120
"""How far the Tab key is followed on each page."""

STOP = """() => {
    const it = document.activeElement;
    const style = getComputedStyle(it);
    const box = it.getBoundingClientRect();
    const spots = [[0.5, 0.5], [0.05, 0.2], [0.95, 0.8]].map(([x, y]) => document.elementFromPoint(
        Math.min(Math.max(box.left + x * box.width, 1), innerWidth - 1),
        Math.min(Math.max(box.top + y * box.height, 1), innerHeight - 1)));
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {
        name: `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 12)}`,
        place: [...document.querySelectorAll('*')].indexOf(it),
        wrong: [
            ...(box.width && box.height ? [] : ['invisible']),
            ...(box.bottom > 0 && box.top < innerHeight ? [] : ['outside']),
            ...(spots.some(spot => spot && (it.contains(spot) || spot.contains(it) && spot !== document.body
                && spot !== document.documentElement || spot.closest('label')?.control === it)) ? [] : ['covered']),
            ...(outlined ? [] : ['not marked']),
        ],
    };
}"""


def stops(page: Page) -> tuple[list[int], list[str]]:
    """Press Tab to the end of the page or `STOPS` times; return where it stopped, and what is wrong there."""
    places: list[int] = []
    wrong: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["name"].startswith("BODY"):
            break
        places.append(stop["place"])
        wrong += [f"{stop['name']}: {problem}" for problem in stop["wrong"]]
    return places, wrong


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_the_keyboard_goes_in_order_and_is_seen(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    found = []
    for name in kinds(site):
        with shown(browser, site / name, size) as page:
            places, wrong = stops(page)
        assert len(places) > 1, name
        assert places == sorted(places), name
        found += [f"{name}: {problem}" for problem in wrong]
    assert found == []


def test_skip_links_come_first_and_lead_to_the_text(browser: Browser, site: Path) -> None:
    for name in kinds(site):
        with shown(browser, site / name, NARROW) as page:
            if page.evaluate("document.activeElement.matches('main input[type=search]')"):
                continue  # The page is there to be typed into, and begins with that.
            page.keyboard.press("Tab")
            assert page.locator(":focus").inner_text() == "跳到正文"
            assert page.locator(":focus").bounding_box() is not None
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), name


@pytest.mark.parametrize("large", [False, True])
def test_at_400_percent_only_tables_scroll_to_the_side(browser: Browser, site: Path, large: bool) -> None:
    for name in kinds(site):
        with shown(browser, site / name, ZOOMED) as page:
            page.evaluate(ADD_STYLE, SPACING)
            page.get_by_label("大字版").set_checked(large)
            assert width(page) == ZOOMED[0], name
            assert cut_off(page) == [], name
            scrolling = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto'"
            regions = page.locator("main *").evaluate_all(f"all => all.filter({scrolling}).map(e => e.tabIndex)")
            assert set(regions) <= {0}, name


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_large_print_is_large_everywhere(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    """18 points, by the rules of design for the aged; pictures are as large as there is room."""
    smallest = """() => Math.min(...[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
        && !e.closest('.unseen, svg') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    for name in kinds(site):
        with shown(browser, site / name, size) as page:
            assert 12 <= page.evaluate(smallest) < 24, name
            page.get_by_label("大字版").check()
            assert page.evaluate(smallest) >= 24 * 0.95, name
            assert width(page) == size[0], name


def test_the_pictures_of_the_years_are_large_too(browser: Browser, site: Path) -> None:
    letters = "e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a"
    with shown(browser, site / ENTITY, NARROW) as page:
        amount = page.locator(".trend .amount").first
        assert amount.evaluate(letters) == 12
        page.get_by_label("大字版").check()
        assert amount.evaluate(letters) == 24
        assert width(page) == NARROW[0]


def test_ways_of_reading_work_without_scripts(browser: Browser, site: Path) -> None:
    with shown(browser, site / START, NARROW, javascript=False) as page:
        ink, size = looks(page)
        page.get_by_label("大字版").check()
        page.get_by_label("高对比度").check()
        assert looks(page) == ("rgb(255, 255, 255)", size * 1.5)
        assert ink != "rgb(255, 255, 255)"
        page.emulate_media(media="print")
        assert looks(page) == ("rgb(0, 0, 0)", size)


def test_ways_of_reading_are_remembered(browser: Browser, site: Path) -> None:
    with shown(browser, site / START, NARROW) as page:
        page.get_by_label("大字版").check()
        page.goto((site / PAGE).as_uri())
        assert page.get_by_label("大字版").is_checked()
        assert not page.get_by_label("高对比度").is_checked()
        page.get_by_label("大字版").uncheck()
        page.go_back()
        page.wait_for_function("!document.querySelector('#reading_large').checked")


def looks(page: Page) -> tuple[str, float]:
    """The colour of the text, and the size of the letters that all others go by."""
    colour, size = page.evaluate("(s => [s.color, s.fontSize])(getComputedStyle(document.documentElement))")
    return colour, float(size.removesuffix("px"))


def test_the_reader_s_own_colours_replace_ours(browser: Browser, site: Path) -> None:
    """Nothing painted by us stays behind the text that the system paints."""
    painted = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.textContent.trim()
        && getComputedStyle(e).backgroundImage !== 'none').map(e => e.outerHTML.slice(0, 80))"""
    for name in kinds(site):
        with shown(browser, site / name, NARROW) as page:
            page.emulate_media(forced_colors="active")
            assert page.evaluate(painted) == [], name


def test_nothing_moves_for_those_who_ask(browser: Browser, site: Path) -> None:
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e);
        return [style.transitionDuration, style.animationDuration].join().split(',').some(t => parseFloat(t) > 0.01);
    }).map(e => e.outerHTML.slice(0, 80))"""
    for name in kinds(site):
        with shown(browser, site / name, WIDE) as page:
            page.emulate_media(reduced_motion="reduce")
            assert page.evaluate(moving) == [], name


def test_lines_break_as_they_should(browser: Browser, site: Path) -> None:
    """No line begins with a mark that closes, and no amount is parted from its unit."""
    with shown(browser, site / PAGE, NARROW) as page:
        starts = page.evaluate("""() => [...document.querySelectorAll('.official p')].flatMap(p => {
            const found = [], walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = new Range();
            let last = null;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (let n = 0; n < node.length; n++) {
                    range.setStart(node, n); range.setEnd(node, n + 1);
                    const box = range.getClientRects()[0];
                    if (!box || !box.width) continue;
                    if (last !== null && box.top > last + 8) found.push(node.data.slice(n, n + 3));
                    last = Math.max(last ?? box.top, box.top);
                }
            }
            return found;
        })""")
    assert len(starts) > 100
    assert [line for line in starts if line[0] in "，。、；：？！）》”’％%…"] == []
    assert [line for line in starts if line.startswith(("元", "万元"))] == []


def test_narrow_headings_of_columns_break_between_words(browser: Browser, site: Path) -> None:
    lines = """e => { const range = document.createRange(), tops = [];
        for (let n = 0; n < e.firstChild.length; n += 1) {
            range.setStart(e.firstChild, n); range.setEnd(e.firstChild, n + 1);
            const top = Math.round(range.getBoundingClientRect().top);
            if (tops.at(-1)?.[0] !== top) tops.push([top, ""]);
            tops.at(-1)[1] += e.firstChild.data[n];
        }
        return tops.map(([, text]) => text); }"""
    with shown(browser, site / PAGE, WIDE) as page:
        table = page.locator("#table_projects")
        for heading, broken in (("资本性支出", ["资本性", "支出"]), ("对企业补助", ["对企业", "补助"])):
            assert table.get_by_role("columnheader", name=heading, exact=True).evaluate(lines) == broken
        assert table.locator(".scroll").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_headings_stand_over_their_numbers(browser: Browser, site: Path) -> None:
    with shown(browser, site / ENTITY, WIDE) as page:
        (aligned,) = set(
            page.locator(".compared thead tr:last-child th").evaluate_all(
                "all => all.map(e => getComputedStyle(e).textAlign)"
            )
        )
        assert aligned == page.locator(".compared tbody td").first.evaluate("e => getComputedStyle(e).textAlign")


def test_no_space_stands_between_han_characters(site: Path) -> None:
    """Neither in sentences nor in cells.

    Panels set amounts off from their names; the manual shows what authors do wrong, the search what to type.
    """
    han = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]"
    for name in [name for name in pages(site) if not name.startswith(("manual/", "search/"))]:
        text = (site / name).read_text(encoding="utf-8").partition('<section class="panels"')[0]
        bodies = re.findall(r"<(p|td|th|figcaption|li|summary)\b[^>]*>(.*?)</\1>", text, re.DOTALL)
        plain = [re.sub(r"<[^>]*>", "", body) for _, body in bodies if "<span" not in body and "<a" not in body]
        assert [it for it in plain if re.search(f"{han}[ \t\n]+{han}", it)] == [], name
