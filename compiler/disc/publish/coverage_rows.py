"""The table of what disclosures cover: a row for each, a cell for each requirement.

Disclosures of one form cover mostly the same, so their rows differ in the page alone to which the links lead: the cells
are written once, and each row puts its address between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2.filters import do_urlencode
from markupsafe import Markup, escape
from msgspec import Struct

from disc.core.document import Covered
from disc.publish.entry import Entry
from disc.publish.files import INDEX


class Row(Struct, frozen=True):
    """A disclosure, and how it meets each requirement."""

    entry: Entry
    cells: Markup


class Kind(Struct, frozen=True):
    """Disclosures of one kind, and what is required of them."""

    name: str
    requirements: tuple[str, ...]
    """Their titles."""

    rows: tuple[Row, ...]
    omitted: tuple[tuple[str, str], ...] = ()
    """What official layouts have no place for, and why, each once."""


def rows(name: str, entries: Sequence[Entry], words: Mapping[str, Mapping[str, str]]) -> Kind:
    """Return disclosures of a kind with the cells of their rows, for a page one folder below the site.

    Args:
        name: the kind.
        entries: the disclosures.
        words: `marks` and `words` of each status.
    """
    required = {covered.item: covered.title for entry in entries for covered in entry.coverage}
    pieces: dict[int, tuple[str, ...]] = {}
    found = []
    for entry in entries:
        # By object and not by value, which is mostly the same and quicker.
        if id(entry.coverage) not in pieces:
            pieces[id(entry.coverage)] = tuple(_pieces(entry.coverage, required, words))
        page = str(escape(f"../{do_urlencode(entry.address)}/{INDEX}"))
        found.append(Row(entry, Markup(page.join(pieces[id(entry.coverage)]))))  # noqa: S704 - both are escaped
    omitted = {
        (covered.title, covered.reason): None for entry in entries for covered in entry.coverage if covered.reason
    }
    return Kind(name, tuple(required.values()), tuple(found), tuple(omitted))


def _pieces(
    coverage: Iterable[Covered], required: Iterable[str], words: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Yield the cells of a row in pieces, between which the address of the page is missing."""
    known = {covered.item: covered for covered in coverage}
    piece = ""
    for item in required:
        it = known.get(item)
        if it is None:
            piece += "<td></td>"
            continue
        mark, word = escape(words["marks"][it.status]), escape(words["words"][it.status])
        cell = f'<td class="{it.status.replace(" ", "-")}"'
        if it.section:
            yield f'{piece}{cell}><a href="'
            piece = f'#{escape(it.section)}" title="{escape(it.title)}" aria-label="{word}">{mark}</a></td>'
        else:
            piece += (
                f'{cell} title="{escape(it.title)}"><span aria-hidden="true">{mark}</span>'
                f'<span class="unseen">{word}</span></td>'
            )
    yield piece
