"""What search engines are told: which pages there are, and which to leave alone.

The sitemap follows https://www.sitemaps.org/protocol.html. A page has a date only where a spec states when it was
published or corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape

from disc.publish.piece import Piece
from disc.publish.site import Site

ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
LARGEST = 50_000
"""How many pages one sitemap may name; a site with more has several, and a list of them."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_pieces(pages: Mapping[str, str], site: Site, largest: int = LARGEST) -> Iterator[Piece]:
    """Yield the sitemap of a site that has an address.

    Args:
        pages: dates (YYYY-MM-DD, or empty) of all pages that are to be found, by their paths.
        site: the settings.
        largest: how many pages one file may name.
    """
    ordered = sorted(pages.items())
    parts = [tuple(ordered[start : start + largest]) for start in range(0, len(ordered), largest)]
    if len(parts) <= 1:
        yield Piece(SITEMAP, partial(_sitemap, ordered, site), tuple(ordered))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Piece(name, partial(_sitemap, part, site), part)
    yield Piece(SITEMAP, partial(_xml, "sitemapindex", "sitemap", [(site.url(name), "") for name in names]))


def robots(site: Site, *, preview: bool) -> bytes:
    """Return `robots.txt`; servers heed it only where the site is all there is on its host."""
    if preview:
        return b"User-agent: *\nDisallow: /\n"
    where = f"Sitemap: {site.url(SITEMAP)}\n" if site.address else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def _sitemap(pages: Iterable[tuple[str, str]], site: Site) -> bytes:
    return _xml("urlset", "url", ((site.url(path), date) for path, date in pages))


def _xml(whole: str, each: str, listed: Iterable[tuple[str, str]]) -> bytes:
    """Return a list of addresses with their dates. Text alone: a tree of elements would take five times as long."""

    def item(url: str, date: str) -> str:
        changed = f"    <lastmod>{date}</lastmod>\n" if date else ""
        return f"  <{each}>\n    <loc>{escape(url, quote=False)}</loc>\n{changed}  </{each}>\n"

    items = "".join(item(url, date) for url, date in listed)
    return f"<?xml version='1.0' encoding='utf-8'?>\n<{whole} xmlns=\"{_NAMESPACE}\">\n{items}</{whole}>\n".encode()
