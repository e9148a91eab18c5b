"""What stands at addresses where nothing stands any more: the way to the new one, or when and why it was withdrawn.

An address, once published, is kept: people have it in letters, in articles, in bookmarks. A page at the old address
works without a server's help, from every folder.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.manual import Chapter
from disc.publish.files import INDEX, path_of
from disc.publish.folders import year_page
from disc.publish.piece import Piece
from disc.publish.site import Site
from disc.publish.theme import Theme

MISSING = "404.html"
"""What servers show where there is nothing."""

REDIRECT_TARGET = Rule(
    "redirect-target",
    Level.ERROR,
    Words("新地址上没有页面", "A redirect leads nowhere"),
    Words("{old} 改到 {new}，但站点中没有 {new}", "{old} leads to {new}, which is no page of the site"),
    Words(
        "写现在的地址；已经撤下的写在 withdrawn 中", "Name the address of today; what is no more goes into withdrawn"
    ),
)

ADDRESS_IN_USE = Rule(
    "address-in-use",
    Level.ERROR,
    Words("旧地址上还有文件", "Something stands at an old address"),
    Words(
        "{address} 写为已改或已撤下，但站点中还有这个页面",
        "{address} is said to have moved or gone, but is a page of the site",
    ),
    Words("从 site/site.yaml 中删去这一条，或移走它的文件", "Take it out of site/site.yaml, or move its spec away"),
)

ADDRESS_TWICE = Rule(
    "address-twice",
    Level.ERROR,
    Words("同一旧地址写了两处", "An old address is said to have moved and to be withdrawn"),
    Words("{address} 既写在 redirects 中，又写在 withdrawn 中", "{address} stands in redirects and in withdrawn"),
    Words("只留一处：还能在新地址看到的留在 redirects 中", "Keep one; what can be read elsewhere stays in redirects"),
)


def old_paths(site: Site) -> frozenset[str]:
    """Return the paths of the pages that the settings say have moved or gone."""
    old = (*(redirect.old for redirect in site.redirects), *(gone.address for gone in site.withdrawn))
    return frozenset(map(path_of, old))


def old_pieces(theme: Theme, pages: Collection[str], manual: Sequence[Chapter]) -> Iterator[Piece]:
    """Yield the pages at old addresses, and the page for addresses that never were.

    Lists that an old address was on, and that nothing is on any more, lead to the nearest page above: an office that
    has nothing else had a page of its own.

    Args:
        theme: the looks.
        pages: paths of all other pages of the site.
        manual: what there is to say about each rule.
    """
    hidden = {"manual": manual, "hidden": True}
    told = {path_of(gone.address): gone for gone in theme.site.withdrawn}
    moved = {path_of(redirect.old): path_of(redirect.new) for redirect in theme.site.redirects}
    old = (*(gone.address for gone in theme.site.withdrawn), *(redirect.old for redirect in theme.site.redirects))
    entities = entities_of((*pages, *map(path_of, old)))
    for path in (found for address in old for found in lists_of(address, entities)):
        moved.setdefault(path, next(above for above in _above(path) if above in pages))
    for path, gone in told.items():
        if path not in pages:
            yield Piece(path, partial(theme.page, "withdrawn.html.j2", path, **hidden, gone=gone))
    for path, new in moved.items():
        if path not in pages and path not in told:
            target = posixpath.relpath(new, posixpath.dirname(path))
            seen = {"target": target, "canonical": theme.canonical(new)}
            yield Piece(path, partial(theme.page, "moved.html.j2", path, **hidden, **seen))
    # A server shows this page at any depth, so its links begin at the root of the server.
    seen = {"root": theme.site.base, "canonical": ""}
    yield Piece(MISSING, partial(theme.page, "missing.html.j2", MISSING, **hidden, **seen))


def wrong_addresses(site: Site, pages: Collection[str], waiting: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield what is wrong with the settings about old addresses.

    Args:
        site: the settings.
        pages: paths of all pages that do not stand at old addresses.
        waiting: paths of pages that are not built this time.
    """
    withdrawn = {path_of(gone.address) for gone in site.withdrawn}
    for redirect in site.redirects:
        if path_of(redirect.old) in withdrawn:
            yield ADDRESS_TWICE.at(redirect.span, address=redirect.old)
        if path_of(redirect.old) in pages:
            yield ADDRESS_IN_USE.at(redirect.span, address=redirect.old)
        if path_of(redirect.new) not in pages and path_of(redirect.new) not in waiting:
            yield REDIRECT_TARGET.at(redirect.span, old=redirect.old, new=redirect.new)
    for gone in site.withdrawn:
        if path_of(gone.address) in pages:
            yield ADDRESS_IN_USE.at(gone.span, address=gone.address)


def clashing(site: Site, there: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """Yield the old addresses at which no page can stand, since a file of the site does.

    Args:
        site: the settings.
        there: whether a file stands at a path, but for those at old addresses.
    """
    for old, span in (
        *((r.old, r.span) for r in site.redirects),
        *((gone.address, gone.span) for gone in site.withdrawn),
    ):
        if any(there(str(above)) for above in PurePosixPath(path_of(old)).parents):
            yield ADDRESS_IN_USE.at(span, address=old)


_DISCLOSURE = re.compile(r"([0-9]{4})-[a-z_]+")


def entities_of(paths: Iterable[str]) -> frozenset[str]:
    """Return the folders that have disclosures, given the paths of pages."""
    addresses = (path.removesuffix(f"/{INDEX}").rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in addresses if _DISCLOSURE.fullmatch(name))


def lists_of(address: str, entities: Collection[str]) -> Iterator[str]:
    """Yield the pages of lists that a page at an address was on: of each folder above, and of the year of its place.

    Args:
        address: of a disclosure, or of any other page.
        entities: folders that have disclosures; the place of one is the nearest above that has none.
    """
    folder, _, name = address.rpartition("/")
    if year := _DISCLOSURE.fullmatch(name):
        place = folder.rpartition("/")[0]
        while place in entities:
            place = place.rpartition("/")[0]
        if place:
            yield year_page(place, int(year[1]))
    while folder:
        yield f"{folder}/{INDEX}"
        folder = folder.rpartition("/")[0]


def _above(path: str) -> Iterator[str]:
    """Yield the pages of the folders above a page, the nearest first, down to the start page."""
    folder = posixpath.dirname(path.removesuffix(f"/{INDEX}"))
    while folder:
        yield f"{folder}/{INDEX}"
        folder = posixpath.dirname(folder)
    yield INDEX
