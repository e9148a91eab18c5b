"""A spec: one disclosure as its office wrote it, validated, with its numbers as a ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from disc.core.lazily import lazily
from disc.core.ledger import Ledger, Line
from disc.core.number import MONEY_UNITS, Unit, divide, to_text
from disc.core.paths import Paths
from disc.core.span import Span
from disc.load.texts import Texts
from disc.load.tree import Map, Path, Seq, key_place, place

REFERENCE = re.compile(r"\{([a-z][a-z_]*)(?:@([a-z0-9-]+))?\}")
"""A reference to a measure in what an author wrote, and to the unit of a department whose part is meant."""

_UNITS = "units"  # What units supply stands, for want of a place of its own, where they are named.


class Project(Struct, frozen=True):
    """An entry of `projects`: of the spec itself, or of the spec of a unit."""

    data: Map
    path: Path
    """The way to its numbers: that of its lines and facts in the ledger."""

    span: Span
    unit: str = ""
    """The unit that it belongs to, as the ledger calls it; empty where the spec itself states it."""

    @property
    def id(self) -> str:
        """Its path as text, unique in the document: projects.0."""
        return ".".join(map(str, self.path))

    @property
    def name(self) -> str:
        """Its name; empty where it has none."""
        return str(self.data.get("name", ""))


def projects_of(data: Map, file: str) -> Mapping[str, Project]:
    """Return the entries that a spec itself states, by member of the dimension `project`."""
    entries = data.get("projects")
    found = (
        (n, entry) for n, entry in enumerate(entries if isinstance(entries, Seq) else ()) if isinstance(entry, Map)
    )
    return {str(n): Project(entry, ("projects", n), place(data, ("projects", n), file)) for n, entry in found}


class Spec(Struct, frozen=True, dict=True):
    """A validated spec. Its fields are described in `schema/`, one schema for each kind."""

    file: str
    """Path below the root."""

    address: str
    """Address of its page: the path below `specs/`, without the ending."""

    data: Map
    ledger: Ledger
    """This year's money, and every other stated number as a fact."""

    past: Mapping[str, Ledger]
    """What this spec states to be compared with, by stage (`disc.core.stages`)."""

    projects: Mapping[str, Project] = field(default_factory=dict)
    """Every project entry whose money is in the ledger, by member of the dimension `project`, in order."""

    texts: Texts = field(default_factory=Texts)
    """Every text in it."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """The contents, to be read freely: the schema has been checked."""
        return self.data

    @lazily
    def own_fields(self) -> Mapping[str, Any]:
        """The contents that this file states itself: without what a department has from its units."""
        marks = self.data.marks
        return {key: value for key, value in self.data.items() if key == _UNITS or marks[key] != marks.get(_UNITS)}

    @property
    def kind(self) -> str:
        """Kind of document: budget."""
        kind: str = self.fields["kind"]
        return kind

    @property
    def form(self) -> str:
        """Name of the form."""
        form: str = self.fields["form"]
        return form

    @property
    def year(self) -> int:
        """Fiscal year."""
        year: int = self.fields["year"]
        return year

    @property
    def unit(self) -> Unit:
        """Unit of every amount in the file."""
        return MONEY_UNITS[self.fields["unit"]]

    @property
    def text_unit(self) -> Unit:
        """Unit of the amounts that are stated beside `basic`, `projects` and `reported`."""
        return MONEY_UNITS[self.fields.get("text_unit", self.fields["unit"])]

    @property
    def entity(self) -> Mapping[str, Any]:
        """The publishing entity."""
        entity: Mapping[str, Any] = self.fields["entity"]
        return entity

    @property
    def is_rolled_up(self) -> bool:
        """Whether its money is that of its units, because it states none itself."""
        return "basic" not in self.data

    @property
    def identity(self) -> tuple[str, str]:
        """What stays the same over the years: division code and id of the entity."""
        return str(self.entity["region"]), str(self.entity["id"])

    def written(self, amount: Decimal) -> str:
        """Return an amount of money (in 元) as this file would write it, with its unit: 12.5万元."""
        return to_text(divide(amount, self.unit.scale)) + self.unit.name

    def stated(self, pattern: str) -> tuple[Line, ...]:
        """Return the numbers, not money of their own, that this file states at places; * stands for one step."""
        return tuple([self.ledger.lines[number] for number in self._facts.at(pattern)])

    @lazily
    def _facts(self) -> Paths:
        """The stated numbers that are no money of their own, by their place in the file."""
        return Paths((n, line.path) for n, line in enumerate(self.ledger.lines) if "fact" in line.coordinates)

    def place(self, *path: str | int) -> Span:
        """Return where a value stands, or where it is missing."""
        return place(self.data, path, self.file)

    def key_place(self, *path: str | int) -> Span:
        """Return where a key stands."""
        return key_place(self.data, path, self.file)


def walk(data: object, path: Path = ()) -> list[tuple[Path, object]]:
    """Return every value below `data` that is not a container, with its path, in the order of the file."""
    found: list[tuple[Path, object]] = []
    _gather(data, path, found)
    return found


def _gather(data: object, path: Path, found: list[tuple[Path, object]]) -> None:
    """Add the values below `data` to those found."""
    if isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*path, key), found)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            _gather(value, (*path, number), found)
    else:
        found.append((path, data))
