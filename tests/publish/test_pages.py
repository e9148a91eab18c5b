"""The files of a site: complete, linked to each other and to nothing else, always the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from disc.publish.entry import Entry
from disc.publish.manifest import MARKER
from disc.publish.pages import render
from disc.publish.theme import Theme, ThemeError
from tests import sample_document as make
from tests import themes

PAGE = "sample/office/2024-budget"
STATIC = ("coverage.css", "icon.svg", "print.css", "reading.css", "reading.js", "style.css", "tokens.css")


@pytest.fixture(scope="module")
def theme() -> Theme:
    return themes.theme()


@pytest.fixture(scope="module")
def files(theme: Theme) -> dict[str, bytes]:
    return render([make.sample()], (), theme)


def entry(address: str, region: str = "653023", entity: str = "甲", year: int = 2024) -> Entry:
    return Entry(address, f"{entity}{year}年预算公开", entity, region, (f"地区{region}",), year, "budget", "")


def links(page: bytes) -> list[str]:
    return [link.split('"')[0] for link in page.decode().split(' href="')[1:]]


def test_a_site_has_these_files(files: dict[str, bytes]) -> None:
    tables = [f"{PAGE}/tables/{name}.csv" for name in ("fund", "income", "overall", "targets-1")]
    static = [f"static/{name}" for name in themes.STATIC]
    page = [f"{PAGE}/{name}" for name in ("data.json", "datapackage.json", "facts.csv", "index.html", "index.md")]
    books = [f"{PAGE}/tables.excel.csv", f"{PAGE}/tables.xlsx"]
    folders = [f"sample/{name}" for name in ("2024.html", "index.html")]
    entity = ["sample/office/index.html"]
    search = [f"search/{make.sample().meta.region}.js", "search/index.html"]
    assert list(files) == [
        *(MARKER, "404.html", "coverage/653023-2024.html", "coverage/index.html", "data/index.html"),
        *("index.html", "robots.txt"),
        *folders, *page, *books, *tables, *entity, *search, *static,
    ]  # fmt: skip


def test_lines_end_with_a_line_feed_and_nothing_else(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(("tables.xlsx", "tables.excel.csv")):
            continue
        assert b"\r" not in content, name
        assert content.endswith(b"\n"), name


def test_the_page_names_its_spec_and_its_downloads(files: dict[str, bytes]) -> None:
    page = files[f"{PAGE}/index.html"].decode()
    assert f"<code>specs/{PAGE}.yaml</code>" in page
    assert {"index.md", "data.json", "tables.xlsx", "../../../index.html", "tables/income.csv"} <= set(
        links(page.encode())
    )
    assert page.count('<nav class="contents"') == 2


def test_a_page_without_a_cover_is_headed_by_its_title(theme: Theme) -> None:
    page = render([replace(make.sample(), cover=())], (), theme)[f"{PAGE}/index.html"].decode()
    heading = page.split("<h1>", 1)[1].split("</h1>", 1)[0]
    assert re.sub("<[^>]*>", "", heading) == make.sample().meta.title


def test_the_same_documents_give_the_same_bytes(files: dict[str, bytes], theme: Theme) -> None:
    again = render([make.sample()], (), theme)
    assert list(again.items()) == list(files.items())


def test_the_order_of_the_documents_does_not_matter(theme: Theme) -> None:
    documents = [make.document(address=f"sample/{name}/2024-budget") for name in "cab"]
    assert list(render(documents, (), theme).items()) == list(render(documents[::-1], (), theme).items())


def test_the_start_page_lists_what_was_built_and_what_stands_already(theme: Theme) -> None:
    old = [entry("sample/other/2023-budget", year=2023), entry(PAGE, entity="旧名")]
    files = render([make.sample()], old, theme)
    start = files["index.html"].decode()
    assert [link for link in links(start.encode()) if link.endswith("-budget/index.html")] == [
        f"{PAGE}/index.html",
        "sample/other/2023-budget/index.html",
    ]
    assert "旧名" not in start
    assert [d["address"] for d in json.loads(files[MARKER])["disclosures"]] == [PAGE, "sample/other/2023-budget"]


def test_an_empty_site_says_so(theme: Theme) -> None:
    assert "还没有公开的文件" in render([], (), theme)["index.html"].decode()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ nothing }}", "1:1: .*there is nothing called nothing"),
        ("<p>\n\n{{ 1 / 0 }}", "3:1: .*division by zero"),
        ("<p>\n{{ 1 + 'a' }}", "2:1: .*unsupported operand"),
        ("<p>\n{{ [] | first | int(base='a') }}", "2:1: .*"),
        ("{% for i in range(10000000) %}\n{% endfor %}", "1:1: .*Range too big"),
        ("<p>\n{% macro a() %}\n{{ a() }}\n{% endmacro %}{{ a() }}", "3:1: .*calls itself without end"),
        ("<p>\n{% include '../../secret' %}", "2:1: .*secret"),
    ],
)
def test_a_template_that_fails(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "site/templates/index.html.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ThemeError, match=rf"site/templates/index\.html\.j2:{problem}"):
        render([], (), themes.theme(tmp_path))
