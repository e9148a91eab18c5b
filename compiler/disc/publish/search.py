"""The indexes of the site's search, of each region and of the manual: scripts that hand names to `static/search.js`.

Scripts and no JSON files, since a page opened from a disk may load the one but not fetch the other. They are loaded by
the search page alone, when somebody searches. Each name stands in it once, with the disclosures that have it by number;
numbers that follow each other are told by their differences, which compress to almost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from msgspec.json import encode

from disc.core.diagnostic import LEVELS
from disc.core.manual import Chapter
from disc.core.number import to_text
from disc.emit.notices import DRAFT_TITLE
from disc.publish.comparison import in_unit
from disc.publish.entry import Entry
from disc.publish.piece import Piece
from disc.publish.places import Sort

SEARCH = "search/index.html"
"""The page on which people search."""

_LETTERS = {Sort.PROJECT: "p", Sort.ITEM: "i", Sort.SECTION: "s", Sort.TERM: "t"}


MANUAL_INDEX = "manual"
"""Name of the index of the manual; those of regions are called by their codes."""


def index_path(name: str) -> str:
    """Return the path of the index of a region, by its code, or of the manual."""
    return f"search/{name}.js"


def index_pieces(regions: Mapping[str, Sequence[Entry]]) -> Iterator[Piece]:
    """Yield the index of each region; its disclosures are given by its code, sorted by address."""
    for region, entries in regions.items():
        yield Piece(index_path(region), partial(index, entries), tuple(entries))


def index(entries: Sequence[Entry]) -> bytes:
    """Return the index of a region's disclosures."""
    return _script("index", _index(entries))


def manual_index(manual: Sequence[Chapter]) -> bytes:
    """Return the index of the manual: code, title and level of each rule."""
    rules = [
        [page.rule.code, page.rule.title.zh, LEVELS[page.rule.level].zh] for chapter in manual for page in chapter.pages
    ]
    return _script("rules", rules)


def _script(function: str, data: object) -> bytes:
    return b"disc.%b(%b);\n" % (function.encode(), encode(data))


def _index(entries: Sequence[Entry]) -> dict[str, object]:
    """Return the index of a region's disclosures.

    `region`: its name after those that it lies in. `entities`: folder and name. `disclosures`: number of the entity,
    year, kind, last step of the address, title, total in 万元 as shown (896.16; empty if unknown). `names`: sort, name,
    code, and for each anchor the disclosures that have the name there: the number of the first, then how much further
    the next one is; and of an item of the functional classification how much it is about in each of them, in 万元, with
    spaces between. Titles and names have `{entity}` and `{year}` for those of the disclosure.
    """
    entities = {(entry.folder, entry.entity): None for entry in entries}
    numbers = {entity: number for number, entity in enumerate(entities)}
    return {
        "region": list(entries[-1].region_path),
        "entities": [list(entity) for entity in entities],
        "disclosures": [
            [
                numbers[entry.folder, entry.entity],
                entry.year,
                entry.kind,
                entry.address.rpartition("/")[2],
                _mark(entry) + entry.title.replace(entry.entity, "{entity}").replace(str(entry.year), "{year}"),
                _total(entry),
            ]
            for entry in entries
        ],
        "names": _names(entries),
    }


def _mark(entry: Entry) -> str:
    return f"{DRAFT_TITLE}：" if entry.draft else ""


def _total(entry: Entry) -> str:
    figure = entry.figure("total")
    amount = in_unit(figure, figure.value) if figure else None
    return "" if amount is None else to_text(amount, thousands=True)


def _names(entries: Sequence[Entry]) -> list[list[object]]:
    names: dict[tuple[Sort, str, str], dict[str, list[tuple[int, str]]]] = {}
    for number, entry in enumerate(entries):
        amounts = iter(entry.amounts.split(" "))
        for place in entry.places:
            anchors = names.setdefault((place.sort, place.name, place.code), {})
            amount = next(amounts, "") if place.sort is Sort.ITEM else ""
            anchors.setdefault(place.anchor, []).append((number, amount))
    return [
        [_LETTERS[sort], name, code, [_there(anchor, found) for anchor, found in sorted(anchors.items())]]
        for (sort, name, code), anchors in sorted(names.items())
    ]


def _there(anchor: str, found: Sequence[tuple[int, str]]) -> list[object]:
    numbers, amounts = zip(*found, strict=True)
    told = " ".join(amounts).rstrip()
    return [anchor, [numbers[0], *(after - before for before, after in pairwise(numbers))], *([told] if told else [])]
