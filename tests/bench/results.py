"""What was measured, as tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tests.bench.measure import Spent
from tests.bench.projection import Needed, each_more, needed
from tests.bench.tables import count, duration, milliseconds, size, table

CHECKED = 200
PLACES = {"a county": 200, "a province": 50_000, "the country, a year": 600_000}

# What disc is to take at most, on two cores.
_GOALS = {
    "`disc --help`": "120 ms",
    "`disc check FILE`": "350 ms",
    "`disc build FILE`, to a new folder": "350 ms",
    "cold": "6 ms each, 250 MB",
    "nothing changed": "500 ms",
    "a spec changed": "700 ms",
}


def one_spec(spent: Mapping[str, Spent]) -> str:
    """Return what commands on a single spec take, the start of the program included."""
    rows = [
        (what, milliseconds(s.wall), milliseconds(s.processor), size(s.memory), _GOALS.get(what, ""))
        for what, s in spent.items()
    ]
    return table(("one spec", "time", "of processors", "memory", "goal"), rows)


def many_checked(spent: Spent) -> str:
    """Return what each of many specs takes to be checked on one core."""
    each = milliseconds(spent.wall / CHECKED), milliseconds(spent.processor / CHECKED)
    return table(("each of many specs", "time", "of the processor", "memory", "goal"),
                 [(f"`disc check` of {CHECKED}, one core", *each, size(spent.memory), "12 ms")])  # fmt: skip


def builds(spent: Mapping[str, Spent], number: int) -> str:
    """Return what builds of a site take: from nothing, and after each kind of change.

    Args:
        spent: by what happened before; each build printed its summary.
        number: of disclosures.
    """
    rows = [
        (what, duration(s.wall), milliseconds(s.wall / number), milliseconds(s.processor / number), size(s.memory),
         count(json.loads(s.printed)["site"]["written"]), _GOALS.get(what, ""))
        for what, s in spent.items()
    ]  # fmt: skip
    return table(
        (f"{count(number)} disclosures", "time", "each", "of processors", "memory", "files written", "goal"), rows
    )


def others(spent: Mapping[str, Spent], number: int) -> str:
    """Return what generators take for the same documents; the first of them is what the others are compared with."""
    first = next(iter(spent.values()))
    rows = [
        (name, milliseconds(s.wall / number), milliseconds(s.processor / number), size(s.memory),
         f"{s.wall / first.wall:.1f}", f"{s.memory / first.memory:.1f}" if first.memory else "")
        for name, s in spent.items()
    ]  # fmt: skip
    return table((f"{count(number)} documents, each", "time", "of processors", "memory", "× time", "× memory"), rows)


def growth(sites: Sequence[Needed]) -> str:
    """Return what sites of several sizes take, and each further disclosure between a size and the next."""
    rows = []
    for n, site in enumerate(sites):
        more = each_more(sites[n - 1], site) if n else None
        rows.append((
            count(site.number), duration(site.wall), milliseconds(site.wall / site.number),
            milliseconds(more.wall) if more else "", size(site.memory), size(more.memory) if more else "",
            duration(site.unchanged), size(site.disk), count(site.files),
        ))  # fmt: skip
    heads = ("disclosures", "cold", "each", "each more", "memory", "each more", "unchanged", "disk", "files, folders")
    return table(heads, rows)


def places(small: Needed, large: Needed) -> str:
    """Return what whole places would take, if each further disclosure takes what it did between two sites."""
    sites = {what: needed(number, small, large) for what, number in PLACES.items()}
    rows = [
        (what, count(site.number), duration(site.wall), duration(site.processor), duration(site.unchanged),
         size(site.memory), size(site.disk), count(site.files))
        for what, site in sites.items()
    ]  # fmt: skip
    heads = ("worked out", "disclosures", "cold", "of processors", "unchanged", "memory", "disk", "files, folders")
    return table(heads, rows)


def largest(small: Mapping[str, int], large: Mapping[str, int], numbers: tuple[int, int]) -> str:
    """Return the largest of the files that grow with the site, and what would become of them.

    Args:
        small: sizes of the files of a site that hold something of many disclosures, by name.
        large: the same of a larger site.
        numbers: how many disclosures the two have.
    """
    less, more = numbers
    each = {
        name: (there - small[name]) / (more - less) for name, there in large.items() if small.get(name, there) < there
    }
    foremost = sorted(each, key=lambda name: -each[name])[:6]
    places = tuple(PLACES.values())[1:]
    rows = [
        (f"`{name}`", size(large[name]), *(size(large[name] + each[name] * (number - more)) for number in places))
        for name in foremost
    ]
    return table(("files that grow", *(f"of {count(n)}" for n in (more, *places))), rows)
