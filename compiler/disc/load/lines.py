"""From a validated spec to its ledgers: every stated number becomes a line.

This is the one place that knows where in a spec money is stated. Numbers that are not money of their own (people,
areas, procurement, weights) are *facts*: the schema marks them with `x-unit`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from disc.core.flows import FLOW, SPENT
from disc.core.ledger import Ledger, Line
from disc.core.number import MONEY_UNITS, Unit, multiply
from disc.core.selection import selection
from disc.core.stages import STATED_AT
from disc.load.classification import Classification
from disc.load.schema import Schema
from disc.load.schema_numbers import MONEY, numbers_in, numbers_of
from disc.load.schema_trail import Part
from disc.load.tree import Map, Path, Seq, Value, place, words

# Amounts that are stated directly are appropriated from the general public budget (see `of_which` in the schema).
OF_WHICH = "of_which"
_STAGE_FIELDS = frozenset(at[0] for at in STATED_AT.values())
_NATURES = frozenset({"personnel", "operating"})
INCOME = "income"
"""The field of final accounts, whose money is told apart by flows."""

_OWN = "unit_funds"
"""Whose money it is that the budgets do not give: expenditure and balances do not tell its sources apart."""

# What documents print in tables, in `unit`; other money is printed in sentences, in `text_unit`.
_TABLES = frozenset({"basic", "projects", "reported", INCOME, "balances", "other_expenditure"})


class _View(Struct, frozen=True):
    """By which view of which pool an amount is stated."""

    pool: str = ""
    view: str = ""


_NO_VIEW = _View()


class _Reader:
    """Makes lines of one spec."""

    def __init__(self, data: Map, file: str, schema: Schema, classification: Classification) -> None:
        self._data = data
        self._file = file
        self._classification = classification
        self._entity_type = _entity_type(data)
        self._schema = schema
        self._spent = {FLOW: SPENT} if has_flows(schema.root) else {}
        self._unit = _unit(data)
        self._text_unit = MONEY_UNITS[str(data.get("text_unit", data["unit"]))]

    def line(
        self, path: Path, value: Value, coordinates: Mapping[str, str], unit: Unit | None = None, of: _View = _NO_VIEW
    ) -> Line:
        """Return the line of a number at a path, an amount of money unless it has another unit."""
        unit = unit or (self._unit if path[0] in _TABLES else self._text_unit)
        text = str(value)
        return Line(
            amount=multiply(Decimal(text), unit.scale),
            unit=unit,
            decimals=max(unit.decimals, len(text.partition(".")[2])),
            path=".".join(map(str, path)),
            span=place(self._data, path, self._file),
            coordinates=coordinates,
            pool=of.pool,
            view=of.view,
        )

    def typed(self, path: Path, value: Value, coordinates: Mapping[str, str], of: _View = _NO_VIEW) -> Line:
        """Return the line of money, with the kind of entity whose it is."""
        return self.line(path, value, {**coordinates, **self._entity_type}, of=of)

    def money(self) -> Iterator[Line]:
        """Return the lines of this year's money."""
        yield from self.basic()
        yield from self.projects()
        for nature, values in _map(self._data.get("other_expenditure")).items():
            path = ("other_expenditure", nature)
            yield from self._by_function(path, values, {**self._spent, "source": _OWN, "nature": nature})
        yield from self._by_source((INCOME,), self._data.get(INCOME), INCOME)
        yield from self._balances(("balances",), self._data.get("balances"))

    def _balances(self, path: Path, balances: Value) -> Iterator[Line]:
        """Return the lines of what there was before the year, and of what becomes of what is left."""
        for flow, value in _map(balances).items():
            if isinstance(value, Map):
                yield from self._by_source((*path, flow), value, flow)
            else:
                yield self.typed((*path, flow), value, {FLOW: flow, "source": _OWN})

    def _by_source(self, path: Path, values: Value, flow: str) -> Iterator[Line]:
        """Return the lines of a flow: by source, and by function where it is known."""
        for source, value in _map(values).items():
            yield from self._by_function((*path, source), value, {FLOW: flow, "source": source})

    def _by_function(self, path: Path, value: Value, known: Mapping[str, str]) -> Iterator[Line]:
        if not isinstance(value, Map):
            yield self.typed(path, value, known)
        for code, amount in _map(value).items():
            yield self.typed((*path, code), amount, {**known, "function": code})

    def basic(self) -> Iterator[Line]:
        """Return the lines of basic expenditure: for each source one pool, by function and by economic item."""
        for source, views in _items(self._data, "basic"):
            pool = f"basic.{source}"
            path: Path
            for view in ("function", "class"):
                for code, value in _items(views, f"by_{view}"):
                    path = ("basic", source, f"by_{view}", code)
                    known = {**self._spent, "source": source, "function": code}
                    yield from self._of_function(path, value, known, _View(pool, view))
            path = ("basic", source, "by_economic")
            economic = _map(views).get("by_economic")
            yield from self._by_economic(path, economic, {**self._spent, "source": source}, _View(pool, "economic"))

    def _of_function(self, path: Path, value: Value, known: Mapping[str, str], of: _View) -> Iterator[Line]:
        """Return the lines of one function: an amount, its personnel and operating parts, or its economic items."""
        if not isinstance(value, Map):
            yield self.typed(path, value, {**known, "nature": "basic"}, of)
        elif value.keys() <= _NATURES:
            for nature, part in value.items():
                yield self.typed((*path, nature), part, {**known, "nature": nature}, of)
        else:
            yield from self._by_economic(path, value, known, of)

    def _by_economic(self, path: Path, values: Value, known: Mapping[str, str], of: _View) -> Iterator[Line]:
        for code, value in _map(values).items():
            if isinstance(value, Map):
                for nature, part in value.items():
                    yield self.typed((*path, code, nature), part, {**known, "economic": code, "nature": nature}, of)
            else:
                nature = self._classification.nature_of(code)
                yield self.typed((*path, code), value, {**known, "economic": code, "nature": nature}, of)

    def projects(self) -> Iterator[Line]:
        """Return the lines of the projects: by economic item where it is known, else one line.

        Entries of one name are one project, known by the number of the first: it has money from several sources. An
        entry without a name is for itself.
        """
        first: dict[object, int] = {}
        for number, project in enumerate(_seq(self._data.get("projects"))):
            data = _map(project)
            known = {key: str(data[key]) for key in ("source", "function")}
            known |= {
                **self._spent,
                "nature": "project",
                "project": str(first.setdefault(data.get("name", number), number)),
            }
            economic = _map(data.get("economic"))
            for code, value in economic.items():
                yield self.typed(("projects", number, "economic", code), value, {**known, "economic": code})
            if not economic and "amount" in data:
                yield self.typed(("projects", number, "amount"), data["amount"], known)

    def reported(self) -> Iterator[Line]:
        """Return the approved totals."""
        for number, entry in enumerate(_seq(self._data.get("reported"))):
            path = ("reported", number, "amount")
            yield self.line(path, _map(entry)["amount"], {"fact": ".".join(map(str, path))})

    def facts(self) -> Iterator[tuple[tuple[str, ...], Line]]:
        """Return every number that the schema gives a unit, after where the stage is stated that it belongs to."""
        for path, value, unit in numbers_of(self._data, numbers_in(self._schema)):
            at = _stated_at(path)
            fact = path[len(at) :]
            coordinates = {"fact": ".".join(map(str, fact))}
            if fact[0] == OF_WHICH:
                coordinates |= {"source": "general", **self._spent_in(at)}
            yield at, self.line(path, value, coordinates, None if unit == MONEY else Unit(unit))

    def _spent_in(self, at: tuple[str, ...]) -> Mapping[str, str]:
        """Return what tells expenditure from other money where a stage is stated; nothing where that is a budget."""
        return self._spent if not at or INCOME in (_at(self._data, at) or ()) else {}

    def stage(self, at: tuple[str, ...], stated: Map) -> Iterator[Line]:
        """Return what is stated of another stage: expenditure or a whole budget by source, and the other flows."""
        path: Path = (*at, "expenditure") if INCOME in stated else (*at, "sources")
        for source, value in _items(stated, str(path[-1])):
            yield from self._spending((*path, source), value, {**self._spent_in(at), "source": source}, "_".join(at))
        yield from self._by_source((*at, INCOME), stated.get(INCOME), INCOME)
        yield from self._balances((*at, "balances"), stated.get("balances"))

    def _spending(self, path: Path, whole: Value, known: Mapping[str, str], stage: str) -> Iterator[Line]:
        """Return the lines of one source: one pool, by function and by nature."""
        pool = f"{stage}.{known['source']}"
        if "total" in (views := _map(whole)):
            yield self.typed((*path, "total"), views["total"], known, _View(pool, "total"))
        for view, dimension in (("by_function", "function"), ("by_nature", "nature")):
            for member, value in _items(views, view):
                yield self.typed((*path, view, member), value, {**known, dimension: member}, _View(pool, view))


