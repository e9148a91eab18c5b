"""The Atom feed: what RFC 4287 asks for, ids that never change, dates that specs state."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from disc.core.meta import Correction
from disc.core.span import Span
from disc.publish.entry import Entry
from disc.publish.feed import LONGEST, feed
from disc.publish.site import Redirect, Site
from tests.publish.whole_site import ADDRESS, OLD, SAMPLE, files

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site("示例县", address=ADDRESS)
CORRECTIONS = (
    Correction("2024-05-06", "丙", "三"),
    Correction("2024-03-01", "乙", "二"),
    Correction("2024-03-01", "甲", "一"),
)
FIRST = Entry("a/one/2024-budget", "一局2024年<预算>", "一局", "653023", ("某县",), 2024, "budget", "2024-02-21")


def told(*entries: Entry, site: Site = SITE) -> list[tuple[str, str, str]]:
    """The entries of the feed: id, date and title."""
    root = ElementTree.fromstring(feed(entries, site))  # noqa: S314 - our own
    return [
        (e.findtext(f"{ATOM}id", ""), e.findtext(f"{ATOM}updated", "")[:10], e.findtext(f"{ATOM}title", ""))
        for e in root.iter(f"{ATOM}entry")
    ]


# What RFC 4287 lets stand in each element, and how often: at least, at most.
GRAMMAR = {
    "feed": {"id": (1, 1), "title": (1, 1), "subtitle": (0, 1), "updated": (1, 1), "link": (1, 2), "author": (1, 1),
             "entry": (0, LONGEST)},
    "entry": {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "link": (1, 1), "author": (1, 1),
              "summary": (1, 1)},
    "author": {"name": (1, 1)},
}  # fmt: skip


def check(element: ElementTree.Element) -> None:
    """Hold an element and all below it to the grammar."""
    name = element.tag.removeprefix(ATOM)
    children = [child.tag for child in element]
    allowed = GRAMMAR.get(name, {})
    assert {tag.removeprefix(ATOM) for tag in children} <= allowed.keys(), name
    for wanted, (least, most) in allowed.items():
        assert least <= children.count(f"{ATOM}{wanted}") <= most, (name, wanted)
    if name in ("updated", "published"):
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(Z|[+-][0-9]{2}:[0-9]{2})", text(element))
    if name in ("id", "title", "name", "summary"):
        assert text(element) == text(element).strip() != ""
    if name == "id":
        assert re.fullmatch(r"(https|tag):[!-~]+", text(element))
    if name == "link":
        assert element.attrib.keys() == {"rel", "type", "href"}
        assert element.attrib["href"].startswith(ADDRESS)
    for child in element:
        check(child)


def text(element: ElementTree.Element) -> str:
    return element.text or ""


@pytest.mark.parametrize("content", [files()["feed.xml"], feed((), SITE), feed((FIRST,), SITE)])
def test_the_feed_keeps_to_the_rules(content: bytes) -> None:
    root = ElementTree.fromstring(content)  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    assert {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")} == {
        "self": f"{ADDRESS}feed.xml",
        "alternate": ADDRESS,
    }
    ids = [text(found) for found in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    check(root)
    newest = max((text(e) for e in root.findall(f"{ATOM}entry/{ATOM}updated")), default="1970-01-01T00:00:00+08:00")
    assert root.findtext(f"{ATOM}updated") == newest


def test_publications_and_corrections_the_newest_first() -> None:
    second = replace(FIRST, address="a/two/2024-budget", title="二局", published="2024-03-02", corrections=())
    assert told(replace(FIRST, corrections=CORRECTIONS), second) == [
        ("tag:www.example.gov.cn,2024:a/one/2024-budget/2024-05-06", "2024-05-06", "更正：一局2024年<预算>"),
        ("tag:www.example.gov.cn,2024:a/two/2024-budget", "2024-03-02", "二局"),
        ("tag:www.example.gov.cn,2024:a/one/2024-budget/2024-03-01.2", "2024-03-01", "更正：一局2024年<预算>"),
        ("tag:www.example.gov.cn,2024:a/one/2024-budget/2024-03-01", "2024-03-01", "更正：一局2024年<预算>"),
        ("tag:www.example.gov.cn,2024:a/one/2024-budget", "2024-02-21", "一局2024年<预算>"),
    ]


def test_a_further_correction_and_another_order_change_no_entry_that_was_told() -> None:
    other = replace(FIRST, address="b/2024-budget")
    before = told(replace(FIRST, corrections=CORRECTIONS[1:]), other)
    after = told(other, replace(FIRST, corrections=CORRECTIONS))
    assert set(before) < set(after)
    assert after == told(replace(FIRST, corrections=CORRECTIONS), other)


def test_a_draft_and_what_has_no_date_are_not_told() -> None:
    assert told(replace(FIRST, draft=True, corrections=CORRECTIONS), replace(FIRST, published="")) == []


def test_what_moved_keeps_its_id() -> None:
    moved = replace(FIRST, address="b/one/2024-budget")
    redirect = Redirect(FIRST.address, moved.address, Span("site/site.yaml"))
    assert [name for name, *_ in told(moved, site=replace(SITE, redirects=(redirect,)))] == [
        name for name, *_ in told(FIRST)
    ]
    assert f":{OLD}</id>" in files()["feed.xml"].decode()
    assert f"{ADDRESS}{SAMPLE}/" in files()["feed.xml"].decode()


def test_the_feed_has_an_end() -> None:
    many = [replace(FIRST, address=f"a/{n:04}/2024-budget") for n in range(LONGEST + 5)]
    assert len(told(*many)) == LONGEST
