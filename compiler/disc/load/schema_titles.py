"""What the schema of a kind calls the fields of its specs: for readers of pages, who know no field names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from disc.load.schema_fields import ANY, Place, resolved
from disc.load.schema_trail import Part
from disc.load.tree import Map, Seq, Value


class Titles(Struct, frozen=True):
    """The titles of one schema; each place is looked up once for all specs."""

    root: Part = field(default_factory=dict)
    _known: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    _plain: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    """What was said of places without list entries, which are called the same in every spec."""

    def of(self, path: Sequence[str], data: Value = None) -> tuple[str, ...]:
        """Return the titles on the way to a field, from the top; a step without a title is left out.

        Args:
            path: the steps from the top; numbers of list entries are digits.
            data: the tree of the spec, if entries of lists are to be called by their `name`.
        """
        plain = self._plain.get(tuple(path))
        if plain is not None:
            return plain
        place = tuple([ANY if step.isdigit() else step for step in path])
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = tuple(self._titles(place))
        if ANY not in place:
            plain = self._plain[place] = tuple(filter(None, known))
            return plain
        titles: list[str] = []
        for step, title in zip(path, known, strict=True):
            if isinstance(data, Seq):
                data = data[int(step)]
                titles.append(str(data.get("name", "")) if isinstance(data, Map) else "")
            else:
                data = data.get(step) if isinstance(data, Map) else None
                titles.append(title)
        return tuple(filter(None, titles))

    def _titles(self, place: Place) -> Iterator[str]:
        """Yield the title of each step, or nothing."""
        part: Part = self.root
        for step in place:
            below = part.get("items", {}) if step == ANY else part.get("properties", {}).get(step, {})
            part = resolved(below, self.root)
            yield str(part.get("title", "")) if step != ANY else ""
