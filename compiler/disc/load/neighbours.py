"""What can only be seen of several specs together: two for the same, and a unit in two departments."""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
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


class Neighbours:
    """The specs seen so far in a run."""

    def __init__(self) -> None:
        self._seen: dict[tuple[tuple[str, str], str, int], str] = {}
        self._owners: dict[tuple[str, str, str, int], tuple[tuple[str, str], Span]] = {}

    def found(self, spec: Spec) -> Iterator[Diagnostic]:
        """Yield what is wrong with a spec beside those before it."""
        yield from self._duplicates(spec)
        yield from self._shared_units(spec)

    def _duplicates(self, spec: Spec) -> Iterator[Diagnostic]:
        other = self._seen.setdefault((spec.identity, spec.kind, spec.year), spec.file)
        if other != spec.file:
            place = spec.place("entity", "id")
            yield DUPLICATE_SPEC.at(place, entity=spec.entity["name"], year=spec.year, kind=spec.kind, other=other)

    def _shared_units(self, spec: Spec) -> Iterator[Diagnostic]:
        """Look for units that another department names too; in one list they are looked for by a check."""
        for number, entry in enumerate(spec.fields.get("units", ())):
            if "id" in entry:
                region = str(entry.get("region", spec.entity["region"]))
                place = spec.place("units", number, "id")
                identity = (region, str(entry["id"]), spec.kind, spec.year)
                owner, other = self._owners.setdefault(identity, (spec.identity, place))
                if owner != spec.identity:
                    yield UNIT_OF_TWO.at(place, related=(other,), id=entry["id"], other=other.file)
