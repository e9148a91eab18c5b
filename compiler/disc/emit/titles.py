"""Titles that break between names, not within them: Chinese has no spaces, so a browser would break anywhere.

The style sheet keeps words together (`word-break: keep-all`); here is said where a title may break all the same.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from disc.core.document import Section, Table
from disc.emit.markup import escape
from disc.emit.words import separator

BREAK = "<wbr>"


def label(number: str) -> str:
    """Return the number before a title or an item as HTML, with what parts them; nothing for none."""
    return f'<span class="label">{escape(number)}</span>{separator(number)}' if number else ""


def headed(section: Section) -> Table | None:
    """Return the table that stands right below the heading of a section and has its title, so that it needs no other.

    In official layouts a table has one title, that of the contents list.
    """
    first = section.blocks[0] if section.blocks else None
    return first if isinstance(first, Table) and first.title == section.title else None


def whole_names(title: str, region: tuple[str, ...], entity: str = "", year: int | None = None) -> Markup:
    """Return a title as HTML that breaks around a year and names, and within a name only if it fills a line.

    Args:
        title: what is to be shown.
        region: names of regions, after which it may break: an office is mostly called after its own.
        entity: the name of the office, which stays whole where it fits in a line.
        year: the year around which it may break.
    """
    markup = escape(title)
    for words, broken in _breaks(region, entity, year):
        markup = markup.replace(words, broken)
    # It stands between words: at an end it would do nothing.
    return Markup(markup.removeprefix(BREAK).removesuffix(BREAK))  # noqa: S704 - what was in it is escaped


@lru_cache(maxsize=64)
def _breaks(region: tuple[str, ...], entity: str, year: int | None) -> tuple[tuple[str, str], ...]:
    """Return what is to be replaced in a title, one after the other, and by what."""
    breaks = [(part, part + BREAK) for part in map(escape, region)]
    if year is not None:
        breaks += [(f"{year}年", f"{BREAK}{year}年{BREAK}"), (f"{BREAK}度", f"度{BREAK}")]
    name = escape(entity)
    for words, broken in breaks[: len(region)]:
        name = name.replace(words, broken)
    return (*breaks, *([(name, f'<span class="whole">{name.removesuffix(BREAK)}</span>')] if name else []))
