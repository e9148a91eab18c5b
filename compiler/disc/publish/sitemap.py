"""What search engines are told: which pages there are, and which to leave alone.

The sitemap follows https://www.sitemaps.org/protocol.html. A page has a date only where a spec states when it was
published or corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from disc.publish.site import Site

ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
LARGEST = 50_000
"""How many pages one sitemap may name; a site with more has several, and a list of them."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(pages: Mapping[str, str], site: Site, largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap of a site that has an address, by its path.

    Args:
        pages: dates (YYYY-MM-DD, or empty) of all pages that are to be found, by their paths.
        site: the settings.
        largest: how many pages one file may name.
    """
    parts = [sorted(pages)[start : start + largest] for start in range(0, len(pages), largest)]
    if len(parts) <= 1:
        yield SITEMAP, _xml("urlset", "url", ((site.url(path), pages[path]) for path in sorted(pages)))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _xml("urlset", "url", ((site.url(path), pages[path]) for path in part))
    yield SITEMAP, _xml("sitemapindex", "sitemap", ((site.url(name), "") for name in names))


def robots(site: Site, *, preview: bool) -> bytes:
    """Return `robots.txt`; servers heed it only where the site is all there is on its host."""
    if preview:
        return b"User-agent: *\nDisallow: /\n"
    where = f"Sitemap: {site.url(SITEMAP)}\n" if site.address else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def _xml(whole: str, each: str, listed: Iterable[tuple[str, str]]) -> bytes:
    root = Element(whole, {"xmlns": _NAMESPACE})
    for url, date in listed:
        item = SubElement(root, each)
        SubElement(item, "loc").text = url
        if date:
            SubElement(item, "lastmod").text = date
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
