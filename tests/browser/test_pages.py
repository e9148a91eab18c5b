"""What a reader sees: the pages in a real browser, on a phone, on a desk and on paper."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser
from pypdf import PdfReader

from disc.core.document import Row, RowKind, UnitShare
from disc.publish.pages import render
from disc.publish.write import publish
from tests import many, themes
from tests import sample_document as make
from tests.browser import DESK, PHONE, WIDE, cut_off, shown, visible, width

pytestmark = pytest.mark.browser

SAMPLE = "sample/office/2024-budget/index.html"
LONG = "sample/long/2024-budget/index.html"
A4 = (595, 842)
TOLD = {
    "a/2024.html": ("2024年各单位比较", "某局本级", "政府采购预算"),
    "a/squad/index.html": ("某局监察队", "历年预算", "政府采购预算"),
    "coverage/653023-2024.html": ("阿合奇县2024年公开情况", "某局信息中心", "名词解释"),
}
"""Pages that lead to documents, and what stands at the top and at the edges of each."""


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the sample and with a table that takes several sheets of paper."""
    rows = tuple(Row(RowKind.DETAIL, (make.code(str(n)), make.header(f"第{n}行"), make.amount())) for n in range(90))
    table = replace(make.empty(), body=rows)
    documents = [make.sample(), make.document(table, address=LONG.removesuffix("/index.html"))]
    out = tmp_path_factory.mktemp("browser") / "网站 #1"
    publish(render(documents, (), themes.theme()), out)
    return out


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("name", ["index.html", SAMPLE, LONG])
def test_a_page_never_scrolls_to_the_side(browser: Browser, built_site: Path, name: str, size: tuple[int, int]) -> None:
    with shown(browser, built_site / name, size) as page:
        assert width(page) == size[0]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_units_of_a_department_lead_to_their_pages(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    amount, share = make.number(make.SOCIAL, "万元"), make.number(make.SHARE, "%")
    unit = UnitShare(
        "示例县人民政府办公室某某服务中心（本级）", "sample/office/2024-budget", amount, share, ("其他收入",)
    )
    department = replace(make.document(make.paragraph("总额"), address="sample/all/2024-budget"), units=(unit,) * 3)
    publish(render([make.sample(), department], (), themes.theme()), tmp_path / "site")
    with shown(browser, tmp_path / "site/sample/all/2024-budget/index.html", size) as page:
        assert width(page) == size[0]
        assert cut_off(page) == []
        assert visible(page.locator(".units :is(th, td, .notes p)")) == 3 + 3 * 3 + 3
        page.locator(".units a").first.click()
        assert page.locator("h1").inner_text().split() == list(make.sample().cover)
        page.go_back()
        page.emulate_media(media="print")
        assert not page.locator(".units").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_headings_tables_and_figures_can_be_seen(browser: Browser, built_site: Path, size: tuple[int, int]) -> None:
    with shown(browser, built_site / SAMPLE, size) as page:
        assert page.locator("h1").inner_text().split() == list(make.sample().cover)
        assert visible(page.locator(".official :is(h2, h3, h4)")) == 12
        assert visible(page.locator("figcaption")) == 4
        assert visible(page.locator("a.figure")) > 30
        assert visible(page.locator("thead th[colspan], thead th[rowspan]")) == 15
        assert page.locator(".official a.figure").first.inner_text() == "25人"


def test_merged_headings_cover_their_columns(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / SAMPLE, DESK) as page:
        boxes = {
            name: page.locator("#table_income thead th").filter(has_text=name).first.bounding_box()
            for name in ("功能分类科目编码", "类", "项", "总计")
        }
        group, first, last, tall = (box for box in boxes.values() if box)
        assert group["x"] == first["x"]
        assert group["x"] + group["width"] == pytest.approx(last["x"] + last["width"])
        head = page.locator("#table_income thead").bounding_box()
        assert head
        assert tall["height"] == pytest.approx(head["height"], abs=1)


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_nothing_is_cut_off(browser: Browser, built_site: Path, size: tuple[int, int]) -> None:
    with shown(browser, built_site / SAMPLE, size) as page:
        assert cut_off(page) == []
        wide = page.locator("#table_income .scroll")
        wide.focus()
        page.keyboard.press("End")
        assert wide.get_attribute("aria-labelledby") == "table_income_title"
        assert wide.evaluate("e => { e.scrollLeft = 9999; return e.scrollLeft + e.clientWidth >= e.scrollWidth - 1 }")


def test_an_amount_stays_in_one_line_with_its_unit(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / SAMPLE, PHONE) as page:
        lines = page.locator("p a.figure").evaluate_all("all => all.map(e => e.getClientRects().length)")
        assert set(lines) == {1}


def test_the_contents_list_stands_beside_the_text_on_a_desk(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / SAMPLE, DESK) as page:
        assert not page.locator(".contents-folded").is_visible()
        contents = page.locator(".contents-open")
        assert visible(contents.locator("nav a")) == 11
        box, text = contents.bounding_box(), page.locator(".official").bounding_box()
        assert box
        assert text
        assert box["x"] + box["width"] < text["x"]
        contents.get_by_text("名词解释").click()
        assert page.url.endswith("#glossary")
        assert contents.get_by_text("名词解释").is_visible()


def test_the_contents_list_is_folded_on_a_phone(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / SAMPLE, PHONE) as page:
        assert not page.locator(".contents-open").is_visible()
        link = page.locator(".contents-folded").get_by_text("单位收入总体情况表")
        assert not link.is_visible()
        page.get_by_text("目录", exact=True).first.click()
        link.click()
        heading = page.locator("#table-income > h3").bounding_box()
        assert heading
        assert 0 <= heading["y"] < 100


def test_from_the_start_page_to_a_disclosure_and_back(browser: Browser, built_site: Path) -> None:
    with shown(browser, built_site / "index.html", PHONE) as page:
        page.get_by_title(make.sample().meta.title).first.click()
        page.locator("h1", has_text=make.sample().cover[0]).wait_for()
        page.get_by_text("首页").click()
        page.wait_for_url((built_site / "index.html").as_uri())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, built_site: Path, scheme: str) -> None:
    """WCAG 2 AA: a contrast of 4.5 at least, for every colour of text."""
    script = """() => {
        const style = getComputedStyle(document.documentElement);
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const light = name => {
            canvas.fillStyle = style.getPropertyValue(name); canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        const pairs = ['--ink', '--muted', '--accent', '--link'].flatMap(
            text => ['--ground', '--paper', '--tint'].map(ground => [text, ground]));
        return pairs.filter(([a, b]) => Math.max(light(a), light(b)) / Math.min(light(a), light(b)) < 4.5);
    }"""
    with shown(browser, built_site / SAMPLE, DESK) as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert page.evaluate(script) == []


