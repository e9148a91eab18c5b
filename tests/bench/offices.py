"""The offices of made-up counties, and what each of them publishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import count
from random import Random

from tests.bench.tree import Fields, read, words

REGIONS = "tests/bench/regions.yaml"

YEARS = (2024, 2025)

# So many offices, or departments with their units, one county gets before the next; the last is followed by the first.
COUNTY = 40


class Sort(Enum):
    """What a disclosure is made of; the value is the province whose layouts it has, by the first digits of its code."""

    UNIT = "65"
    DISTRICT = "31"


@dataclass(frozen=True, slots=True)
class Office:
    """Who publishes."""

    number: int
    """Tells offices apart; what is made up about one follows from it."""

    sort: Sort
    id: str
    name: str
    region: int
    type: str = "administrative"
    level: str = "unit"
    field: Fields = field(default_factory=dict)
    """What it works on: a `name`, and `items` of the functional classification."""

    units: tuple[Office, ...] = ()
    """Of a department that is the sum of its units: the headquarters first."""

    @property
    def folder(self) -> str:
        """Where its specs lie below `specs/`."""
        return f"{'xinjiang' if self.sort is Sort.UNIT else 'shanghai'}/{self.region}/{self.id}"

    def random(self, *about: object) -> Random:
        """Return numbers that are always the same for this office and this matter."""
        return Random(repr((self.number, *about)))  # noqa: S311 - the same every time is what is wanted


# A round of offices: their sort, in how many years they publish, and of how many units they are the sum, if of any.
_ROUND = (
    (Sort.UNIT, 2, 0), (Sort.DISTRICT, 1, 0), (Sort.UNIT, 1, 0), (Sort.DISTRICT, 1, 3), (Sort.UNIT, 2, 0),
    (Sort.DISTRICT, 2, 0), (Sort.UNIT, 2, 0), (Sort.DISTRICT, 2, 4), (Sort.UNIT, 1, 0), (Sort.UNIT, 2, 0),
    (Sort.UNIT, 2, 0), (Sort.UNIT, 1, 0), (Sort.UNIT, 2, 0),
)  # fmt: skip


def publications() -> Iterator[tuple[Office, int, bool]]:
    """Yield without end who publishes for which year, and whether it did for the year before.

    A unit comes before its department and a year before the next, so that the first N need none of the others.
    """
    met = dict.fromkeys(Sort, 0)
    for n in count():
        sort, years, units = _ROUND[n % len(_ROUND)]
        office = _office(n, sort, met[sort], units)
        met[sort] += 1
        for year in YEARS[-years:]:
            for publisher in (*office.units, office):
                yield publisher, year, year > YEARS[-years]


def _office(number: int, sort: Sort, nth: int, units: int) -> Office:
    counties = _counties(sort)
    region, name = counties[nth // COUNTY % len(counties)]
    within = nth % COUNTY + nth // COUNTY // len(counties) * COUNTY
    works, offices = words("fields"), words("offices")
    work, group = works[within % len(works)], within // len(works)
    if sort is Sort.UNIT:
        called, what = _nth(group // len(offices)), offices[group % len(offices)]
        kind = "institution" if what != offices[0] and number % 2 else "administrative"
        return Office(number * 10, sort, f"office-{number}", f"{name}{called}{work['name']}{what}", region, kind,
                      field=work)  # fmt: skip
    full = f"上海市{name}{_nth(group)}{work['name']}局"
    members = tuple(_unit(number * 10 + n, f"bureau-{number}", full, region, work, n) for n in range(units))
    return Office(number * 10 + 9, sort, f"bureau-{number}", full, region, level="department", field=work,
                  units=members)  # fmt: skip


def _unit(number: int, department: str, name: str, region: int, work: Fields, n: int) -> Office:
    called = "本部" if not n else words("offices")[n + 1].removeprefix("局")
    kind = "institution" if n else "administrative"
    return Office(number, Sort.DISTRICT, f"{department}-{n}", f"{name}{called}", region, kind, field=work)


def _nth(group: int) -> str:
    return f"第{group + 1}" if group else ""


@cache
def _counties(sort: Sort) -> tuple[tuple[int, str], ...]:
    codes: dict[int, str] = read(REGIONS)["codes"]
    return tuple((code, name) for code, name in codes.items() if str(code).startswith(sort.value) and code % 100)
