"""From a validated spec to its ledgers: every stated number becomes a line.

This is the one place that knows where in a spec money is stated. Numbers that are not money of their own (people,
areas, procurement, weights) are *facts*: the schema marks them with `x-unit`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from disc.core.ledger import LAST_BUDGET, LAST_OUTTURN, Ledger, Line
from disc.core.number import MONEY_UNITS, Unit, multiply
from disc.core.selection import selection
from disc.load.classification import Classification
from disc.load.schema import Schema
from disc.load.schema_fields import resolved
from disc.load.schema_trail import Part
from disc.load.tree import Map, Path, Seq, Value, place, words

Numbers: TypeAlias = "str | dict[str, Numbers]"
"""The unit of a number, or what there is by field, or in `EACH` item of a list."""

EACH = "*"
MONEY = "money"
"""What the schema says of an amount, in whatever unit it is stated."""

# Amounts that are stated directly are appropriated from the general public budget (see `of_which` in the schema).
OF_WHICH = "of_which"
_LAST_YEAR = "last_year"
_STAGES = {"budget": LAST_BUDGET, "outturn": LAST_OUTTURN}
_NATURES = frozenset({"personnel", "operating"})

# What documents print in tables, in `unit`; other money is printed in sentences, in `text_unit`.
_TABLES = frozenset({"basic", "projects", "reported"})


class _View(Struct, frozen=True):
    """By which view of which pool an amount is stated."""

    pool: str = ""
    view: str = ""


_NO_VIEW = _View()


class _Reader:
    """Makes lines of one spec."""

    def __init__(self, data: Map, file: str, classification: Classification) -> None:
        self._data = data
        self._file = file
        self._classification = classification
        self._entity_type = _entity_type(data)
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
        """Return the line of money of the budget, with the kind of entity whose it is."""
        return self.line(path, value, {**coordinates, **self._entity_type}, of=of)

    def money(self) -> Iterator[Line]:
        """Return the lines of this year's money."""
        yield from self.basic()
        yield from self.projects()

    def basic(self) -> Iterator[Line]:
        """Return the lines of basic expenditure: for each source one pool, by function and by economic item."""
        for source, views in _items(self._data, "basic"):
            pool = f"basic.{source}"
            path: Path
            for view in ("function", "class"):
                for code, value in _items(views, f"by_{view}"):
                    path = ("basic", source, f"by_{view}", code)
                    known = {"source": source, "function": code}
                    yield from self._of_function(path, value, known, _View(pool, view))
            path = ("basic", source, "by_economic")
            economic = _map(views).get("by_economic")
            yield from self._by_economic(path, economic, {"source": source}, _View(pool, "economic"))

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
            known |= {"nature": "project", "project": str(first.setdefault(data.get("name", number), number))}
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

    def facts(self, schema: Schema) -> Iterator[Line]:
        """Return every number that the schema gives a unit."""
        for path, value, unit in _with_units(self._data, _numbers(schema), ()):
            fact = path[2:] if path[0] == _LAST_YEAR else path
            coordinates = {"fact": ".".join(map(str, fact))}
            if fact[0] == OF_WHICH:
                coordinates["source"] = "general"
            yield self.line(path, value, coordinates, None if unit == MONEY else Unit(unit))

    def last_year(self, kind: str) -> Iterator[Line]:
        """Return last year's budget or outturn as stated here: for each source one pool, by function and by nature."""
        base = (_LAST_YEAR, kind, "sources")
        for source, views in _items(_map(self._data.get(_LAST_YEAR)).get(kind), "sources"):
            if "total" in (whole := _map(views)):
                of = _View(f"last.{source}", "total")
                yield self.typed((*base, source, "total"), whole["total"], {"source": source}, of)
            for view, dimension in (("by_function", "function"), ("by_nature", "nature")):
                of = _View(f"last.{source}", view)
                for member, value in _items(views, view):
                    yield self.typed((*base, source, view, member), value, {"source": source, dimension: member}, of)


def read_ledgers(
    data: Map, file: str, schema: Schema, classification: Classification
) -> tuple[Ledger, Mapping[str, Ledger]]:
    """Return this year's ledger, and those of the stages of last year that the spec states.

    Args:
        data: contents of the spec, valid against `schema`.
        file: its name, for places.
        schema: the JSON Schema of the spec's kind.
        classification: the tables of the spec's year.
    """
    reader = _Reader(data, file, classification)
    facts = list(reader.facts(schema))
    this = (line for line in facts if not line.path.startswith(f"{_LAST_YEAR}."))
    lines = _sorted(*reader.money(), *this, *reader.reported())
    past: dict[str, Ledger] = {}
    for kind in _map(data.get(_LAST_YEAR)):
        known = (line for line in facts if line.path.startswith(f"{_LAST_YEAR}.{kind}."))
        past[_STAGES[kind]] = Ledger(_sorted(*reader.last_year(kind), *known), classification.trees, strict=True)
    return make_ledger(lines, data, classification), past


def make_ledger(lines: Iterable[Line], data: Map, classification: Classification) -> Ledger:
    """Return the ledger of lines, with the approved totals that a spec states of them; its own are among the lines."""
    ledger = Ledger(lines, classification.trees)
    numbers = {line.path: number for number, line in enumerate(ledger.lines)}
    for number, entry in enumerate(_seq(data.get("reported"))):
        chosen = {dimension: words(member) for dimension, member in _items(entry, "select")}
        ledger.report(selection(chosen), numbers[f"reported.{number}.amount"])
    return ledger


def _with_units(value: Value, numbers: Numbers, path: Path) -> list[tuple[Path, Value, str]]:
    """Return every number that the schema gives a unit, with its path and the unit."""
    if isinstance(numbers, str):
        return [(path, value, numbers)]
    found: list[tuple[Path, Value, str]] = []
    if isinstance(value, Map):
        for key, below in value.items():
            if key in numbers:
                found += _with_units(below, numbers[key], (*path, key))
    elif isinstance(value, Seq) and EACH in numbers:
        for number, below in enumerate(value):
            found += _with_units(below, numbers[EACH], (*path, number))
    return found


@lru_cache
def _numbers(schema: Schema) -> Numbers:
    return numbers_with_units(schema.root, schema.root)


def numbers_with_units(part: Part, root: Part) -> Numbers:
    """Return where a schema, which does not hold itself, gives numbers a unit."""
    here = resolved(part, root)
    unit = here.get("x-unit")
    if isinstance(unit, str):
        return unit
    below = {**here.get("properties", {}), **({EACH: here["items"]} if "items" in here else {})}
    found = {key: numbers_with_units(part, root) for key, part in below.items() if isinstance(part, dict)}
    return {key: numbers for key, numbers in found.items() if numbers}


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
