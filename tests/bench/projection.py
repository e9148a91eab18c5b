"""What more disclosures would take, from what two numbers of them took."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Needed:
    """What so many disclosures take, measured or worked out."""

    number: float
    wall: float
    """Seconds of a build of all of them."""

    processor: float
    """Seconds of processors for it."""

    unchanged: float
    """Seconds of a build after which nothing is new."""

    memory: float
    """Bytes at once."""

    disk: float
    """Bytes of all that a build leaves: the site, and what makes the next build fast."""

    files: float
    """Files of the site."""


def each_more(small: Needed, large: Needed) -> Needed:
    """Return what each further disclosure takes between two numbers of them."""
    more = large.number - small.number
    return Needed(
        1,
        (large.wall - small.wall) / more,
        (large.processor - small.processor) / more,
        (large.unchanged - small.unchanged) / more,
        (large.memory - small.memory) / more,
        (large.disk - small.disk) / more,
        (large.files - small.files) / more,
    )


def needed(number: float, small: Needed, large: Needed) -> Needed:
    """Return what so many disclosures take, if each further one takes what it did between two measured numbers."""
    each, more = each_more(small, large), number - large.number
    return Needed(
        number,
        large.wall + more * each.wall,
        large.processor + more * each.processor,
        large.unchanged + more * each.unchanged,
        large.memory + more * each.memory,
        large.disk + more * each.disk,
        large.files + more * each.files,
    )
