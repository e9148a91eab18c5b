"""The files of one disclosure: its page, the same text as Markdown, its data. They depend on nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from disc.core.document import Document
from disc.emit.coverage_list import CoverageList
from disc.emit.description import description
from disc.emit.html import Html, contents_html, to_html
from disc.emit.json_ld import Catalogue, json_ld
from disc.emit.summary import summary_view
from disc.publish.downloads import TABLES, data_files, size_text
from disc.publish.files import INDEX
from disc.publish.links import Page, read_page
from disc.publish.site import Site
from disc.publish.theme import Theme

_BODY, _PANELS = Markup("\0body\0"), Markup("\0panels\0")
"""Stand in a page for its largest parts until it is made: no text has such a character."""

_STANDING = re.compile(b"\0(body|panels)\0")


def disclosure_files(document: Document, theme: Theme, *, manual: bool = False) -> tuple[dict[str, bytes], Page]:
    """Return the files of a disclosure by their paths below the site, and what there is to say of its page's links.

    Args:
        document: what is disclosed.
        theme: the looks.
        manual: whether the site has the manual of the checks, to lead to.

    Raises:
        ThemeError: a template fails.
    """
    address = document.meta.address
    files = data_files(document, theme)
    beside = [name for name in files if "/" not in name]
    path = f"{address}/{INDEX}"
    html = to_html(document, tables=TABLES, source_link=theme.site.line_link)
    frame = theme.page(
        "disclosure.html.j2",
        path,
        manual=manual,
        document=document,
        meta=document.meta,
        view=summary_view(document),
        coverage=CoverageList(document.coverage, theme.names("coverage_words.html.j2")),
        description=description(document.meta),
        sizes={name: size_text(len(content)) for name, content in files.items()},
        # The emitters have escaped what they return.
        dataset=Markup(_dataset(document, theme.site, beside)),  # noqa: S704
        contents=Markup(contents_html(document)),  # noqa: S704
        body=_BODY,
        panels=_PANELS if html.panels else "",
    )
    made = {f"{address}/{name}": content for name, content in files.items()}
    made[path] = _filled(frame, html)
    return made, read_page(path, frame) | Page.of(path, html.links)


def _filled(frame: bytes, html: Html) -> bytes:
    """Return a page with its largest parts, wherever its template has them: in one step, since each copy takes long."""
    parts = {b"body": html.body.encode(), b"panels": html.panels.encode()}
    pieces = _STANDING.split(frame)
    pieces[1::2] = [parts[name] for name in pieces[1::2]]
    return b"".join(pieces)


def _dataset(document: Document, site: Site, names: Iterable[str]) -> str:
    """Return the JSON-LD of a document, with absolute addresses where the site has any."""
    folder = f"{document.meta.address}/"
    catalogue = Catalogue(site.name, site.language, site.address, site.organisation, site.licence)
    known = bool(site.address)
    files = (site.url(f"{folder}{name}") if known else name for name in names)
    return json_ld(document, catalogue, site.url(folder + INDEX) if known else "", files)
