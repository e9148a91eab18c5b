"""Pages at old addresses, and the page for addresses that never were."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.core.span import Span
from disc.publish.files import path_of
from disc.publish.old_addresses import wrong_addresses
from disc.publish.pages import render
from disc.publish.site import Redirect, Site, Withdrawn
from tests.publish import whole_site
from tests.publish.pages_of import found
from tests.publish.whole_site import ADDRESS, GONE, OLD, SAMPLE, files

PLACE = Span("site/site.yaml", 3, 5)


def test_an_old_address_leads_to_the_new_one() -> None:
    page = files()[f"{OLD}/index.html"]
    assert [own["content"] for own in found(page, "meta", http_equiv="refresh")] == [
        "0; url=../../office/2024-budget/index.html"
    ]
    assert {"href": "../../office/2024-budget/index.html"} in found(page, "a")
    assert [own["href"] for own in found(page, "link", rel="canonical")] == [f"{ADDRESS}{SAMPLE}/"]


def test_what_was_withdrawn_says_when_and_why() -> None:
    page = files()[f"{GONE}/index.html"].decode()
    assert '<time datetime="2024-05-06">2024年5月6日</time>撤下' in page
    assert "原因：单位撤并，由&lt;教育局&gt;公开" in page
    assert found(page.encode(), "meta", http_equiv="refresh") == []


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("sample/old/index.html", "../index.html"),
        ("sample/gone/index.html", "../index.html"),
    ],
)
def test_a_list_that_an_old_address_was_on_leads_to_what_is_above_it(path: str, above: str) -> None:
    (refresh,) = found(files()[path], "meta", http_equiv="refresh")
    assert refresh["content"] == f"0; url={above}"


def test_no_page_stands_where_no_list_was() -> None:
    assert "2024.html" not in files()


def test_a_list_with_others_on_it_stays() -> None:
    assert found(files()["sample/index.html"], "meta", http_equiv="refresh") == []
    assert found(files()["sample/2024.html"], "meta", http_equiv="refresh") == []


def test_the_page_for_what_is_not_there_finds_its_styles_at_any_depth() -> None:
    hrefs = [str(own["href"]) for tag in ("a", "link") for own in found(files()["404.html"], tag)]
    inside = [href for href in hrefs if not href.startswith(("https:", "tel:", "#"))]
    assert len(inside) > 7
    assert all(href.startswith("/budget/") for href in inside)
    assert {"href": "/index.html"} in found(whole_site.plain()["404.html"], "a")


def wrong(*entries: Redirect | Withdrawn, waiting: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    site = Site(
        "甲",
        redirects=tuple(entry for entry in entries if isinstance(entry, Redirect)),
        withdrawn=tuple(entry for entry in entries if isinstance(entry, Withdrawn)),
    )
    pages = {"index.html", "a/new/index.html", "search.html"}
    diagnostics = list(wrong_addresses(site, pages, waiting))
    assert all(diagnostic.span == PLACE for diagnostic in diagnostics)
    return [(diagnostic.code, diagnostic.message("en")) for diagnostic in diagnostics]


def test_settings_that_are_right() -> None:
    assert wrong(Redirect("a/old", "a/new", PLACE), Redirect("b.html", "search.html", PLACE)) == []
    assert wrong(Redirect("a/old", "a/later", PLACE), waiting=("a/later/index.html",)) == []
    assert wrong(Withdrawn("a/gone", "2024-05-06", "甲", PLACE)) == []


def test_settings_that_are_wrong() -> None:
    assert wrong(Redirect("a/old", "a/none", PLACE)) == [
        ("redirect-target", "a/old leads to a/none, which is no page of the site")
    ]
    # What leads on leads nowhere itself: two that lead to each other would never end.
    assert [code for code, _ in wrong(Redirect("a/x", "a/y", PLACE), Redirect("a/y", "a/x", PLACE))] == [
        "redirect-target", "redirect-target"
    ]  # fmt: skip
    taken = ("address-in-use", "a/new is said to have moved or gone, but is a page of the site")
    assert wrong(Redirect("a/new", "a/new", PLACE)) == [taken]
    assert wrong(Withdrawn("a/new", "2024-05-06", "甲", PLACE)) == [taken]
    both = Redirect("a/old", "a/new", PLACE), Withdrawn("a/old", "2024-05-06", "甲", PLACE)
    assert wrong(*both) == [("address-twice", "a/old stands in redirects and in withdrawn")]


def test_a_page_that_is_there_stays(tmp_path: Path) -> None:
    assert path_of("a/b") == "a/b/index.html"
    assert path_of("a/b.html") == "a/b.html"
    settings = (
        f"name: 甲\nredirects: {{{SAMPLE}: {OLD}}}\nwithdrawn: {{{SAMPLE}: {{date: '2024-05-06', reason: 甲}}}}\n"
    )
    rendered = render(whole_site.documents(), (), whole_site.a_theme(tmp_path, settings))
    assert b"<h1><span>" in rendered[f"{SAMPLE}/index.html"]
