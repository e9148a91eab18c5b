"""How a reader finds something: the search, tables that sort, lists that filter; with scripts and without."""

from __future__ import annotations

import contextlib
import csv
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Route

from disc.core.document import Covered, Status
from disc.manual import manual
from disc.publish.pages import render
from disc.publish.places import Place, Sort
from disc.publish.write import publish
from tests import many, sample_document, themes
from tests.browser import DESK, PHONE, a_page, shown, width
from tests.publish.entries import entry

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'"

DISCLOSURES = 1000
MOST = 50
"""Milliseconds that a query may take."""

PAIRS = """limit => {
    const missed = [], times = [];
    const timed = query => {
        const start = performance.now();
        const found = disc.find(query);
        return [performance.now() - start, found];
    };
    const ask = (query, name) => {
        let [time, found] = timed(query);
        // Other programs run too, and what they take is not the search's.
        for (let again = 0; time > limit && again < 3; again += 1) time = Math.min(time, timed(query)[0]);
        times.push(time);
        if (!found.some(one => one.name === name)) missed.push([query, name.name]);
    };
    const asked = new Set();
    for (const name of disc.names) {
        const letters = [...name.name];
        const queries = [name.name, name.code, ...letters.slice(1).map((letter, n) => letters[n] + letter)];
        for (const query of queries.filter(query => query.trim() && !asked.has(query))) ask(query, name);
        queries.slice(2).forEach(query => asked.add(query));
    }
    times.sort((a, b) => a - b);
    const median = times[times.length >> 1];
    return {names: disc.names.length, queries: times.length, missed, median, most: times.at(-1)};
}"""
"""Asks for every name, every code and every two characters in a row, each pair once, and measures."""

EVERY = """() => {
    const pairs = new Map();
    for (const name of disc.names) {
        const letters = [...name.name];
        letters.slice(1).forEach((letter, n) => {
            const pair = letters[n] + letter;
            pairs.set(pair, [...(pairs.get(pair) ?? []), name]);
        });
    }
    const missed = [];
    for (const [pair, names] of pairs) {
        const found = new Set(disc.find(pair).map(one => one.name));
        if (pair.trim()) missed.push(...names.filter(name => !found.has(name)).map(name => [pair, name.name]));
    }
    return missed;
}"""
"""Asks for every pair of characters, and returns the names that have it and are not found."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a thousand disclosures more than the sample, whose pages alone there are."""
    out = tmp_path_factory.mktemp("finding") / "网站 #1"
    publish(render([sample_document.sample()], many.entries(DISCLOSURES), themes.theme()), out)
    return out


@contextlib.contextmanager
def searching(browser: Browser, site: Path, query: str, size: tuple[int, int] = DESK) -> Iterator[Page]:
    with shown(browser, site / "index.html", size) as page:
        page.locator("input[name=q]").fill(query)
        page.keyboard.press("Enter")
        page.locator("[role=status]").filter(has_text="找").wait_for()
        yield page


def groups(page: Page) -> list[str]:
    return page.locator(".search-results h2").all_inner_texts()


def test_every_name_is_found_by_any_two_of_its_characters_in_time(browser: Browser, site: Path) -> None:
    with searching(browser, site, "办公费") as page:
        found: dict[str, Any] = page.evaluate(PAIRS, MOST)
        assert found["names"] > 5000
        assert found["queries"] > 10_000
        assert found["missed"] == []
        assert found["median"] < MOST / 10
        assert found["most"] < MOST
        assert page.evaluate(EVERY) == []


def test_the_index_is_loaded_when_somebody_searches(browser: Browser, site: Path) -> None:
    with shown(browser, site / "index.html", DESK) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "xinjiang/akqi/index.html").as_uri())
        assert not [url for url in asked if "/search/" in url]
        page.goto((site / "search/index.html").as_uri() + "?q=办公费")
        page.locator(".search-results a").first.wait_for()
        loaded = [url.rpartition("/")[2] for url in asked if "/search/" in url and url.endswith(".js")]
        assert sorted(loaded) == [f"{region}.js" for region in sorted(many.REGIONS)]


