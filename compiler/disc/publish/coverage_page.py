"""The pages that say what disclosures cover: one about the site, and one about each place and year.

The page of a place and year lists its disclosures, that of the site says how many there are and what they lack, so none
grows with the site. Who must publish and has not stands with the others of its place and year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from disc.core.document import Covered, Status
from disc.core.manual import Chapter
from disc.load.publishers import Due, Publisher, unpublished
from disc.publish.coverage_rows import Kind, rows
from disc.publish.entry import Entry
from disc.publish.piece import Piece
from disc.publish.theme import Theme

COVERAGE = "coverage/index.html"
"""The page about the site."""


class There(Struct, frozen=True):
    """What a place has published of one year, and what it has not."""

    region: str
    """The code of the place."""

    path: tuple[str, ...]
    """Its name after those of the divisions that it lies in, from the province down."""

    year: int
    entries: tuple[Entry, ...]
    missing: tuple[Due, ...] = ()

    @property
    def page(self) -> str:
        """Path of its page below the site."""
        return f"coverage/{self.region}-{self.year}.html"


class Total(Struct, frozen=True):
    """How many disclosures of one kind there are, and what they cover together."""

    number: int
    complete: int
    """How many of them lack nothing."""

    items: tuple[int, ...]
    """How many items they publish, say that there are none, and lack: by status, in its order."""

    missing: int
    """How many disclosures there should be besides."""


class Line(Struct, frozen=True):
    """The total of a place and year."""

    path: tuple[str, ...]
    """The name of the place."""

    year: int
    page: str
    total: Total


class Totals(Struct, frozen=True):
    """All disclosures of one kind, by place and from the newest year."""

    name: str
    places: tuple[tuple[Line, ...], ...]
    """Of each place the lines of its years."""

    whole: Total


def coverage_pieces(
    entries: Iterable[Entry], publishers: Sequence[Publisher], theme: Theme, manual: Sequence[Chapter]
) -> Iterator[Piece]:
    """Yield the pages."""
    found = by_place(entries, publishers)
    seen = {"kinds": totals(found), "listed": len(publishers)}
    make = partial(theme.page, "coverage.html.j2", COVERAGE, manual=manual, **seen)
    yield Piece(COVERAGE, make, tuple(seen.values()))
    for years in found:
        others = tuple((there.year, there.page) for there in years)
        for there in years:
            yield Piece(there.page, partial(_page, there, others, theme, manual), (there, others))


def by_place(entries: Iterable[Entry], publishers: Sequence[Publisher]) -> tuple[tuple[There, ...], ...]:
    """Return the years of each place from the newest, places by their codes, disclosures by the names of entities."""
    ordered = sorted(entries, key=lambda e: (e.region, -e.year, e.entity, e.kind, e.address))
    missing: dict[tuple[str, int], list[Due]] = {}
    for due in unpublished(publishers, (entry.identity for entry in ordered)) if publishers else ():
        missing.setdefault((due.publisher.region, due.year), []).append(due)
    found = []
    for (region, year), of_year in groupby(ordered, lambda e: (e.region, e.year)):
        own = tuple(of_year)
        found.append(There(region, own[-1].region_path, year, own, tuple(missing.get((region, year), ()))))
    return tuple(tuple(years) for _, years in groupby(found, lambda there: there.region))


def totals(found: Iterable[Sequence[There]]) -> tuple[Totals, ...]:
    """Return how many disclosures there are and what they cover, of each kind."""
    lines: dict[str, list[tuple[Line, ...]]] = {}
    for years in found:
        of_place: dict[str, list[Line]] = {}
        for there in years:
            for kind, total in _counted(there):
                of_place.setdefault(kind, []).append(Line(there.path, there.year, there.page, total))
        for kind, own in of_place.items():
            lines.setdefault(kind, []).append(tuple(own))
    return tuple(
        Totals(kind, tuple(places), _together([line.total for own in places for line in own]))
        for kind, places in sorted(lines.items())
    )


def _counted(there: There) -> Iterator[tuple[str, Total]]:
    """Yield the total of each kind."""
    for kind in sorted({entry.kind for entry in there.entries}):
        missing = sum(due.publisher.kind == kind for due in there.missing)
        # Those of one form mostly cover the same and have one object for it, which needs be counted once.
        alike = [entry.coverage for entry in there.entries if entry.kind == kind]
        times, known = Counter(map(id, alike)), {id(coverage): coverage for coverage in alike}
        each = [_together([_of(coverage)] * times[key]) for key, coverage in known.items()]
        yield kind, _together([*each, Total(0, 0, (0,) * len(Status), missing)])


def _of(coverage: Iterable[Covered]) -> Total:
    """Return the total of one disclosure."""
    counted = Counter(covered.status for covered in coverage)
    return Total(1, 0 if counted[Status.MISSING] else 1, tuple(counted[status] for status in Status), 0)


def _together(totals: Sequence[Total]) -> Total:
    items = tuple(map(sum, zip(*(total.items for total in totals), strict=True)))
    numbers = ((total.number, total.complete, total.missing) for total in totals)
    number, complete, missing = map(sum, zip(*numbers, strict=True))
    return Total(number, complete, items, missing)


def _page(there: There, others: Sequence[tuple[int, str]], theme: Theme, manual: Sequence[Chapter]) -> bytes:
    """Return the page of a place and year; its other years are given with the paths of their pages."""
    words = theme.names("coverage_words.html.j2")
    names = sorted({entry.kind for entry in there.entries})
    kinds: list[Kind] = [rows(name, [entry for entry in there.entries if entry.kind == name], words) for name in names]
    seen = {"there": there, "others": others, "kinds": kinds}
    return theme.page("coverage_place.html.j2", there.page, manual=manual, **seen)
