"""The sitemap and `robots.txt`, by the protocol of sitemaps.org."""

from __future__ import annotations

from xml.etree import ElementTree

from disc.publish.site import Site
from disc.publish.sitemap import robots, sitemap_pieces
from tests.publish.whole_site import ADDRESS, DRAFT, SAMPLE, files, plain

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = Site("示例县", address=ADDRESS)


def listed(content: bytes, whole: str = "urlset", each: str = "url") -> list[tuple[str, str]]:
    """What a file lists: addresses and dates. Nothing else may stand in it."""
    root = ElementTree.fromstring(content)  # noqa: S314 - our own
    assert root.tag == NAMESPACE + whole
    assert {item.tag for item in root} <= {NAMESPACE + each}
    assert all([part.tag.removeprefix(NAMESPACE) for part in item] in (["loc"], ["loc", "lastmod"]) for item in root)
    return [(item.findtext(f"{NAMESPACE}loc", ""), item.findtext(f"{NAMESPACE}lastmod", "")) for item in root]


def test_all_pages_that_readers_should_find_with_the_dates_that_specs_state() -> None:
    assert listed(files()["sitemap.xml"]) == [
        (f"{ADDRESS}coverage/653023-2024.html", ""),
        (f"{ADDRESS}coverage/", ""),
        (f"{ADDRESS}data/", ""),
        (ADDRESS, ""),
        (f"{ADDRESS}manual/", ""),
        (f"{ADDRESS}sample/2024.html", ""),
        (f"{ADDRESS}sample/draft/", ""),
        (f"{ADDRESS}sample/", ""),
        (f"{ADDRESS}{SAMPLE}/", "2024-05-06"),
        (f"{ADDRESS}sample/office/", ""),
        (f"{ADDRESS}search/", ""),
    ]
    assert DRAFT not in files()["sitemap.xml"].decode()


def test_an_address_is_written_so_that_a_server_understands_it() -> None:
    (piece,) = sitemap_pieces({"新疆/a & b/index.html": ""}, SITE)
    assert listed(piece.make()) == [(f"{ADDRESS}%E6%96%B0%E7%96%86/a%20%26%20b/", "")]


def test_a_large_site_has_several_and_a_list_of_them() -> None:
    pages = {f"{n}/index.html": "2024-02-21" for n in range(5)}
    several = {piece.path: piece.make() for piece in sitemap_pieces(pages, SITE, largest=2)}
    assert listed(several.pop("sitemap.xml"), "sitemapindex", "sitemap") == [
        (f"{ADDRESS}sitemap-{n}.xml", "") for n in (1, 2, 3)
    ]
    assert [url for content in several.values() for url in listed(content)] == [
        (f"{ADDRESS}{n}/", "2024-02-21") for n in range(5)
    ]


def test_robots_are_told_of_the_sitemap_where_there_is_one() -> None:
    assert files()["robots.txt"].decode() == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n"
    assert plain()["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert {"feed.xml", "sitemap.xml"}.isdisjoint(plain())
    assert robots(SITE, preview=True) == b"User-agent: *\nDisallow: /\n"