def test_from_the_field_to_the_place_in_a_table(browser: Browser, site: Path) -> None:
    with searching(browser, site, "2080501") as page:
        assert groups(page) == ["科目"]
        mine = page.get_by_role("link", name=sample_document.ENTITY)
        if not mine.count():
            page.locator(".search-results").get_by_text("另有").first.click()
        mine.first.click()
        page.wait_for_url("**/sample/office/2024-budget/index.html#table_income*")
        table = page.locator("#table_income").bounding_box()
        assert table
        assert -200 < table["y"] < DESK[1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("２０８０５０１", "2080501"),
        ("wi-fi网络", "Wi-Fi 网络租赁"),
        ("WI-FI 租赁", "Wi-Fi 网络租赁"),
        ("  访 惠 聚 ", "“访惠聚”工作经费（县级配套）"),
        ("访惠聚工作经费(县级配套)", "“访惠聚”工作经费（县级配套）"),
        ("阿合奇县教育局 主要职能", "主要职能"),
        ("乌恰县教育局2024年单位预算公开", "乌恰县教育局2024年单位预算公开"),
        ("关于乌恰县教育局2024年收入预算", "关于乌恰县教育局2024年收入预算情况说明"),
    ],
)
def test_writing_does_not_matter(browser: Browser, site: Path, query: str, expected: str) -> None:
    with searching(browser, site, query) as page:
        assert expected in page.locator(".search-results").inner_text()


def test_several_words_narrow_the_places(browser: Browser, site: Path) -> None:
    with searching(browser, site, "阿图什市教育局信息中心 2023 预算") as page:
        found = page.evaluate("disc.find('主要职能 阿图什市教育局信息中心 2023').map(one => one.places.length)")
        assert found == [1]
        assert "文件" in groups(page)


def test_an_item_says_how_much_it_is_about_the_newest_and_largest_first(browser: Browser, tmp_path: Path) -> None:
    places = (Place(Sort.ITEM, "教育支出", "205", "table_income"),)
    amounts = {
        "c/a/2023-budget": "9999.00",
        "c/a/2024-budget": "7.00",
        "c/b/2024-budget": "1234.50",
        "c/c/2024-budget": "",
    }
    entries = [replace(entry(address, address[2], places=places), amounts=told) for address, told in amounts.items()]
    publish(render([sample_document.sample()], entries, themes.theme()), tmp_path / "site")
    with searching(browser, tmp_path / "site", "教育支出") as page:
        page.get_by_role("button", name="另有").click()
        assert page.locator(".search-results li li").all_inner_texts() == [
            "b 2024年预算 1,234.50万元", "a 2024年预算 7.00万元", "c 2024年预算", "a 2023年预算 9,999.00万元"
        ]  # fmt: skip


def test_disclosures_of_one_title_are_as_many_results(browser: Browser, tmp_path: Path) -> None:
    places = (Place(Sort.PROJECT, "修路", "", "table_projects"),)
    one = entry("c/a/2024-budget", region=("某省", "甲县"), places=places)
    other = replace(entry("d/a/2024-budget", region=("某省", "乙县"), places=places), region="100002")
    publish(render([sample_document.sample()], (one, other), themes.theme()), tmp_path / "site")
    with searching(browser, tmp_path / "site", "甲局") as page:
        found = page.locator(".search-results a").evaluate_all("all => all.map(e => e.getAttribute('href'))")
        assert found == [
            *("../c/a/index.html", "../d/a/index.html"),
            *("../c/a/2024-budget/index.html", "../d/a/2024-budget/index.html"),
        ]
        assert [one.count("县") for one in page.locator(".where").all_inner_texts()] == [1, 1, 1, 1]
        page.locator("input[name=q]").fill("修路")
        page.get_by_role("heading", name="项目").wait_for()
        assert page.locator(".search-results > section > ul > li").count() == 1
        assert page.locator(".search-results a").count() == 2


