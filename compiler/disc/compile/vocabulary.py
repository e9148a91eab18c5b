"""The words that templates of forms can use: measures by name, functions, filters.

`schema/forms/README.md` is their reference; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from disc.compile.book import Book
from disc.compile.measure import Measure, Past
from disc.compile.node import Node
from disc.compile.own_words import Words
from disc.compile.prose import close_up
from disc.compile.quantity import Selected, quantities_of
from disc.compile.sandbox import MisuseError
from disc.compile.shown import Shown
from disc.compile.templates import Templates
from disc.core.document import Change
from disc.core.figure import Count, Figure
from disc.core.flows import SPENDING
from disc.core.number import Unit
from disc.core.selection import Selection
from disc.core.selection import within as constraint
from disc.core.span import Span
from disc.core.stages import LAST_OUTTURN
from disc.load.form import Display
from disc.load.spec import Project, Spec
from disc.load.spec_reader import Case
from disc.load.tree import Map, words


class Vocabulary:
    """What the templates of one document see, with numbers written in one way."""

    def __init__(self, case: Case, book: Book, templates: Templates, display: Display) -> None:
        spec, form = case.spec, case.form
        self._spec = spec
        self._words = form.words
        self._classification = case.classification
        self._regions = case.regions
        self._units = case.units
        self._book = book
        self._templates = templates
        self._display = display
        self.purposes = _texts(spec.data, "purposes")
        self.reasons = _texts(spec.data, "reasons")
        self.remarks = _remarks(spec.data)
        self.purposes_told: set[str] = set()
        """Codes whose purposes a template has asked for."""

        self.reasons_told: set[str] = set()
        """Names of the reasons that a template has asked for."""

        self._quantities = templates.shared("quantities", form.id, lambda: quantities_of(form.measures))
        self._declared = form.measures
        self._measures: dict[str, Measure] = {}
        self._everything = Measure(book, display, Selected(SPENDING), id="", title="")
        self._parts: dict[tuple[Measure, str, str], Measure] = {}
        """What lies in a member of a dimension, by the whole, the dimension and the member; sentences ask again."""

    def context(self) -> dict[str, Any]:
        """Return the names that every template can use."""
        root = Node(self._spec.data, self._book, self._display)
        names = {
            "spec": root,
            "entity": root.entity,
            "region": "".join(self._regions.path(str(self._spec.entity["region"]))),
            "year": self._spec.year,
            "last_year": self._spec.year - 1,
            "unit": self._display.unit.name,
            "measures": self.measures,
            "branches": self.branches,
            "projects": self.projects,
            "count": self.count,
            "count_of": self.count_of,
            "reason_for": self.reason_for,
            "remark_for": self.remark_for,
        }
        seen = self._templates.names(names, self.measure)
        return {**names, "words": Words(self._words, lambda word: self._templates.render(word, seen))}

    def measure(self, name: str) -> Measure | None:
        """Return the measure of a name, made when it is first asked for: a document needs some of the form's."""
        found = self._measures.get(name)
        if found is None and name in self._declared:
            title = self._declared[name].title
            found = Measure(self._book, self._display, self._quantities[name], id=name, title=title)
            self._measures[name] = found
        return found

    def measure_of(self, name: str, unit: str) -> Measure | None:
        """Return the part of a measure in a unit of the department."""
        found = self.measure(name)
        if found is None:
            return None
        part = found.quantity.narrowed((constraint("unit", unit),))
        return Measure(self._book, self._display, part, id=f"{name}@{unit}", title=found.title)

    def named(self) -> Iterator[tuple[Figure, str]]:
        """Yield the figures of the form's measures that were asked for, each with the measure's title."""
        for name in self._declared:
            if (measure := self._measures.get(name)) is not None:
                for figure in measure.known():
                    yield figure, measure.title

    def measures(self, *names: str) -> list[Measure]:
        """Return measures of the form by name."""
        return [self._named(name) for name in names]

    def _named(self, name: str) -> Measure:
        found = self.measure(name)
        if found is None:
            raise KeyError(name)
        return found

    def branches(
        self, dimension: str, level: int, within: Measure | None = None, *, vanished: bool | str = False
    ) -> list[Measure]:
        """Return a measure for each member of a level (1 类, 2 款, 3 项) in which there is money.

        With `vanished` also for those that only had money in what this year is compared with, or in the stage it names.
        """
        within = self._everything if within is None else within
        table = self._classification.tables[dimension]
        members = self._book.this.ledger.members(dimension, within.selection)
        named = vanished if isinstance(vanished, str) else ""
        if vanished:
            past = filter(None, (self._book.account(named),)) if named else self._book.past
            members = members.union(*(account.ledger.members(dimension, within.selection) for account in past))
        codes = sorted(code for code in members if table.level(code) == level)
        found = [self.branch(dimension, code, within) for code in codes]
        return [m for m in found if m.present or (vanished and (m.past(named) if named else m).is_compared)]

    def branch(self, dimension: str, code: str, within: Measure) -> Measure:
        """Return the measure of one member of a tree, within another measure."""
        found = self._parts.get((within, dimension, code))
        if found is None:
            table = self._classification.tables[dimension]
            found = self._parts[within, dimension, code] = Measure(
                self._book,
                self._display,
                within.quantity.narrowed((constraint(dimension, code),)),
                id=code,
                title=table.name(code),
                code=code,
                parents=tuple([self.branch(dimension, above, within) for above in table.above(code)]),
                purpose=partial(_noted, self.purposes, self.purposes_told, code),
            )
        return found

    def projects(self, within: Measure | None = None) -> list[Measure]:
        """Return a measure for each project that has money within a measure, in the order of the spec."""
        within = self._everything if within is None else within
        members = self.project_members(within.selection)
        return [m for member in members if (m := self.project(member, within)).present]

    def project_members(self, selection: Selection) -> list[str]:
        """Return the projects that have money in a selection, in the order of the spec."""
        members = self._book.this.ledger.members("project", selection)
        return [member for member in self._spec.projects if member in members]

    def project(self, member: str, within: Measure | None = None) -> Measure:
        """Return the measure of one project, within another measure if one is given."""
        within = self._everything if within is None else within
        found = self._parts.get((within, "project", member))
        if found is None:
            project = self._spec.projects[member]
            found = self._parts[within, "project", member] = Measure(
                self._book,
                self._display,
                within.quantity.narrowed((constraint("project", member),)),
                id=project.id,
                title=close_up(project.name),
                spec=Node(project.data, self._book, self._display, tuple(map(str, project.path))),
            )
        return found

    def units(self) -> list[tuple[Selection, Measure]]:
        """Return each unit of a department that is their sum, or else the entity alone: its money, and its measure.

        The `spec` of the measure is what its own spec says of it as an entity.
        """
        if not self._units:
            return [((), self._of_entity((), "entity", self._spec.entity["name"], self._spec))]
        chosen = [((constraint("unit", unit.member),), unit) for unit in self._units]
        return [(select, self._of_entity(select, f"units.{u.member}", u.name, u.spec)) for select, u in chosen]

    def _of_entity(self, selection: Selection, id: str, name: str, spec: Spec) -> Measure:
        entity = Node(spec.data, self._book, self._display).field("entity")
        return Measure(
            self._book, self._display, Selected((*SPENDING, *selection)), id=id, title=close_up(name), spec=entity
        )

    def count(self, path: str, unit: str, **having: str | bool | list[str]) -> Shown:
        """Return how many entries the spec lists at a path, or how many of them have one of some values in a field."""
        here: Any = self._spec.fields
        steps = path.split(".")
        for step in steps:
            here = here.get(step, {})
        if isinstance(here, Map):
            return self._counted(1, path, (self._spec.key_place(*steps),), unit)
        matching = [
            n for n, entry in enumerate(here) if all(_has(entry, key, values) for key, values in having.items())
        ]
        return self._counted(len(matching), path, tuple(self._spec.place(*steps, n) for n in matching), unit)

    def count_of(self, measures: list[Measure], unit: str) -> Shown:
        """Return how many measures (projects, as a rule) there are in a list."""
        places = tuple(self._project_of(measure).span for measure in measures)
        return self._counted(len(measures), "projects", places, unit)

    def _project_of(self, measure: Measure) -> Project:
        """Return the project that a measure, or the measure that it is a part of, is about.

        Raises:
            MisuseError: it is about none.
        """
        for project in self._spec.projects.values():
            if f"{measure.id}.".startswith(f"{project.id}."):
                return project
        raise MisuseError(f"指标 {measure.id} 不是项目", f"the measure {measure.id} is no project")

    def _counted(self, number: int, path: str, places: tuple[Span, ...], unit: str) -> Shown:
        figure = Figure(Decimal(number), Unit(unit), 0, Count(path, places))
        return Shown(self._book, figure, self._display)

    def reason_for(self, measure: Measure | Past) -> str:
        """Return why a measure changed, as the author says: by its name, or by the name of the same money."""
        return self._told(measure, self.reasons)

    def remark_for(self, measure: Measure | Past) -> str:
        """Return what the author says about a measure in place of a reason."""
        return self._told(measure, self.remarks)

    def explained(self, measure: Measure) -> Change:
        """Return how a measure changed, and which of the author's reasons belongs to it."""
        past = measure.past(self._book.compares if measure.comparable else LAST_OUTTURN)
        compared = past.comparison
        this, last = (figure if isinstance(figure, Figure) else None for figure in (measure.this, past.this))
        amount, rate = (None if shown is None else shown.figure for shown in (compared.amount, compared.rate))
        reason = self._key(measure, self.remarks) or self._key(measure, self.reasons)
        return Change(measure.id, measure.title, compared.situation, this, last, amount, rate, reason)

    def _told(self, measure: Measure | Past, texts: Mapping[str, str]) -> str:
        return _noted(texts, self.reasons_told, self._key(measure, texts))

    def _key(self, measure: Measure | Past, texts: Mapping[str, str]) -> str:
        """Return the name under which there is a text for a measure, or for the same money; empty if there is none."""
        mask = measure.identity()
        named = map(self.measure, texts)
        same = (m.id for m in named if mask and m is not None and m.identity() == mask)
        return measure.id if measure.id in texts else next(same, "")


def _has(entry: Mapping[str, Any], field: str, wanted: str | bool | list[str]) -> bool:
    """Return whether an entry has one of some values in a field, or whether the field is true; missing it is not."""
    return bool(entry.get(field)) is wanted if isinstance(wanted, bool) else entry.get(field) in words(wanted)


def _texts(data: Map, key: str) -> dict[str, str]:
    entry = data.get(key)
    texts = entry if isinstance(entry, Map) else Map()
    return {name: _phrase(text) for name, text in texts.items() if isinstance(text, str)}


def _remarks(data: Map) -> dict[str, str]:
    entry = data.get("reasons")
    texts = entry if isinstance(entry, Map) else Map()
    return {name: _phrase(text["remark"]) for name, text in texts.items() if isinstance(text, Map)}


def _noted(texts: Mapping[str, str], told: set[str], key: str) -> str:
    """Return a text, and note that it was asked for."""
    told.add(key)
    return texts.get(key, "")


def _phrase(text: object) -> str:
    """Return an author's words without a mark at their end: the form's sentence brings its own along."""
    return close_up(str(text)).strip(" 。；;.！!？?")