def read_ledgers(
    data: Map, file: str, schema: Schema, classification: Classification
) -> tuple[Ledger, Mapping[str, Ledger]]:
    """Return this year's ledger, and those of the stages that the spec states to compare it with.

    Args:
        data: contents of the spec, valid against `schema`.
        file: its name, for places.
        schema: the JSON Schema of the spec's kind.
        classification: the tables of the spec's year.
    """
    reader = _Reader(data, file, schema, classification)
    facts: dict[tuple[str, ...], list[Line]] = {}
    for at, line in reader.facts():
        facts.setdefault(at, []).append(line)
    lines = _sorted(*reader.money(), *facts.get((), ()), *reader.reported())
    past = {
        stage: Ledger(
            _sorted(*reader.stage(at, stated), *facts.get(at, ())),
            classification.trees,
            strict=True,
            silent=stated.keys().isdisjoint(("sources", INCOME)),
        )
        for stage, at in STATED_AT.items()
        if (stated := _at(data, at)) is not None
    }
    return make_ledger(lines, data, classification), past


def has_flows(schema: Part) -> bool:
    """Return whether documents of a kind tell income from expenditure; in a budget it is the same money."""
    return INCOME in schema["properties"]


def _at(data: Map, path: tuple[str, ...]) -> Map | None:
    """Return the map at a place; None where there is none."""
    here: Value = data
    for step in path:
        here = _map(here).get(step)
    return here if isinstance(here, Map) else None