def printed(browser: Browser, path: Path) -> PdfReader:
    with shown(browser, path, DESK) as page:
        return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def sheets(pdf: PdfReader) -> list[tuple[int, int]]:
    """Width and height of each sheet in points."""
    return [(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in pdf.pages]


def texts(pdf: PdfReader) -> list[str]:
    """The characters of each sheet, without its number; PDF writes some as radicals, which NFKC mends."""
    found = ("".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in pdf.pages)
    return [re.sub("^—[0-9]+—", "", text) for text in found]


def test_it_prints_as_the_official_document(browser: Browser, built_site: Path) -> None:
    pdf = printed(browser, built_site / SAMPLE)
    cover, contents, first, *_ = text = texts(pdf)
    assert set(sheets(pdf)) == {A4, A4[::-1]}
    assert cover.endswith("2024年单位预算公开")
    assert contents.startswith("目录第一部分")
    assert first.startswith("第一部分")
    (wide,) = [text[n] for n, size in enumerate(sheets(pdf)) if size == A4[::-1]]
    assert wide.startswith("二、单位收入总体情况表")
    assert "37.00" in wide
    assert not any("CSV" in sheet or "Markdown" in sheet for sheet in text)


def test_the_headings_of_a_table_are_printed_on_every_sheet(browser: Browser, built_site: Path) -> None:
    table = [sheet for sheet in texts(printed(browser, built_site / LONG)) if "行" in sheet]
    assert len(table) > 2
    assert all("功能分类科目名称" in sheet for sheet in table)


def test_the_headings_of_a_list_are_printed_on_every_sheet(browser: Browser, tmp_path: Path) -> None:
    publish(render([make.sample()], many.entries(200), themes.theme()), tmp_path / "site")
    year = next((tmp_path / "site/xinjiang").glob("*/2024.html"))
    sheets = [sheet for sheet in texts(printed(browser, year)) if "第一中学" in sheet]
    assert len(sheets) > 1
    assert [sheet for sheet in sheets if "本年上年增减" not in sheet] == []


@pytest.mark.parametrize("name", list(TOLD))
def test_a_list_prints_whole_from_its_first_sheet_on(browser: Browser, site: Path, name: str) -> None:
    with shown(browser, site / name, WIDE) as page:
        (sheet,) = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert sheet.mediabox.width > sheet.mediabox.height
    words = "".join(normalize("NFKC", sheet.extract_text()).split())
    for told in TOLD[name]:
        assert told in words
