"""What the page about all disclosures sees: what each covers, and who has not published."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from disc.load.publishers import Due, Publisher, unpublished
from disc.publish.listing import Region, by_region
from disc.publish.manifest import Entry


@dataclass(frozen=True, slots=True)
class Kind:
    """All disclosures of one kind, and what is required of them."""

    name: str
    requirements: tuple[tuple[str, str], ...]
    """Names and titles."""

    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What somebody has not published."""

    due: Due
    region: tuple[str, ...]
    """Its region's name after those of the divisions that it lies in; its code where nothing else is known."""


def coverage(entries: Collection[Entry], publishers: Sequence[Publisher]) -> dict[str, object]:
    """Return what `coverage.html.j2` sees: `kinds`, `missing` and how many are `listed`."""
    kinds = sorted({entry.kind for entry in entries})
    paths = {entry.region: entry.region_path for entry in entries}
    dues = unpublished(publishers, (entry.identity for entry in entries))
    return {
        "kinds": tuple(_kind(name, [entry for entry in entries if entry.kind == name]) for name in kinds),
        "missing": tuple(Missing(due, paths.get(due.publisher.region, (due.publisher.region,))) for due in dues),
        "listed": len(publishers),
    }


def _kind(name: str, entries: Sequence[Entry]) -> Kind:
    requirements = {covered.item: covered.title for entry in entries for covered in entry.coverage}
    return Kind(name, tuple(requirements.items()), by_region(entries))
