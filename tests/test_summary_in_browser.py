"""The summary as a reader sees it: on a phone, on a desk and on paper, with every label whole and in its place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Locator
from pypdf import PdfReader

from disc.build import build
from disc.load.spec_files import Options
from tests.browser import DESK, PHONE, a_page, cut_off, shown, width
from tests.compile.test_summary import CHANGES
from tests.roots import a_root

pytestmark = pytest.mark.browser

# As narrow as a phone's window gets, or a desk's at 400 %.
NARROWEST = (320, 640)
SIZES = pytest.mark.parametrize("size", [NARROWEST, PHONE, DESK])

CODES = ["2010301", "2020101", "2030101", "2040201", "2050201", "2060101", "2070104", "2080501", "2082701", "2100101"]
SOURCES = ["general", "fund", "state_capital", "special_account", "superior_subsidy", "general_carryover"]
MANY = "basic: {}\nprojects:\n" + "".join(
    f"  - {{name: 项目{n}, function: {code}, source: {source}, amount: {1234567.89 / (n + 1):.2f}}}\n"
    for n, (code, source) in enumerate((code, source) for code in CODES for source in SOURCES)
)
NAMES = {"many": MANY, "few": CHANGES}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("summary")
    blocks = '- text: "{{ total }}{{ general_budget | because }}"'
    root = a_root(folder, {f"a/{name}/2024-budget.yaml": text for name, text in NAMES.items()}, blocks)
    assert not build(Options(root), folder / "_site").failed
    return folder / "_site"


def page_of(site: Path, name: str) -> Path:
    return site / f"a/{name}/2024-budget/index.html"


def boxes(found: Locator) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each element."""
    rectangles: list[tuple[float, float, float, float]] = found.evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
    )
    return rectangles


@SIZES
@pytest.mark.parametrize("name", NAMES)
def test_every_label_is_whole_and_apart_from_the_others(
    browser: Browser, site: Path, name: str, size: tuple[int, int]
) -> None:
    with shown(browser, page_of(site, name), size) as page:
        pictures = page.locator("svg.flow:visible")
        assert pictures.count() == 1
        (frame,) = boxes(pictures)
        labels = boxes(pictures.locator("text"))
        assert len(labels) >= 7
        for n, one in enumerate(labels):
            assert frame[0] - 0.5 <= one[0] <= one[2] <= frame[2] + 0.5
            assert frame[1] - 0.5 <= one[1] <= one[3] <= frame[3] + 0.5
            for other in labels[n + 1 :]:
                # A line of type is taller than its letters: two lines one below the other touch.
                apart = one[2] <= other[0] or other[2] <= one[0] or min(one[3], other[3]) - max(one[1], other[1]) < 2
                assert apart, (one, other)


@SIZES
def test_letters_in_the_picture_can_be_read(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    with shown(browser, page_of(site, "few"), size) as page:
        scale: float = page.locator("svg.flow:visible").evaluate("e => e.getScreenCTM().a")
        assert 11 <= scale * 13 <= 19


def test_larger_letters_are_larger_in_the_picture_too(browser: Browser, site: Path) -> None:
    with shown(browser, page_of(site, "few"), DESK) as page:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        scale: float = page.locator("svg.flow:visible").evaluate("e => e.getScreenCTM().a")
        assert scale * 13 >= 26
        (summary,) = boxes(page.locator(".summary"))
        inside = boxes(page.locator(".summary :is(p, svg.flow, table, dl):visible"))
        assert [box for box in inside if box[2] > summary[2]] == []


@SIZES
@pytest.mark.parametrize("name", NAMES)
def test_nothing_overflows(browser: Browser, site: Path, name: str, size: tuple[int, int]) -> None:
    with shown(browser, page_of(site, name), size) as page:
        page.locator(".summary details").evaluate("e => { e.open = true; }")
        assert width(page) == size[0]
        assert cut_off(page) == []


def test_it_fits_one_screen_of_a_desk(browser: Browser, site: Path) -> None:
    with shown(browser, page_of(site, "few"), DESK) as page:
        ((_, top, _, bottom),) = boxes(page.locator(".summary"))
        assert bottom - top <= DESK[1]


LIGHTNESS = """names => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    return names.map(name => {
        canvas.fillStyle = getComputedStyle(document.querySelector(name)).fill; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    });
}"""


@pytest.mark.parametrize("media", ["light", "dark", "print"])
def test_colours_stay_apart_in_greyscale_and_words_stand_out(browser: Browser, site: Path, media: str) -> None:
    """WCAG 2 AA: a contrast of 4.5 at least for words. Ribbons of either kind must differ without any colour."""
    with shown(browser, page_of(site, "few"), DESK) as page:
        page.goto(page_of(site, "few").as_uri() + "#summary_")
        page.emulate_media(
            media="print" if media == "print" else "screen", color_scheme="dark" if media == "dark" else "light"
        )
        names = [".flow text", ".flow .inflow", ".flow .basic", ".flow .project"]
        text, inflow, basic, project = page.evaluate(LIGHTNESS, names)
        for ground in (inflow, basic, project):
            assert max(text, ground) / min(text, ground) >= 4.5
        assert max(basic, project) / min(basic, project) >= 1.25


@pytest.mark.parametrize("javascript", [True, False])
def test_a_number_in_the_picture_opens_its_panel(browser: Browser, site: Path, *, javascript: bool) -> None:
    with a_page(browser, javascript=javascript) as page:
        page.goto(page_of(site, "few").as_uri())
        number = page.locator("svg.flow:visible a.figure").first
        number.focus()
        page.keyboard.press("Enter")
        panel = page.locator(".panel:visible")
        assert panel.get_attribute("id") == (number.get_attribute("href") or "").removeprefix("#")
        assert panel.locator(".result").inner_text().startswith(number.text_content() or "")


def printed(browser: Browser, path: Path, fragment: str = "") -> list[str]:
    """Return the characters of each sheet."""
    with shown(browser, path, DESK) as page:
        page.goto(path.as_uri() + fragment)
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return ["".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in pdf.pages]


def test_the_official_document_prints_without_it(browser: Browser, site: Path) -> None:
    assert not any("预算概要" in sheet for sheet in printed(browser, page_of(site, "few")))


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_alone_on_one_sheet_when_asked_for(browser: Browser, site: Path, name: str) -> None:
    (sheet,) = printed(browser, page_of(site, name), "#summary_")
    assert "预算概要" in sheet
    assert "一般公共服务支出" in sheet
    assert "目录" not in sheet
