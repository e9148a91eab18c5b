"""Entries as JSON: what many of them have in common stands in it once, and each has it by number.

Most disclosures of a form cover the same, offer the same files and anchors, and have the same names of figures. Each
is a text of its own, so that there are never values of JSON for all of them in memory.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import starmap
from typing import Any, TypeVar

from msgspec.json import decode, encode

from disc.core.document import Covered, Status
from disc.core.meta import Correction
from disc.publish.entry import Entry
from disc.publish.key_amounts import Head, KeyAmounts
from disc.publish.links import Links
from disc.publish.places import Place, Sort

_Value = TypeVar("_Value", bound=Hashable)

_PLAIN = ("address", "title", "entity", "region", "year", "kind", "published", "level", "draft", "amounts")
"""The fields of an entry that stand in it as they are."""


class _Numbers(dict[_Value, int]):
    """Values by number, in the order in which they were asked for."""

    def __missing__(self, value: _Value) -> int:
        self[value] = number = len(self)
        return number


class _Places:
    """Places by number. Equal ones are mostly one object, which is found faster than an equal one."""

    def __init__(self) -> None:
        self.numbers = _Numbers[Place]()
        self._of: dict[int, int] = {}

    def __call__(self, places: Sequence[Place]) -> list[int]:
        of = self._of
        for place in places:
            if id(place) not in of:
                of[id(place)] = self.numbers[place]
        return [of[id(place)] for place in places]


def packed(entries: Iterable[Entry], pages: Mapping[str, Links]) -> tuple[dict[str, object], list[bytes]]:
    """Return entries, sorted by address, and the links of the pages about them.

    Returns:
        What they have in common as members of a JSON object, and each entry as JSON in one line.
    """
    known, names, lists = _Places(), _Numbers[str](), _Numbers[tuple[str, ...]]()
    heads, coverages = _Numbers[Head](), _Numbers[tuple[Covered, ...]]()
    # In memory until the end, so that a place has its number for good.
    listed = sorted(entries, key=lambda entry: entry.address)
    disclosures = []
    for entry in listed:
        packet: dict[str, object] = {name: getattr(entry, name) for name in _PLAIN}
        packet |= {
            "region_path": lists[entry.region_path],
            "corrections": [(made.date, made.what, made.why) for made in entry.corrections],
            "units": entry.units,
            "coverage": coverages[entry.coverage],
            "figures": _figures(entry.figures, heads),
            "places": known(entry.places),
            "links": _links(entry.links, lists),
        }
        disclosures.append(encode(packet))
    packets = {path: _links(links, lists) for path, links in sorted(pages.items())}
    common = {
        "places": [(place.sort, place.name, place.code, place.anchor) for place in known.numbers],
        "figures": list(heads),
        "coverages": [
            [(it.item, it.title, it.status, it.section, it.reason) for it in coverage] for coverage in coverages
        ],
        "lists": [[names[name] for name in own] for own in lists],
        "names": list(names),
        "pages": packets,
    }
    return common, disclosures


def _links(links: Links, lists: _Numbers[tuple[str, ...]]) -> tuple[int, int, int]:
    return lists[links.offers], lists[links.asks], lists[links.dead]


def _figures(figures: KeyAmounts, heads: _Numbers[Head]) -> list[int | str]:
    """Return the number of the head of each figure, and its digits after it."""
    digits = iter(figures.digits.split(" "))
    return [each for own in zip(map(heads.__getitem__, figures.heads), digits, digits, strict=False) for each in own]


def unpacked(parsed: Mapping[str, Any], disclosures: Iterable[bytes]) -> tuple[tuple[Entry, ...], dict[str, Links]]:
    """Return what was packed.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it is something else.
    """
    known = [Place(Sort(sort), *words) for sort, *words in parsed["places"]]
    names: list[str] = parsed["names"]
    lists = [tuple([names[number] for number in own]) for own in parsed["lists"]]
    coverages = [
        tuple(Covered(item, title, Status(status), *where) for item, title, status, *where in coverage)
        for coverage in parsed["coverages"]
    ]
    heads = list(starmap(Head, parsed["figures"]))
    combined = dict[tuple[Head, ...], tuple[Head, ...]]()
    entries = []
    for packet in map(decode, disclosures):
        digits = packet["figures"]
        own = tuple([heads[number] for number in digits[::3]])
        del digits[::3]
        entries.append(
            Entry(
                **{name: packet[name] for name in _PLAIN},
                region_path=lists[packet["region_path"]],
                corrections=tuple([Correction(*made) for made in packet["corrections"]]),
                units=tuple(packet["units"]),
                coverage=coverages[packet["coverage"]],
                figures=KeyAmounts(combined.setdefault(own, own), " ".join(digits)),
                places=tuple([known[number] for number in packet["places"]]),
                links=Links(*[lists[number] for number in packet["links"]]),
            )
        )
    pages = {path: Links(*[lists[number] for number in own]) for path, own in parsed["pages"].items()}
    return tuple(entries), pages
