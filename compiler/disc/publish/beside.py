"""The disclosures of a site that a build of some specs leaves as they are, as neighbours of those specs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from disc.core.span import Span
from disc.load.neighbours import Known
from disc.load.spec_paths import SPECS
from disc.publish.entry import Entry


def beside(
    staying: Iterable[Entry], addresses: Iterable[str], entries: Iterable[Entry], has_spec: Callable[[str], bool]
) -> Iterator[Known]:
    """Yield what others need to know of those that may be the same as what is built, or have the same units.

    One that has no spec any more is no neighbour: what it was may have moved.

    Args:
        staying: the disclosures.
        addresses: those of what is built.
        entries: all disclosures of the site.
        has_spec: whether there is a spec for an address.
    """
    endings = set(map(_ending, addresses))
    identities = {entry.address: entry.identity for entry in entries}
    for entry in staying:
        if (entry.units or _ending(entry.address) in endings) and has_spec(entry.address):
            place = Span(f"{SPECS}/{entry.address}.yaml")
            units = tuple((identities[unit], place) for unit in entry.units if unit in identities)
            yield Known(place.file, entry.identity, entry.entity, place, entry.draft, units)


def _ending(address: str) -> str:
    """Return the entity, the year and the kind of an address; disclosures of several regions may have them."""
    return "/".join(address.rsplit("/", 2)[1:])
