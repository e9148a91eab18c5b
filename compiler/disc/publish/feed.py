"""The Atom feed (RFC 4287): what was published, and what was corrected since, the newest first.

Dates are those that specs state, in Chinese time; what states none is in no feed. An entry has the same id for ever: it
is a tag URI (RFC 4151) of the first address at which the disclosure was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from msgspec import Struct

from disc.publish.entry import Entry
from disc.publish.files import INDEX
from disc.publish.site import Site

FEED = "feed.xml"
LONGEST = 100
"""How many entries the feed has; readers of feeds come by more often than so much is published."""

_ATOM = "http://www.w3.org/2005/Atom"
# A feed must say when it last changed. One in which nothing has a date never did.
_NEVER = "1970-01-01"


class News(Struct, frozen=True):
    """An entry of the feed."""

    date: str
    """YYYY-MM-DD."""

    id: str
    title: str
    summary: str
    url: str
    author: str


def feed(entries: Iterable[Entry], site: Site) -> bytes:
    """Return the feed of a site that has an address."""
    first = {redirect.new: redirect.old for redirect in reversed(site.redirects)}
    told = sorted(
        (news for entry in _newest(entries) for news in _news(entry, first, site)),
        key=lambda news: (news.date, news.id),
        reverse=True,
    )[:LONGEST]
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _add(root, "id", site.address)
    _add(root, "title", site.name)
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "updated", _time(told[0].date if told else _NEVER))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.url(FEED)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.address})
    _add(SubElement(root, "author"), "name", site.organisation or site.name)
    for news in told:
        _entry(SubElement(root, "entry"), news)
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _newest(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield what can have a place in the feed: of many thousands it is told of few."""
    final = [entry for entry in entries if not entry.draft]
    dates = nlargest(LONGEST, (entry.changed for entry in final))
    return (entry for entry in final if entry.changed and entry.changed >= dates[-1])


def _news(entry: Entry, first: Mapping[str, str], site: Site) -> Iterator[News]:
    """Yield what there is to tell of a disclosure."""
    url = site.url(f"{entry.address}/{INDEX}")
    host = site.address.partition("://")[2].partition("/")[0].partition(":")[0]
    name = f"tag:{host},{entry.year}:{first.get(entry.address, entry.address)}"
    if entry.published:
        summary = f"{entry.title}，由{entry.entity}（{''.join(entry.region_path)}）公开。"
        yield News(entry.published, name, entry.title, summary, url, entry.entity)
    days: dict[str, int] = {}
    # Two of one day are told apart by their order in the spec, so that a later one changes no id.
    for made in reversed(entry.corrections):
        days[made.date] = days.get(made.date, 0) + 1
        number = f".{days[made.date]}" if days[made.date] > 1 else ""
        summary = f"{made.what}（更正原因：{made.why}）"
        title, anchor = f"更正：{entry.title}", "#corrections_"
        yield News(made.date, f"{name}/{made.date}{number}", title, summary, url + anchor, entry.entity)


def _entry(element: Element, news: News) -> None:
    _add(element, "id", news.id)
    _add(element, "title", news.title)
    _add(element, "updated", _time(news.date))
    _add(element, "published", _time(news.date))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": news.url})
    _add(SubElement(element, "author"), "name", news.author)
    _add(element, "summary", news.summary)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _time(date: str) -> str:
    return f"{date}T00:00:00+08:00"
