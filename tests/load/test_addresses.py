from __future__ import annotations

import pytest

from disc.core.span import Span
from disc.load.addresses import OWN, check_folders
from disc.publish.pages import render
from tests import sample_document as make
from tests import themes

LETTERS = ("只能用小写英文字母、数字和连字符", "only lower-case letters, digits and hyphens can")
OWN_PAGES = ("站点自己的页面在这个文件夹里", "the site has its own pages there")
SPAN = Span("specs/x.yaml", 3, 7)


def said(address: str) -> list[tuple[str, str, str]]:
    return [(d.message("zh"), d.message("en"), str(d.span)) for d in check_folders(address, SPAN)]


@pytest.mark.parametrize(
    "address",
    ["xinjiang/akqi/government-office/2024-budget", "office/2024-budget", "a/search/2024-budget", "2/3/2024-x"],
)
def test_folders_that_can_be_used(address: str) -> None:
    assert said(address) == []


@pytest.mark.parametrize(
    ("address", "folder", "why_zh", "why_en"),
    [
        ("Xinjiang/office/2024-budget", "Xinjiang", *LETTERS),
        ("阿合奇/office/2024-budget", "阿合奇", *LETTERS),
        ("a/2024.html/2024-budget", "2024.html", *LETTERS),
        ("search/office/2024-budget", "search", *OWN_PAGES),
        ("static/2024-budget", "static", *OWN_PAGES),
        ("a/2024-budget/2025-budget", "2024-budget", "它像一份公开文件的名字", "it is like the name of a disclosure"),
    ],
)  # fmt: skip
def test_folders_that_cannot(address: str, folder: str, why_zh: str, why_en: str) -> None:
    assert said(address) == [
        (f"文件夹名 {folder} 不能用：{why_zh}", f"the folder name {folder} cannot be used: {why_en}", str(SPAN))
    ]


def test_the_site_has_no_other_folders_of_its_own() -> None:
    files = render([make.sample()], (), themes.theme())
    folders = {name.split("/")[0] for name in files if "/" in name and not name.startswith("sample/")}
    assert folders == OWN - {"manual"}
