"""The list of what must be published below each disclosure, and the page about all of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from disc.core.document import Covered, Document, Status
from disc.core.span import Span
from disc.load.form_years import Years
from disc.load.publishers import Publisher
from disc.publish.manifest import MARKER, Entry
from disc.publish.pages import render
from disc.publish.site_pages import COVERAGE
from tests import sample_document as make
from tests import themes

COVERED = (
    Covered("income", "收入", Status.PRESENT, "overview"),
    Covered("fund", "基金", Status.NOT_APPLICABLE, "overview"),
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
        *("应公开的内容", "✓", "已公开1项", "○", "说明了没有1项", "✗", "缺少1项"),
        *("✓", "收入", "已公开", "○", "基金", "说明了没有", "✗", "人员", "缺少"),
        "各单位公开情况",
    ]
    assert re.findall('href="([^"]*)"', below) == ["#overview", "#overview", "../../../coverage/index.html"]


def test_a_disclosure_of_which_nothing_is_known_has_no_list() -> None:
    own = document()
    assert 'class="coverage"' not in pages(own)[f"{own.meta.address}/index.html"]


def test_the_page_about_all() -> None:
    own = document(*COVERED)
    other = replace(own, meta=replace(own.meta, address="sample/other/2023-budget", year=2023), coverage=COVERED[:1])
    table = part(pages(own, other)[COVERAGE], '<table class="matrix"', "</table>")
    assert text(table)[1:6] == ["单位", "年度", "收入", "基金", "人员"]
    rows = re.findall(r'<tr><th scope="row".*?</tr>', table, re.DOTALL)
    assert [text(row)[1:] for row in rows] == [
        [str(own.meta.year), "✓", "已公开", "○", "说明了没有", "✗", "缺少"],
        ["2023", "✓", "已公开"],
    ]
    assert re.findall('href="([^"]*)"', rows[0]) == [
        f"../{own.meta.address}/index.html",
        *[f"../{own.meta.address}/index.html#overview"] * 2,
    ]


def test_who_has_not_published() -> None:
    own = document(*COVERED)
    year, region = own.meta.year, own.meta.region
    publishers = (
        Publisher(region, "office", own.meta.entity, "budget", Years(year), Span("specs/publishers.yaml")),
        Publisher(region, "other", "某局", "budget", Years(year), Span("specs/publishers.yaml")),
    )
    listed = part(pages(own, publishers=publishers)[COVERAGE], '<section class="unpublished"', "</section>")
    words = [str(year), "预算", "某局", " › ".join(own.meta.region_path)]
    assert text(part(listed, '<ul role="list">', "</ul>")) == words
    nobody = part(pages(own, publishers=publishers[:1])[COVERAGE], '<section class="unpublished"', "</section>")
    assert "没有：名单上的1个单位" in nobody
    assert 'class="unpublished"' not in pages(own)[COVERAGE]


def test_a_site_without_disclosures() -> None:
    assert "还没有公开的文件。" in pages()[COVERAGE]


def test_the_data_and_the_marker_have_it() -> None:
    own = document(*COVERED)
    files = pages(own)
    data = json.loads(files[f"{own.meta.address}/data.json"])
    assert data["coverage"][2] == {"item": "staffing", "title": "人员", "status": "missing", "section": ""}
    assert json.loads(files[MARKER])["disclosures"][0]["coverage"] == data["coverage"]


@pytest.mark.parametrize(("item", "status"), [("fund", Status.NOT_APPLICABLE), ("nothing", None)])
def test_an_entry_knows_its_items(item: str, status: Status | None) -> None:
    found = Entry.of(document(*COVERED)).covered(item)
    assert (found.status if found else None) == status