def _stated_at(path: Path) -> tuple[str, ...]:
    """Return where the stage is stated that a place belongs to; nothing for what this year's are."""
    if path[0] not in _STAGE_FIELDS:
        return ()
    return next((at for at in STATED_AT.values() if path[: len(at)] == at), ())


def make_ledger(lines: Iterable[Line], data: Map, classification: Classification) -> Ledger:
    """Return the ledger of lines, with the approved totals that a spec states of them; its own are among the lines."""
    ledger = Ledger(lines, classification.trees)
    numbers = {line.path: number for number, line in enumerate(ledger.lines)}
    for number, entry in enumerate(_seq(data.get("reported"))):
        chosen = {dimension: words(member) for dimension, member in _items(entry, "select")}
        ledger.report(selection(chosen), numbers[f"reported.{number}.amount"])
    return ledger


def _entity_type(data: Map) -> Mapping[str, str]:
    """Return the kind of entity whose money it is, as a coordinate, where all of it is of one kind."""
    units = [_map(unit) for unit in _seq(data.get("units"))]
    types = {str(each["type"]) for each in units or (_map(data["entity"]),)}
    return {"entity_type": types.pop()} if len(types) == 1 else {}


def _unit(data: Map) -> Unit:
    """Return the unit of the tables. Amounts in 元 are exact, unless the document rounded them (整元、没有角分)."""
    unit = MONEY_UNITS[str(data["unit"])]
    return replace(unit, decimals=0, rounded=True) if data.get("rounded") and not unit.rounded else unit


def _sorted(*lines: Line) -> list[Line]:
    return sorted(lines, key=lambda line: line.span)


def _map(value: Value) -> Map:
    return value if isinstance(value, Map) else Map()


def _seq(value: Value) -> Seq:
    return value if isinstance(value, Seq) else Seq()


def _items(value: Value, key: str) -> Iterable[tuple[str, Value]]:
    return _map(_map(value).get(key)).items()
