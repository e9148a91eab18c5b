"""What the schema of a kind calls the fields of its specs: for readers of pages, who know no field names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from disc.load.schema_fields import resolved
from disc.load.schema_trail import Part
from disc.load.tree import Map, Seq, Value

_PLAIN: Part = {}


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one schema; each step is looked up once for all specs."""

    root: Part = field(default_factory=dict)
    _below: dict[tuple[int, str], Part] = field(default_factory=dict)
    """Subschema (by identity: it lives as long as the schema) and step, to the subschema there."""

    def of(self, path: Sequence[str], data: Value = None) -> tuple[str, ...]:
        """Return the titles on the way to a field, from the top; a step without a title is left out.

        Args:
            path: the steps from the top; numbers of list entries are digits.
            data: the tree of the spec, if entries of lists are to be called by their `name`.
        """
        return tuple(self._on(path, data))

    def _on(self, path: Sequence[str], data: Value) -> Iterator[str]:
        part = self.root
        for step in path:
            part = self._step(part, step)
            title = str(part.get("title", ""))
            if isinstance(data, Seq):
                data = data[int(step)]
                title = str(data.get("name", "")) if isinstance(data, Map) else ""
            else:
                data = data.get(step) if isinstance(data, Map) else None
            if title:
                yield title

    def _step(self, part: Part, step: str) -> Part:
        key = (id(part), step)
        if key not in self._below:
            below = part.get("properties", _PLAIN).get(step) or part.get("items" if "items" in part else "")
            self._below[key] = resolved(below, self.root) if below else _PLAIN
        return self._below[key]
