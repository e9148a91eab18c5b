"""Which links of a site lead nowhere: judged by what each page and disclosure is known to offer and to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from disc.publish.files import INDEX
from disc.publish.links import Links, read_page


def links_of_page(path: str, content: bytes, disclosures: Mapping[str, Links], base: str = "/") -> Links:
    """Return the links of a page or style sheet that is no disclosure's; other files have none.

    What it offers are its anchors. Links to pages of disclosures are judged here and not told: what a page is made of
    is known whenever it is made, and a disclosure that changes makes it anew.

    Args:
        path: its path below the site.
        content: its bytes.
        disclosures: the links of every disclosure, by address.
        base: the path of the start page on the server, for links that begin with a slash.
    """
    if not path.endswith((".html", ".css")):
        return Links()
    page = read_page(path, content, base)
    offers = Offers(disclosures)
    asks, dead = list[str](), sorted(page.lost())
    for ask in sorted(page.asks):
        if ask.partition("#")[0].rpartition("/")[0] not in disclosures:
            asks.append(ask)
        elif ask not in offers:
            dead.append(ask)
    return Links(tuple(sorted(page.anchors)), tuple(asks), tuple(dead))


def dead_links(others: Mapping[str, Links], disclosures: Mapping[str, Links]) -> Iterator[tuple[str, str]]:
    """Yield the links of a site that lead nowhere, sorted: the page that has it, and where it should lead.

    Args:
        others: the links of every file that is no disclosure's, by path below the site; those that were not made this
            time included.
        disclosures: the links of every disclosure, by address.
    """
    anchors = cache(lambda path: frozenset(others[path].offers))
    offered = Offers(disclosures)

    def leads(ask: str) -> bool:
        path, _, anchor = ask.partition("#")
        return (not anchor or anchor in anchors(path)) if path in others else ask in offered

    sound = set[str]()
    dead = []
    pages = [*others.items(), *((f"{address}/{INDEX}", links) for address, links in disclosures.items())]
    for path, links in pages:
        dead += [(path, ask) for ask in links.dead]
        for ask in links.asks:
            # Most ask what others have asked before.
            if ask in sound:
                continue
            if leads(ask):
                sound.add(ask)
            else:
                dead.append((path, ask))
    return iter(sorted(dead))


class Offers:
    """What disclosures offer to links."""

    def __init__(self, disclosures: Mapping[str, Links]) -> None:
        self._disclosures = disclosures
        self._sets: dict[int, frozenset[str]] = {}

    def __contains__(self, ask: str) -> bool:
        path, hash_, anchor = ask.partition("#")
        address, _, name = path.rpartition("/")
        while address and address not in self._disclosures:
            address, _, step = address.rpartition("/")
            name = f"{step}/{name}"
        return bool(address) and name + hash_ + anchor in self._offers(self._disclosures[address].offers)

    def _offers(self, offers: tuple[str, ...]) -> frozenset[str]:
        # Disclosures of one form offer the same and mostly have one object for it, so there are few of these.
        if id(offers) not in self._sets:
            self._sets[id(offers)] = frozenset(offers)
        return self._sets[id(offers)]
