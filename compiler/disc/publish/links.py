"""Links of pages: what each page offers to links and asks of others, and which links lead nowhere.

A page is read once, when it is made. What others need to know of it is small enough to be kept, so that a page that was
not made anew needs not be read again. disc writes every attribute in double quotes, and so must templates.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from disc.publish.site import INDEX

_SPACES = bytes.maketrans(b"\n\t\r", b"   ")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LINKING = (b' href="', b' src="', b' action="')
_CROOKED = re.compile(r"(?:^|/)(?:\.|/|$)")
_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")

AIMS = frozenset({"article", "aside", "dt", "figure", "section"})
"""Elements of a disclosure that other pages may lead to. Of its hundreds of anchors these few are kept."""


@dataclass(frozen=True, slots=True, order=True)
class Links:
    """What the files of a disclosure offer to links, and ask of others."""

    offers: tuple[str, ...] = ()
    """Its files and what can be aimed at, from its folder: data.json, index.html, index.html#income."""

    asks: tuple[str, ...] = ()
    """Where its links lead outside of its folder, as paths below the site: static/style.css, a/b/index.html#fund."""

    dead: tuple[str, ...] = ()
    """Links that lead nowhere within its folder; what is published has none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The anchors and links of one page."""

    anchors: frozenset[str]
    aims: frozenset[str]
    """Those anchors that other pages may lead to."""

    asks: frozenset[str]
    """Where its links lead, as paths below the site; those within the page as #anchor."""


def links_of(address: str, files: Mapping[str, bytes], aimed: Iterable[str] = ()) -> Links:
    """Return the links of a disclosure.

    Args:
        address: its folder.
        files: its files, by path below the site.
        aimed: anchors of its page to which the search leads.
    """
    inside = f"{address}/"
    pages = {path: read_page(path, content) for path, content in files.items() if path.endswith((".html", ".md"))}
    offered = {*files, *(f"{path}#{aim}" for path, page in pages.items() for aim in page.aims)}
    asked = {(path, ask) for path, page in pages.items() for ask in page.asks}
    asked.update((f"{inside}{INDEX}", f"#{anchor}") for anchor in aimed)
    own = {(path, ask) for path, ask in asked if ask.startswith(("#", inside))}
    dead = {ask for path, ask in own if ask not in offered and ask[1:] not in pages[path].anchors}
    return Links(
        tuple(sorted(name.removeprefix(inside) for name in offered)),
        tuple(sorted({ask for _, ask in asked - own})),
        tuple(sorted(dead)),
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
        found = {link for name in _LINKING for link in _attributes(markup, name)}
        anchors = dict(_anchors(markup))
    else:
        found = {link for link in _written(path, content) if not link.startswith("#")}
        anchors = {}
    asks = {_target(path, unescape(link), base) for link in found if not _ELSEWHERE.match(link)}
    aims = frozenset(anchor for anchor, element in anchors.items() if element in AIMS)
    return Page(frozenset(anchors), aims, frozenset(asks - {"#"}))


def _attributes(markup: bytes, beginning: bytes) -> Iterator[str]:
    # The page stays bytes: to decode all of it would take as long as all the rest.
    _, *pieces = markup.split(beginning)
    return (piece.partition(b'"')[0].decode() for piece in pieces)


def _anchors(markup: bytes) -> Iterator[tuple[str, str]]:
    """Yield each anchor with the name of the element that has it."""
    before, *pieces = markup.split(b' id="')
    for piece in pieces:
        element = before[before.rfind(b"<") + 1 :].partition(b" ")[0]
        yield piece.partition(b'"')[0].decode(), element.decode()
        before = piece


def _written(path: str, content: bytes) -> Iterator[str]:
    """Yield the links of a text that is no page."""
    if path.endswith(".md"):
        pieces = content.split(b"](")
        # A bracket that belongs to the text has a backslash before it.
        links = (after for before, after in pairwise(pieces) if not before.endswith(b"\\"))
        return (link.partition(b")")[0].decode() for link in links)
    return (one or other for one, other in _STYLES.findall(content.decode()))


def _target(path: str, link: str, base: str) -> str:
    """Return where a link leads: a path below the site, or #anchor within the page."""
    if link.startswith("#"):
        return link
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