def test_results_do_not_depend_on_which_index_comes_first(browser: Browser, tmp_path: Path) -> None:
    both = (entry("c/a/2024-budget"), replace(entry("d/a/2024-budget"), region="100002"))
    publish(render([sample_document.sample()], both, themes.theme()), tmp_path / "site")
    late = f"**/search/{both[0].region}.js"

    def wait(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    with shown(browser, tmp_path / "site/search/index.html", DESK) as page:
        page.route(late, wait)
        page.goto((tmp_path / "site/search/index.html").as_uri() + "?q=甲局")
        links = page.locator(".search-results a")
        links.first.wait_for()
        assert [one.get_attribute("href") for one in links.all()] == [
            *("../c/a/index.html", "../d/a/index.html"),
            *("../c/a/2024-budget/index.html", "../d/a/2024-budget/index.html"),
        ]


def test_a_code_leads_to_its_page_of_the_manual(browser: Browser, tmp_path: Path) -> None:
    publish(render([sample_document.sample()], (), themes.theme(), manual=manual()), tmp_path / "site")
    for query in ("late-quote", "引号没有在本行"):
        with searching(browser, tmp_path / "site", query) as page:
            assert groups(page) == ["检查规则"]
            page.get_by_role("link", name="late-quote").click()
            page.wait_for_url("**/manual/index.html#late-quote")
            rule = page.locator("#late-quote")
            assert "错误" in rule.inner_text()
            rule.locator(".up").click()
            page.wait_for_url("**/manual/index.html#chapter_writing")
            page.locator("#chapter_writing > header .up").click()
            page.wait_for_url("**/manual/index.html#manual_contents")


def test_nothing_found_is_said(browser: Browser, site: Path) -> None:
    with searching(browser, site, "查无此项") as page:
        assert page.locator("[role=status]").inner_text() == "没有找到。可以少写几个字，或换一个词。"
        assert groups(page) == []


def test_results_come_while_typing_and_the_keyboard_reaches_them(browser: Browser, site: Path) -> None:
    with shown(browser, site / "search/index.html", DESK) as page:
        page.locator("input[name=q]").press_sequentially("教育局")
        page.locator("[role=status]").filter(has_text="找到单位").wait_for()
        assert page.locator("[role=status]").get_attribute("role") == "status"
        page.keyboard.press("ArrowDown")
        first = page.locator(".search-results a").first
        assert first.evaluate("e => e === document.activeElement")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        assert first.evaluate("e => e === document.activeElement")
        page.keyboard.press("Escape")
        assert page.locator("input[name=q]").evaluate("e => e === document.activeElement")
        page.get_by_role("button", name="另有").first.focus()
        before = page.locator(".search-results a").count()
        page.keyboard.press("Enter")
        assert page.locator(".search-results a").count() > before
        assert page.evaluate("document.activeElement.tagName") == "A"


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_results_fit_the_window(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    with searching(browser, site, "2024", size) as page:
        assert len(groups(page)) >= 3
        assert width(page) == size[0]


def test_without_scripts_the_search_says_so(browser: Browser, site: Path) -> None:
    with a_page(browser, javascript=False) as page:
        page.goto((site / "xinjiang/akqi/index.html").as_uri())
        page.locator("input[name=q]").fill("教育局")
        page.keyboard.press("Enter")
        page.get_by_text("搜索要在浏览器中运行脚本").wait_for()
        page.locator(".no-script a").click()
        page.wait_for_url((site / "index.html").as_uri())


def test_a_strict_policy_holds(browser: Browser, site: Path) -> None:
    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        complaints: list[str] = []
        try:
            with a_page(browser) as page:
                page.on("console", lambda message: complaints.append(message.text))
                page.goto(f"http://127.0.0.1:{server.server_address[1]}/search/index.html?q=办公费")
                page.locator(".search-results a").first.wait_for()
        finally:
            server.shutdown()
            thread.join()
    assert complaints == []


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize(
    "name",
    [
        *("index.html", "xinjiang/index.html", "xinjiang/akqi/index.html", "xinjiang/akqi/2024.html"),
        *("xinjiang/akqi/office-2/index.html", "search/index.html"),
    ],
)
def test_a_list_never_scrolls_to_the_side(browser: Browser, site: Path, name: str, size: tuple[int, int]) -> None:
    with shown(browser, site / name, size) as page:
        assert width(page) == size[0]


def test_a_table_is_sorted_by_its_headings(browser: Browser, site: Path) -> None:
    with shown(browser, site / "xinjiang/akqi/2024.html", DESK) as page:
        table = page.locator("table[data-sortable]")
        assert table.locator("[aria-sort]").count() == 0
        assert table.locator("tbody tr.unit").count() > 50
        heading = table.locator("th[scope=col]").nth(1)
        heading.get_by_role("button").press("Enter")
        assert heading.get_attribute("aria-sort") == "descending"
        assert column(page, 1) == sorted(column(page, 1), reverse=True)
        heading.get_by_role("button").click()
        assert heading.get_attribute("aria-sort") == "ascending"
        assert column(page, 1) == sorted(column(page, 1))
        name = table.locator("th[scope=col]").first
        name.get_by_role("button").click()
        assert [name.get_attribute("aria-sort"), heading.get_attribute("aria-sort")] == ["ascending", None]
        assert not page.get_by_text("缩进的是").is_visible()
        assert heading.get_by_role("button").inner_text().split() == ["收支总预算", "本年"]


def column(page: Page, number: int) -> list[float]:
    script = "(all, n) => all.map(row => Number(row.cells[n].querySelector('data').value))"
    found: list[float] = page.locator("table[data-sortable] tbody tr").evaluate_all(script, number)
    return found


def test_a_table_is_taken_away_as_it_stands(browser: Browser, site: Path) -> None:
    with shown(browser, site / "xinjiang/akqi/2024.html", DESK) as page:
        page.locator("th[scope=col]").nth(1).get_by_role("button").click()
        page.locator("tbody th a").first.evaluate("e => e.textContent = '=\"某局\"'")
        with page.expect_download() as taken:
            page.get_by_role("button", name="下载这张表").click()
        text = taken.value.path().read_text(encoding="utf-8-sig")
        headings, first, *others = csv.reader(text.splitlines())
        assert taken.value.suggested_filename == "阿合奇县2024年.csv"
        assert headings[:5] == [
            "单位",
            "收支总预算本年（万元）",
            "收支总预算上年（万元）",
            "收支总预算增减（万元）",
            "收支总预算增减幅度",
        ]
        assert first[0] == '\'="某局"'
        assert first[4].endswith("%")
        assert [float(row[1]) for row in (first, *others)] == column(page, 1)
        assert {len(row) for row in others} == {len(headings)}


def test_unknown_numbers_stay_at_the_end(browser: Browser, tmp_path: Path) -> None:
    without = sample_document.document(address="sample/other/2024-budget")
    publish(render([without], many.entries(8), themes.theme()), tmp_path / "site")
    path = tmp_path / "site/xinjiang/akqi/office-2/index.html"
    with shown(browser, path, DESK) as page:
        page.locator("table[data-sortable] td data").first.evaluate("e => e.remove()")
        for _ in range(2):
            page.locator("thead button").nth(1).click()
            rows = page.locator("table[data-sortable] tbody tr")
            assert rows.last.locator("td").first.inner_text() == ""


def test_a_table_is_complete_without_scripts(browser: Browser, site: Path) -> None:
    with a_page(browser, javascript=False) as page:
        page.goto((site / "xinjiang/akqi/2024.html").as_uri())
        assert page.locator("tbody tr").count() == DISCLOSURES // 8
        assert page.locator("thead button").count() == 0


def test_a_long_list_can_be_filtered(browser: Browser, site: Path) -> None:
    with shown(browser, site / "xinjiang/akqi/index.html", DESK) as page:
        entries = page.locator("[data-filter] > li")
        everything = entries.count()
        page.get_by_label("筛选").fill(" 水利")
        assert 0 < entries.filter(visible=True).count() < everything
        assert page.locator("[role=status]").inner_text() == f"{entries.filter(visible=True).count()}个"
        page.get_by_label("筛选").fill("")
        assert entries.filter(visible=True).count() == everything


def test_a_short_list_has_no_filter(browser: Browser, site: Path) -> None:
    with shown(browser, site / "sample/index.html", DESK) as page:
        assert page.locator("[data-filter] > li").count() == 1
        assert page.get_by_label("筛选").count() == 0


def test_a_term_leads_to_its_explanation(browser: Browser, tmp_path: Path) -> None:
    covered = Covered("glossary", "名词解释", Status.PRESENT, "glossary")
    sample = sample_document.sample()
    first = replace(
        sample.sections[0], blocks=(sample_document.paragraph("财政拨款增加。"), *sample.sections[0].blocks)
    )
    document = replace(sample, sections=(first, *sample.sections[1:]), coverage=(covered,))
    publish(render([document], (), themes.theme()), tmp_path / "site")
    with shown(browser, tmp_path / "site" / document.meta.address / "index.html", PHONE) as page:
        page.locator("a.term").click()
        explained = page.locator(":target")
        assert explained.inner_text().startswith("一、财政拨款：")
        assert explained.is_visible()
