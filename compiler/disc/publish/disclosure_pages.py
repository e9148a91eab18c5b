"""The files of one disclosure: its page, the same text as Markdown, its data. They depend on nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from disc.core.document import Block, Document, Section, Table
from disc.core.manual import ManualPage
from disc.emit.csv import to_csv
from disc.emit.data import to_json
from disc.emit.html import contents_html, to_html
from disc.emit.markdown import to_markdown
from disc.publish.theme import Theme

TABLES = "tables"
"""Folder of the tables' CSV files beside each page."""


def disclosure_files(
    document: Document, theme: Theme, manual: Sequence[ManualPage] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a disclosure by their paths below the site.

    Raises:
        ThemeError: a template fails.
    """
    address = document.meta.address
    yield (
        f"{address}/index.html",
        theme.page(
            "disclosure.html.j2",
            root="../" * (address.count("/") + 1),
            manual=manual,
            document=document,
            meta=document.meta,
            # The emitters have escaped what they return.
            contents=Markup(contents_html(document)),  # noqa: S704
            body=Markup(to_html(document, tables=TABLES)),  # noqa: S704
        ),
    )
    yield f"{address}/index.md", to_markdown(document).encode()
    yield f"{address}/data.json", to_json(document).encode()
    for table in _tables(document.sections):
        yield f"{address}/{TABLES}/{table.id}.csv", to_csv(table).encode()


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)
