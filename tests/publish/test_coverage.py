"""The list of what must be published below each disclosure, and the page about all of them."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

from disc.core.document import Covered, Document, Status
from disc.core.span import Span
from disc.load.form_years import Years
from disc.load.publishers import Publisher
from disc.publish.coverage_page import COVERAGE
from disc.publish.entry import Entry
from disc.publish.manifest import MARKER, read_manifest
from disc.publish.pages import render
from tests import sample_document as make
from tests import themes

COVERED = (
    Covered("income", "收入", Status.PRESENT, "overview"),
    Covered("fund", "基金", Status.NOT_APPLICABLE, "overview"),
    Covered("assets", "资产", Status.OMITTED, "", "没有这张表"),
    Covered("staffing", "人员", Status.MISSING, ""),
)


def document(*covered: Covered) -> Document:
    return replace(make.sample(), coverage=covered)


def pages(*documents: Document, publishers: tuple[Publisher, ...] = ()) -> dict[str, str]:
    files = render(documents, (), themes.theme(), publishers)
    return {name: content.decode() for name, content in files.items() if not name.endswith(".xlsx")}


def text(markup: str) -> list[str]:
    """The words of a page, piece by piece, those only for screen readers included."""
    return [words for words in re.sub(r"<[^>]*>", "\n", markup).split("\n") if words.strip()]


def part(page: str, start: str, end: str) -> str:
    return page.split(start, 1)[1].split(end, 1)[0]


def test_below_a_disclosure() -> None:
    own = document(*COVERED)
    page = pages(own)[f"{own.meta.address}/index.html"]
    below = part(page, '<details class="coverage">', "</details>")
    assert page.index('<details class="coverage">') > page.index('<footer class="closing">')
    assert [words.strip() for words in text(below)] == [
        *("应公开的内容", "✓", "已公开1项", "○", "说明了没有1项", "–", "表样不含1项", "✗", "缺少1项"),
        *("✓", "收入", "已公开", "○", "基金", "说明了没有", "–", "资产", "表样不含：没有这张表", "✗", "人员", "缺少"),
        "各单位公开情况",
    ]
    assert re.findall('href="([^"]*)"', below) == ["#overview", "#overview", "../../../coverage/index.html"]


def test_a_disclosure_of_which_nothing_is_known_has_no_list() -> None:
    own = document()
    assert 'class="coverage"' not in pages(own)[f"{own.meta.address}/index.html"]


def page_of(own: Document) -> str:
    return f"coverage/{own.meta.region}-{own.meta.year}.html"


def rows(page: str) -> list[list[str]]:
    return [[words.strip() for words in text(row)] for row in re.findall(r"<tr>?.*?</tr>", page, re.DOTALL)]


def other_year(own: Document) -> Document:
    return replace(own, meta=replace(own.meta, address="sample/other/2023-budget", year=2023), coverage=COVERED[:2])


def test_the_page_about_all() -> None:
    own = document(*COVERED)
    page = pages(own, other_year(own))[COVERAGE]
    assert rows(page) == [
        ["年度", "文件（份）", "要求公开的内容（项）"],
        ["公开的", "内容齐全的", "✓", "已公开", "○", "说明了没有", "–", "表样不含", "✗", "缺少"],
        [" › ".join(own.meta.region_path)],
        [f"{own.meta.year}年", "1", "0", "1", "1", "1", "1"],
        ["2023年", "1", "1", "1", "1", "0", "0"],
        ["合计", "2", "1", "2", "2", "1", "1"],
    ]
    links = re.findall('<th scope="row".*? href="([^"]*)"', page)
    assert links == [f"../{page_of(own)}#kind-budget", f"../coverage/{own.meta.region}-2023.html#kind-budget"]


def test_the_page_of_a_place_and_year() -> None:
    own, last = document(*COVERED), other_year(document(*COVERED))
    found = pages(own, last)
    page = found[page_of(own)]
    assert rows(page) == [
        ["单位", "收入", "基金", "资产", "人员"],
        [own.meta.entity, "✓", "○", "–", "表样不含", "✗", "缺少"],
    ]
    table = part(page, '<table class="matrix"', "</table>")
    at = f"../{own.meta.address}/index.html"
    assert re.findall('href="([^"]*)"', table) == [at, *[f"{at}#overview"] * 2]
    assert re.findall('title="([^"]*)" aria-label="([^"]*)"', table) == [("收入", "已公开"), ("基金", "说明了没有")]
    assert f'<a href="../coverage/{own.meta.region}-2023.html">2023年</a>' in page
    assert last.meta.address not in page
    assert '<p class="hint">表样不含的内容：资产（没有这张表）。</p>' in page
    assert rows(found[page_of(last)]) == [["单位", "收入", "基金"], [own.meta.entity, "✓", "○"]]
    assert "表样不含的内容" not in found[page_of(last)]


def test_a_disclosure_of_another_form_has_cells_of_its_own() -> None:
    own = document(*COVERED[:2])
    other = replace(own, meta=replace(own.meta, address="sample/乙 & 丙/2024-budget"), coverage=COVERED[1:])
    page = pages(own, other)[page_of(own)]
    assert [row[1:] for row in rows(page)[1:]] == [["✓", "○"], ["○", "–", "表样不含", "✗", "缺少"]]
    assert "../sample/%E4%B9%99%20%26%20%E4%B8%99/2024-budget/index.html#overview" in page


def test_who_has_not_published() -> None:
    own = document(*COVERED)
    year, region = own.meta.year, own.meta.region
    publishers = (
        Publisher(region, "office", own.meta.entity, "budget", Years(year), Span("specs/publishers.yaml")),
        Publisher(region, "other", "某局", "budget", Years(year), Span("specs/publishers.yaml")),
    )
    found = pages(own, other_year(own), publishers=publishers)
    listed = part(found[page_of(own)], '<section class="unpublished"', "</section>")
    assert text(part(listed, '<ul role="list">', "</ul>")) == ["预算", "某局"]
    assert 'class="unpublished"' not in found[page_of(other_year(own))]
    assert "名单上的2个单位，凡本地区已有单位公开的年度，还有1份没有公开" in found[COVERAGE]
    assert [row[-1] for row in rows(found[COVERAGE])[3:]] == ["1", "0", "1"]
    assert re.findall('href="([^"]*#unpublished)"', found[COVERAGE]) == [f"../{page_of(own)}#unpublished"]
    nobody = part(pages(own, publishers=publishers[:1])[COVERAGE], '<section class="unpublished"', "</section>")
    assert "没有：名单上的1个单位" in nobody
    assert 'class="unpublished"' not in pages(own)[COVERAGE]


def test_a_site_without_disclosures() -> None:
    assert "还没有公开的文件。" in pages()[COVERAGE]


def test_the_data_and_the_marker_have_it() -> None:
    own = document(*COVERED)
    files = pages(own)
    data = json.loads(files[f"{own.meta.address}/data.json"])
    omitted = {"item": "assets", "title": "资产", "status": "omitted", "section": "", "reason": "没有这张表"}
    missing = {"item": "staffing", "title": "人员", "status": "missing", "section": ""}
    assert data["coverage"][2:] == [omitted, missing]
    (entry,) = read_manifest(files[MARKER].encode()).entries
    assert entry.coverage == COVERED


@pytest.mark.parametrize(("item", "status"), [("fund", Status.NOT_APPLICABLE), ("nothing", None)])
def test_an_entry_knows_its_items(item: str, status: Status | None) -> None:
    found = Entry.of(document(*COVERED)).covered(item)
    assert (found.status if found else None) == status
