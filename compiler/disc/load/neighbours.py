"""What can only be seen of several specs together: two for the same, and a unit in two departments."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.spec_paths import Identity

if TYPE_CHECKING:
    from disc.load.spec import Spec

DUPLICATE_SPEC = Rule(
    "duplicate-spec",
    Level.ERROR,
    Words("同一单位同一年度有两份文件", "Two specs are for the same entity, kind and year"),
    Words("{entity} {year} 年的 {kind} 已在 {other} 中", "{entity} already has a {kind} for {year}, in {other}"),
    Words("删去其中一份，或改正 region、id、year", "Remove one of them, or correct region, id or year"),
)

UNIT_OF_TWO = Rule(
    "unit-of-two-departments",
    Level.ERROR,
    Words("一个单位列在两个部门中", "A unit is named by two departments"),
    Words(
        "{id} 已列在 {other} 中，它的金额会在两个部门中计入",
        "{id} is a unit in {other} too, and its money would count in both",
    ),
    Words("在其中一个部门的文件中删去，或改正 id、region", "Take it out of one of the two, or correct id or region"),
)


class Known(Struct, frozen=True):
    """What others need to know of a spec."""

    file: str
    identity: Identity
    """What it says of itself; of one that cannot be read, what its path says, which tells no region."""

    name: str
    """Name of its entity; empty where it cannot be read."""

    place: Span
    """Where it says which entity it is of."""

    draft: bool
    """Whether it says that it is a draft, which is not published yet."""

    units: tuple[tuple[Identity, Span], ...]
    """The units that it names, with their places."""

    @classmethod
    def of(cls, spec: Spec) -> Known:
        """Return what is to be known of a spec that is valid."""
        region, entity = spec.identity
        units = tuple(
            (Identity(str(unit.get("region", region)), str(unit["id"]), spec.kind, spec.year), place)
            for number, unit in enumerate(spec.fields.get("units", ()))
            if "id" in unit
            for place in [spec.place("units", number, "id")]
        )
        identity = Identity(region, entity, spec.kind, spec.year)
        draft = spec.fields.get("draft") is True
        return cls(spec.file, identity, str(spec.entity["name"]), spec.place("entity", "id"), draft, units)

    @classmethod
    def unreadable(cls, file: str) -> Known:
        """Return what is to be known of a file of which nothing can be read."""
        path = PurePosixPath(file)
        year, _, kind = path.stem.partition("-")
        identity = Identity("", path.parent.name, kind, int(year) if year.isdecimal() else 0)
        return cls(file, identity, "", Span(file), draft=False, units=())


class Neighbours:
    """The specs seen so far in a run."""

    def __init__(self, beside: Collection[Known] = ()) -> None:
        """Begin with what is known of specs that this run does not look at."""
        self._seen = {known.identity: known.file for known in beside}
        self._owners = {unit: (known.identity, place) for known in beside for unit, place in known.units}

    def found(self, known: Known) -> Iterator[Diagnostic]:
        """Yield what is wrong with a spec beside those before it; of one that cannot be read nobody can say."""
        if known.identity.region:
            yield from self._duplicates(known)
            yield from self._shared_units(known)

    def _duplicates(self, known: Known) -> Iterator[Diagnostic]:
        own = known.identity
        other = self._seen.setdefault(own, known.file)
        if other != known.file:
            yield DUPLICATE_SPEC.at(known.place, entity=known.name, year=own.year, kind=own.kind, other=other)

    def _shared_units(self, known: Known) -> Iterator[Diagnostic]:
        """Look for units that another department names too; in one list they are looked for by a check."""
        own = known.identity
        for unit, place in known.units:
            owner, other = self._owners.setdefault(unit, (own, place))
            if (owner.region, owner.entity) != (own.region, own.entity):
                yield UNIT_OF_TWO.at(place, related=(other,), id=unit.entity, other=other.file)
