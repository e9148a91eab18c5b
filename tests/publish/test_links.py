"""Links: what a page offers and asks, and every way in which a link can lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disc.build import check
from disc.core.document import Document
from disc.load.spec_files import Options
from disc.publish.dead_links import dead_links, links_of_page
from disc.publish.disclosure_pages import disclosure_files
from disc.publish.links import Links, links_of, read_page
from tests.emit.test_units import department
from tests.golden_files import ROOT
from tests.publish import whole_site
from tests.publish.pages_of import elements, html
from tests.publish.whole_site import DRAFT, SAMPLE

OF_NUMBERS = re.compile("n[0-9]+_|f[0-9]+_title|panels_(title|closed)")
"""Anchors that nothing leads to but numbers and panels, each made together with the link."""

OF_PANELS = re.compile("[fn][0-9]+_|panels_closed")
"""Where numbers and panels lead."""


def dead(files: dict[str, str], base: str = "/") -> list[tuple[str, str]]:
    """The dead links of a site in which a/b is a disclosure."""
    encoded = {path: text.encode() for path, text in files.items()}
    return dead_in(encoded, {"a/b": links_of("a/b", below("a/b", encoded))}, base)


def dead_in(files: dict[str, bytes], disclosures: dict[str, Links], base: str = "/") -> list[tuple[str, str]]:
    others = {path: text for path, text in files.items() if not path.startswith(tuple(disclosures))}
    return list(dead_links({p: links_of_page(p, text, disclosures, base) for p, text in others.items()}, disclosures))


def below(address: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: text for path, text in files.items() if path.startswith(f"{address}/")}


def test_the_links_of_a_disclosure() -> None:
    page = (
        '<main id="page_content"><section class="x" id="one"><figure id="t"><a href="#t">t</a><td id="cell">'
        '<a href="../../index.html#r">r</a><a\nhref="../c/index.html?q=1#s">c</a><a href="data.json">d</a>'
        '<a href="https://a.cn/#x">a</a><a href="mailto:a@b.cn">b</a><a href="tel:1">c</a><a href="//a.cn/">d</a>'
        '<img src="../../static/a%20%E7%94%B2.png" alt=""><a href="x&amp;y.html#"></a>'
    )
    text = b"[one](#one) [c](../c/index.md) \\[x\\](y)"
    files = {"a/b/index.html": page.encode(), "a/b/data.json": b"{}", "a/b/index.md": text}
    assert links_of("a/b", files) == Links(
        offers=("data.json", "index.html", "index.html#one", "index.html#t", "index.md"),
        asks=("a/c/index.html#s", "a/c/index.md", "index.html#r", "static/a 甲.png"),
        dead=("a/b/x&y.html#",),
    )


GOOD = {
    "index.html": '<h2 id="r"><a href="a/b/index.html">b</a><a href="a/b/index.html#one">1</a><a href="#r">r</a>'
    '<a href="a/b/tables/t.csv">t</a>',
    "a/b/index.html": '<section id="one"><p id="two"><a href="../../index.html#r">r</a><a href="#two">2</a>',
    "a/b/data.json": "{}",
    "a/b/tables/t.csv": "",
    "static/style.css": "a { background: url('a.png') } b { background: url(data:x) } @import \"b.css\";",
    "static/a.png": "",
    "static/b.css": "",
}


def test_a_site_without_dead_links() -> None:
    assert dead(GOOD) == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("index.html", '<a href="a/c/index.html">', "a/c/index.html"),
        ("index.html", '<a href="a/b/">', "a/b"),
        ("index.html", '<a href="#x">', "#x"),
        ("index.html", '<a href="a/b/index.html#x">', "a/b/index.html#x"),
        # Other pages may lead to sections and figures only: no more of a disclosure is kept.
        ("index.html", '<a href="a/b/index.html#two">', "a/b/index.html#two"),
        ("index.html", '<a href="a/b/tables/x.csv">', "a/b/tables/x.csv"),
        ("index.html", '<a href="../index.html">', "../index.html"),
        ("index.html", '<img src="static/c.png">', "static/c.png"),
        ("index.html", '<form action="find.html">', "find.html"),
        ("index.html", '<link rel="stylesheet" href="static/c.css">', "static/c.css"),
        ("a/b/index.html", '<a href="../../index.html#x">', "index.html#x"),
        ("a/b/index.html", '<a href="#x">', "#x"),
        ("a/b/index.html", '<a href="tables/x.csv">', "a/b/tables/x.csv"),
        ("static/b.css", "a { background: url(c.png) }", "static/c.png"),
        ("static/b.css", "@import 'c.css';", "static/c.css"),
    ],
)
def test_a_dead_link(path: str, text: str, expected: str) -> None:
    assert dead({**GOOD, path: GOOD[path] + text}) == [(path, expected)]


def test_what_the_search_leads_to() -> None:
    files = {path: text.encode() for path, text in GOOD.items() if path.startswith("a/b/")}
    assert links_of("a/b", files, ("one", "two")).dead == ()
    assert links_of("a/b", files, ("one", "six")).dead == ("#six",)


def test_links_that_begin_at_the_root_of_the_server() -> None:
    page = '<a href="/budget/a/b/index.html"><a href="/budget/index.html"><a href="/index.html">'
    assert dead({**GOOD, "404.html": page}, "/budget/") == [("404.html", "/index.html")]


def test_a_page_that_is_not_made_anew_needs_not_be_read_again() -> None:
    old = {path: text.encode() for path, text in GOOD.items()}
    kept = {"a/b": links_of("a/b", below("a/b", old))}
    new = {path: text for path, text in old.items() if not path.startswith("a/b/")}
    assert dead_in(new, kept) == []
    assert dead_in({**new, "index.html": b"<p>"}, kept) == [("a/b/index.html", "index.html#r")]


def test_every_link_of_every_kind_of_page_is_looked_at() -> None:
    """By another reader than ours: each link is found, and all of them lead somewhere."""
    files = whole_site.files()
    for path, content in html(files):
        seen = [own.get("href") or own.get("src") for _, own in elements(content)]
        written = content.count(b' href="') + content.count(b' src="')
        assert len([link for link in seen if link is not None]) == written > 10, path
    disclosures = {address: links_of(address, below(address, files)) for address in (SAMPLE, DRAFT)}
    # Those are written once all pages stand.
    files = files | dict.fromkeys(whole_site.long_tables(), b"")
    assert dead_in(files, disclosures, "/budget/") == []
    broken = {**files, "404.html": files["404.html"].replace(b"/budget/index.html", b"/budget/none.html")}
    assert dead_in(broken, disclosures, "/budget/") == [("404.html", "none.html")]


@pytest.mark.parametrize(
    "document",
    [*whole_site.documents(), department(), *check(Options(ROOT)).documents],
    ids=lambda document: document.meta.address,
)
def test_what_is_known_of_the_links_of_a_page_is_what_stands_in_it(document: Document, tmp_path: Path) -> None:
    files, known = disclosure_files(document, whole_site.a_theme(tmp_path))
    path = f"{document.meta.address}/index.html"
    page = read_page(path, files[path])
    assert (known.aims, known.asks) == (page.aims, page.asks)
    assert known.aims
    # Numbers and panels know each other without being told.
    assert known.anchors == {anchor for anchor in page.anchors if not OF_NUMBERS.fullmatch(anchor)}
    assert page.inner - known.inner <= {anchor for anchor in page.anchors if OF_PANELS.fullmatch(anchor)}
    assert known.lost() == page.lost() == set()


def test_what_is_no_utf_8_is_read_as_far_as_it_can_be() -> None:
    """A style sheet with a remark in GBK is published as it is, as browsers read it."""
    text = "/* 颜色 */ a { background: url(c.png) }".encode("gbk")
    assert links_of_page("static/own.css", text, {}).asks == ("static/c.png",)
    page = '<p id="x">颜色</p><a href="颜色.html">'.encode("gbk")
    assert len(links_of_page("static/own.html", page, {}).asks) == 1
