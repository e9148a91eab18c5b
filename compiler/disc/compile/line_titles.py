"""What the lines of a document are called, in the words of the classification, of the schema and of the author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from disc.core.flows import FLOW
from disc.core.ledger import Ledger, Line
from disc.core.stages import STATED_AT
from disc.load.spec_reader import Case
from disc.load.tree import Map

_UNITS = "units"
_TITLES = 3


class Names:
    """The names of stages, members and fields that one document speaks of."""

    def __init__(self, case: Case) -> None:
        self._case = case
        specs = [case.spec, *(unit.spec for unit in case.units), *(other.spec for other in case.others)]
        self._data: dict[str, Map] = {spec.file: spec.data for spec in specs}
        self._units = {unit.member: unit.name for unit in case.units}
        self._projects = {member: project.name for member, project in case.spec.projects.items()}
        for other in (other.spec for other in case.others):
            self._projects |= {f"{other.year}.{member}": project.name for member, project in other.projects.items()}

    def stage(self, stage: str) -> str:
        """Return the name of a stage that this year is compared with; nothing for this year's own."""
        return self._case.titles.of(STATED_AT[stage])[-1] if stage in STATED_AT else ""

    def member(self, dimension: str, member: str) -> str:
        """Return the name of a member, after its code if it has one; empty for none, or a project without a name."""
        if not member:
            return ""
        if dimension == "unit":
            return self._units.get(member, member)
        if dimension == "project":
            return self._projects.get(member, "")
        if (table := self._case.classification.tables.get(dimension)) is not None:
            return f"{member} {table.name(member)}"
        return self._case.classification.members[dimension][member]

    def order(self, dimension: str) -> Mapping[str, int]:
        """Return the places of members in their list; none where members are codes, which sort by themselves."""
        members = self._case.classification.members.get(dimension, ())
        return {member: place for place, member in enumerate(members)}

    def field(self, path: str) -> str:
        """Return what a field of the spec is called."""
        return _joined(self._case.titles.of(path.split("."), self._data[self._case.spec.file]))

    def fact(self, line: Line) -> str:
        """Return what the field is called in which a number stands that is no money of the budget."""
        path = line.coordinates["fact"].split(".")
        if path[0] == _UNITS:
            path = path[2:]
        return _joined(self._case.titles.of(path, self._data.get(line.span.file)))


def _joined(titles: Sequence[str]) -> str:
    """Return titles in one: the last few tell a field from its neighbours."""
    return "·".join(titles[-_TITLES:])


def line_titles(ledgers: Iterable[Ledger], names: Names) -> tuple[str, ...]:
    """Return what each line of a document is called, in the order of the document: this year's ledger first."""
    return tuple(title for ledger in ledgers for title in _titles(ledger.lines, names))


def _titles(lines: Sequence[Line], names: Names) -> Iterator[str]:
    """Yield the titles of one stage's lines; money that is called the same is told apart by its source."""
    titles = [_title(line, names) for line in lines]
    often = Counter(titles)
    for line, title in zip(lines, titles, strict=True):
        source = names.member("source", line.coordinates.get("source", "")) if often[title] > 1 else ""
        yield f"{title}（{source}）" if source else title


def _title(line: Line, names: Names) -> str:
    title = names.fact(line) if "fact" in line.coordinates else _money(line, names)
    unit = names.member("unit", line.coordinates.get("unit", ""))
    return f"{unit} {title}" if unit else title


def _money(line: Line, names: Names) -> str:
    known = line.coordinates
    project = names.member("project", known["project"]) if "project" in known else ""
    codes = [names.member(dimension, known[dimension]) for dimension in ("function", "economic") if dimension in known]
    if project:
        # A project is known by its name; where its money goes tells its lines apart.
        return " ".join((project, *(codes[1:] if len(codes) > 1 else ())))
    # Income and balances have no nature, and budgets no flow.
    dimension = "nature" if "nature" in known else FLOW
    kind = names.member(dimension, known[dimension]) if dimension in known else ""
    return " ".join(filter(None, (kind, *codes))) or names.member("source", known["source"])
