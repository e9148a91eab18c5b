"""The files of one disclosure: its page, the same text as Markdown, its data. They depend on nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from disc.core.document import Document
from disc.core.manual import ManualPage
from disc.emit.description import description
from disc.emit.html import contents_html, to_html
from disc.emit.json_ld import Catalogue, json_ld
from disc.emit.summary import summary_view
from disc.publish.downloads import TABLES, data_files, size_text
from disc.publish.site import INDEX, Site
from disc.publish.theme import Theme


def disclosure_files(
    document: Document, theme: Theme, manual: Sequence[ManualPage] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a disclosure by their paths below the site.

    Raises:
        ThemeError: a template fails.
    """
    address = document.meta.address
    files = data_files(document, theme)
    beside = [name for name in files if "/" not in name]
    yield from ((f"{address}/{name}", content) for name, content in files.items())
    path = f"{address}/{INDEX}"
    html = to_html(document, tables=TABLES, source_link=theme.site.line_link)
    yield (
        path,
        theme.page(
            "disclosure.html.j2",
            path,
            manual=manual,
            document=document,
            meta=document.meta,
            view=summary_view(document),
            description=description(document.meta),
            sizes={name: size_text(len(content)) for name, content in files.items()},
            # The emitters have escaped what they return.
            dataset=Markup(_dataset(document, theme.site, beside)),  # noqa: S704
            contents=Markup(contents_html(document)),  # noqa: S704
            body=Markup(html.body),  # noqa: S704
            panels=Markup(html.panels),  # noqa: S704
        ),
    )


def _dataset(document: Document, site: Site, names: Iterable[str]) -> str:
    """Return the JSON-LD of a document, with absolute addresses where the site has any."""
    folder = f"{document.meta.address}/"
    catalogue = Catalogue(site.name, site.language, site.address, site.organisation, site.licence)
    known = bool(site.address)
    files = (site.url(f"{folder}{name}") if known else name for name in names)
    return json_ld(document, catalogue, site.url(folder + INDEX) if known else "", files)
