"""Links of pages: what each page offers to links and asks of others, and which links lead nowhere.

A page is read once, when it is made. What others need to know of it is small enough to be kept, so that a page that was
not made anew needs not be read again. disc writes every attribute in double quotes, and so must templates.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import pairwise
from types import MappingProxyType

from msgspec import Struct

from disc.emit.html_links import HtmlLinks
from disc.publish.files import INDEX

_SPACES = bytes.maketrans(b"\n\t\r", b"   ")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LINK = re.compile(rb' (?:href|src|action)="([^"]*)"')
_ANCHOR = re.compile(rb' id="([^"]*)"')
_AIM = re.compile(rb'<(?:article|aside|data|dt|figure|section)(?: [^>]*)? id="([^"]*)"')
_CROOKED = re.compile(r"(?:^|/)(?:\.|/|$)")
_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


class Links(Struct, frozen=True):
    """What the files of a disclosure offer to links, and ask of others."""

    offers: tuple[str, ...] = ()
    """Its files and what can be aimed at, from its folder: data.json, index.html, index.html#income."""

    asks: tuple[str, ...] = ()
    """Where its links lead outside of its folder, as paths below the site: static/style.css, a/b/index.html#fund."""

    dead: tuple[str, ...] = ()
    """Links that lead nowhere within its folder; what is published has none."""


def files_among(offers: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the names of the files among what a disclosure offers, by their folders below its own."""
    found: dict[str, list[str]] = {}
    for offer in offers:
        if "#" not in offer:
            folder, _, name = offer.rpartition("/")
            found.setdefault(folder, []).append(name)
    return found


class Page(Struct, frozen=True):
    """The anchors and links of one page."""

    anchors: frozenset[str]
    aims: frozenset[str]
    """Those anchors that other pages may lead to: of the hundreds that a disclosure has these few are kept."""

    inner: frozenset[str]
    """The anchors that its links lead to within the page."""

    asks: frozenset[str]
    """Where its other links lead, as paths below the site."""

    @classmethod
    def of(cls, path: str, links: HtmlLinks) -> Page:
        """Return what those who wrote a part of a page say of it."""
        asks = (_target(path, link, "/") for link in links.outer)
        return cls(frozenset(links.anchors), frozenset(links.aims), frozenset(links.inner), frozenset(asks))

    def __or__(self, other: Page) -> Page:
        """Return two parts of a page as one."""
        return Page(
            self.anchors | other.anchors, self.aims | other.aims, self.inner | other.inner, self.asks | other.asks
        )

    def lost(self, aimed: Iterable[str] = ()) -> set[str]:
        """Return the links within the page that lead nowhere: #anchor; `aimed` are anchors asked of it by others."""
        return {f"#{anchor}" for anchor in self.inner.union(aimed) - self.anchors}


def links_of(
    address: str,
    files: Mapping[str, bytes],
    aimed: Iterable[str] = (),
    known: Mapping[str, Page] = MappingProxyType({}),
) -> Links:
    """Return the links of a disclosure.

    Args:
        address: its folder.
        files: its files, by path below the site.
        aimed: anchors of its page to which the search leads.
        known: those of its pages of which the links are known, by path; the others are read.
    """
    inside = f"{address}/"
    paths = [path for path in files if path.endswith((".html", ".md"))]
    pages = {path: known.get(path) or read_page(path, files[path]) for path in paths}
    offered = {*files, *(f"{path}#{aim}" for path, page in pages.items() for aim in page.aims)}
    asked = {ask for page in pages.values() for ask in page.asks}
    own = {ask for ask in asked if ask.startswith(inside)}
    lost = {link for path, page in pages.items() for link in page.lost(aimed if path == f"{inside}{INDEX}" else ())}
    return Links(
        tuple(sorted(name.removeprefix(inside) for name in offered)),
        tuple(sorted(asked - own)),
        tuple(sorted(lost | own - offered)),
    )


def read_page(path: str, content: bytes, base: str = "/") -> Page:
    """Return the anchors and links of a page, of a text in Markdown (links alone) or of a style sheet.

    Args:
        path: its path below the site.
        content: its bytes.
        base: the path of the start page on the server, for links that begin with a slash.
    """
    if path.endswith(".html"):
        markup = content.translate(_SPACES)
        links = {unescape(link) for link in _each(_LINK, markup)}
        inner = {link[1:] for link in links if link.startswith("#")} - {""}
        anchors, aims = _each(_ANCHOR, markup), _each(_AIM, markup)
    else:
        links = set(_written(path, content))
        inner = anchors = aims = set()
    asks = {_target(path, link, base) for link in links if not link.startswith("#") and not _ELSEWHERE.match(link)}
    return Page(*map(frozenset, (anchors, aims, inner, asks)))


def _each(pattern: re.Pattern[bytes], markup: bytes) -> set[str]:
    """Return each text that is found, once; a page stays bytes, since all of it is long and these are few."""
    return {text.decode(errors="replace") for text in set(pattern.findall(markup))}


def _written(path: str, content: bytes) -> Iterator[str]:
    """Yield the links of a text that is no page."""
    if path.endswith(".md"):
        pieces = content.split(b"](")
        # A bracket that belongs to the text has a backslash before it.
        links = (after for before, after in pairwise(pieces) if not before.endswith(b"\\"))
        return (link.partition(b")")[0].decode(errors="replace") for link in links)
    return (one or other for one, other in _STYLES.findall(content.decode(errors="replace")))


def _target(path: str, link: str, base: str) -> str:
    """Return where a link leads, as a path below the site."""
    address, hash_, anchor = link.partition("#")
    address = _decoded(address.partition("?")[0])
    if address.startswith(base):
        return f"{address.removeprefix(base)}{hash_}{anchor}"
    folder = path.rpartition("/")[0]
    # What stands in most links, without the long way round.
    while folder and address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:]
    joined = f"{folder}/{address}" if folder else address
    return (posixpath.normpath(joined) if _CROOKED.search(joined) else joined) + hash_ + anchor


def _decoded(address: str) -> str:
    """Return an address as the file is called."""
    if "%" not in address:
        return address
    return _ENCODED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode(errors="replace"), address)
