"""A document in a few sentences: for search engines, for those who get its address sent, and for its JSON-LD."""

from __future__ import annotations

from disc.core.document import Document
from disc.core.meta import Meta
from disc.emit.words import one_line


def description(meta: Meta) -> str:
    """Return what a document is, whose and of which year."""
    place = "".join(meta.region_path)
    return (
        f"{one_line(meta.title)}，由{meta.entity}（{place}）公开，{meta.year}年度。"
        "各项合计、增减和比重都由填报的数据计算得出，并可以追溯到来源。"
    )


def full_description(document: Document) -> str:
    """Return the same and the titles of its numbered tables; search engines for data ask for fifty characters."""
    titles = dict.fromkeys(one_line(table.title) for table in document.tables if table.label)
    return description(document.meta) + (f"包括{'、'.join(titles)}。" if titles else "")
