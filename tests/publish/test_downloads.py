"""The files beside a page: which there are, and what the site sets of them."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from disc.publish.downloads import data_files, size_text
from disc.publish.pages import render
from disc.publish.theme import Theme
from tests import sample_document as make
from tests import themes

PLAIN = {"index.md", "data.json", "facts.csv", "datapackage.json"}
TABLES = {f"tables/{name}.csv" for name in ("overall", "income", "fund", "targets-1")}


def a_theme(*downloads: str, **licence: str) -> Theme:
    theme = themes.theme()
    return replace(theme, site=replace(theme.site, downloads=downloads, licence=licence))


@pytest.mark.parametrize(
    ("downloads", "more"),
    [
        ((), set()),
        (("xlsx",), {"tables.xlsx"}),
        (("excel-csv", "parquet"), {"tables.excel.csv"}),
    ],
)
def test_the_site_says_what_is_offered(downloads: tuple[str, ...], more: set[str]) -> None:
    theme = a_theme(*downloads)
    assert data_files(make.sample(), theme).keys() == PLAIN | TABLES | more
    page = render([make.sample()], (), theme)[f"{make.sample().meta.address}/index.html"].decode()
    offered = {name for name in ("tables.xlsx", "tables.excel.csv") if f'href="{name}"' in page}
    assert offered == more


def test_the_shipped_site_offers_all_that_needs_no_extra() -> None:
    assert themes.theme().site.downloads == ("xlsx", "excel-csv")


def test_the_licence_is_in_the_descriptor_and_on_the_page() -> None:
    title, address = "知识共享署名 4.0", "https://a.example/by/4.0"
    theme = a_theme(title=title, address=address)
    package = json.loads(data_files(make.sample(), theme)["datapackage.json"])
    assert package["licenses"] == [{"title": title, "path": address}]
    page = render([make.sample()], (), theme)[f"{make.sample().meta.address}/index.html"].decode()
    assert f'数据使用许可：<a href="{address}">{title}</a>。' in page
    assert "licenses" not in json.loads(data_files(make.sample(), a_theme())["datapackage.json"])


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1024 * 1023, "1023 KB"), (1024**2 * 5 // 4, "1.2 MB")],
)
def test_sizes_in_words(size: int, text: str) -> None:
    assert size_text(size) == text
