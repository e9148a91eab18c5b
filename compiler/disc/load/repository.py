"""The specs of a root as each other's neighbours: what one is compared with, and the units' of a department.

A spec is found by what it says of itself and not by where it lies: every path ends in `<entity id>/<year>-<kind>.yaml`
(a check holds it to that), so the files of that name are read, and the one with the right identity is it. What was read
and loaded last stays, since a file and last year's of the same entity lie side by side; of older ones nothing does, or
a province would not fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.kinds import BUDGET
from disc.core.span import Span
from disc.load.addresses import check_folders
from disc.load.notes import ABSENT, Needs, digest, digest_of_names
from disc.load.rollup import roll_up
from disc.load.source import read_bytes, read_source
from disc.load.spec import Spec
from disc.load.spec_paths import SPECS, Identity, names_by_ending, search_name
from disc.load.spec_reader import Case, Library, Unit, make_case
from disc.load.tree import Map

LAST_YEAR_BROKEN = Rule(
    "last-year-broken",
    Level.ERROR,
    Words("上年的文件有错误", "Last year's spec has errors"),
    Words("上年数取自 {other}，但它有错误", "last year's figures come from {other}, which has errors"),
    Words("先改正上年的文件：disc check {other}", "Mend last year's spec first: disc check {other}"),
)

BUDGET_BROKEN = Rule(
    "budget-broken",
    Level.ERROR,
    Words("本年预算的文件有错误", "The spec of this year's budget has errors"),
    Words("年初预算数取自 {other}，但它有错误", "the figures of the budget come from {other}, which has errors"),
    Words("先改正预算的文件：disc check {other}", "Mend the spec of the budget first: disc check {other}"),
)

UNIT_SPEC_MISSING = Rule(
    "unit-spec-missing",
    Level.ERROR,
    Words("没有所属单位的文件", "A unit has no spec"),
    Words(
        "本库没有{name}的文件（{region}，…/{wanted}）", "the repository has no spec of {name} ({region}, …/{wanted})"
    ),
    Words(
        "加上该单位的文件，改正 id、region，或在部门的文件中填写 basic 和 projects",
        "Add the unit's spec, correct id or region, or state basic and projects in the department's spec",
    ),
)
UNIT_SPEC_BROKEN = Rule(
    "unit-spec-broken",
    Level.ERROR,
    Words("所属单位的文件有错误", "The spec of a unit has errors"),
    Words("{name}的金额取自 {other}，但它有错误", "the money of {name} comes from {other}, which has errors"),
    Words("先改正该单位的文件：disc check {other}", "Mend the unit's spec first: disc check {other}"),
)
UNIT_IS_DEPARTMENT = Rule(
    "unit-is-department",
    Level.ERROR,
    Words("所属单位的文件是部门的文件", "The spec of a unit is that of a department"),
    Words("{name}的文件 {other} 是部门公开，不是单位公开", "{other}, the spec of {name}, is that of a department"),
    Words(
        "填写单位的 id；部门本级也是单位，有自己的文件",
        "Give the id of a unit; the headquarters of a department is a unit too, with a spec of its own",
    ),
)

MOST = 32
"""How many specs stay in memory: those of an entity, and the units of most departments."""

Judge = Callable[[Case], tuple[Diagnostic, ...]]
"""What is held against a spec before others build on it."""


class Repository:
    """The specs of one root."""

    def __init__(self, root: Path, library: Library, judge: Judge) -> None:
        self._folder = (root / SPECS).resolve()
        self._library = library
        self._judge = judge
        self._sources: dict[Path, tuple[tuple[Map | None, tuple[Diagnostic, ...]], Needs]] = {}
        self._loaded: dict[Path, tuple[tuple[Case | None, tuple[Diagnostic, ...]], Needs]] = {}

    def load(self, path: Path) -> tuple[Case | None, tuple[Diagnostic, ...]]:
        """Return a spec, and all that is wrong with it; a department without money of its own has that of its units."""
        return self._library.notes.once(self._loaded, path, lambda: self._load(path), most=MOST)

    def with_others(self, case: Case) -> tuple[Case, tuple[Diagnostic, ...]]:
        """Return a spec with those that it is compared with: last year's, and this year's budget, if there are any."""
        last, wrong = self._other(case.spec, case.spec.kind, case.spec.year - 1, LAST_YEAR_BROKEN)
        if last is not None:
            case = replace(case, last=last, classification=case.classification.after(last.classification))
        if BUDGET in self._library.schema(case.spec.kind).root["properties"]:
            budget, broken = self._other(case.spec, BUDGET, case.spec.year, BUDGET_BROKEN)
            case, wrong = replace(case, budget=budget), (*wrong, *broken)
        return case, wrong

    def _other(self, spec: Spec, kind: str, year: int, broken: Rule) -> tuple[Case | None, tuple[Diagnostic, ...]]:
        """Return another spec of the same entity, if there is one, or that it has errors."""
        path = self.find(Identity(*spec.identity, kind, year), beside=spec.file)
        if path is None:
            return None, ()
        other = self._sound(path)
        if other is None:
            file = self.file(path)
            return None, (broken.at(spec.place("year"), related=(Span(file),), other=file),)
        return other, ()

    def find(self, identity: Identity, beside: str) -> Path | None:
        """Return the file of a spec.

        Args:
            identity: what it says of itself.
            beside: the file that asks; one that cannot be read is taken for the one asked for if it lies in the same
                folder, in one beside that, or in one within it.
        """
        found = self._names.get(identity.ending, ())
        self._library.notes.add(search_name(identity.ending), digest_of_names(found))
        for file in found:
            path = self._folder / file.removeprefix(f"{SPECS}/")
            data, _ = self._source(path)
            # Who an unreadable file is cannot be known; the neighbour is the one that would be missed.
            if identity.is_of(data) if data is not None else _is_near(_folder(file), _folder(beside)):
                return path
        return None

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        return names_by_ending(self._folder)

    def _sound(self, path: Path) -> Case | None:
        """Return a spec that has no errors."""
        case, found = self.load(path)
        return None if has_errors(found) else case

    def file(self, path: Path) -> str:
        """Return how messages call a spec."""
        return f"{SPECS}/{path.relative_to(self._folder).as_posix()}"

    def _source(self, path: Path) -> tuple[Map | None, tuple[Diagnostic, ...]]:
        return self._library.notes.once(self._sources, path, lambda: self._read(path), most=MOST)

    def _read(self, path: Path) -> tuple[Map | None, tuple[Diagnostic, ...]]:
        file = self.file(path)
        content, unreadable = read_bytes(path, file)
        self._library.notes.add(file, ABSENT if content is None else digest(content))
        return (None, unreadable) if content is None else read_source(content, file)

    def _load(self, path: Path) -> tuple[Case | None, tuple[Diagnostic, ...]]:
        data, found = self._source(path)
        if data is None:
            return None, found
        address = path.relative_to(self._folder).with_suffix("").as_posix()
        case, found = make_case(data, found, self.file(path), address, self._library)
        if case is None:
            return None, found
        found = (*found, *check_folders(address, case.spec.place("entity", "id")))
        case, more = self._with_units(case)
        return case, (*found, *more, *(self._judge(case) if case else ()))

    def _with_units(self, case: Case) -> tuple[Case | None, tuple[Diagnostic, ...]]:
        """Return a department with its units: their sum if it states no money itself, else only beside it."""
        entries = case.spec.fields.get("units", ())
        units, wrong, unknown = [], [], []
        for number, entry in enumerate(entries):
            unit, found = self._unit(case, number, entry) if "id" in entry else (None, None)
            units += [unit] if unit else []
            wrong += [found] if found else []
            if unit is None and (found is None or found.rule is UNIT_SPEC_MISSING):
                unknown.append(case.spec.place("units", number))
        case = replace(case, known_units=tuple(units), unknown_units=tuple(unknown))
        if not case.spec.is_rolled_up:
            return replace(case, units=tuple(units) if len(units) == len(entries) else ()), ()
        if wrong:
            return None, tuple(wrong)
        fields = self._library.schema(case.spec.kind).root["properties"].items()
        summed = [name for name, part in fields if isinstance(part, dict) and "x-summed" in part]
        return roll_up(replace(case, units=tuple(units)), summed)

    def _unit(self, case: Case, number: int, entry: Mapping[str, Any]) -> tuple[Unit | None, Diagnostic | None]:
        """Return a unit of a department, or why there is none. A department is none, so nobody is its own unit."""
        spec = case.spec
        region = str(entry.get("region", spec.entity["region"]))
        identity = Identity(region, str(entry["id"]), spec.kind, spec.year)
        place = spec.place("units", number)
        path = self.find(identity, beside=spec.file)
        if path is None:
            return None, UNIT_SPEC_MISSING.at(place, name=entry["name"], wanted=identity.ending, region=region)
        file = self.file(path)
        data, _ = self._source(path)
        if data is not None and _is_department(data):
            # Looked at before it is loaded: departments that name each other end here.
            return None, UNIT_IS_DEPARTMENT.at(place, related=(Span(file),), name=entry["name"], other=file)
        unit = self._sound(path)
        if unit is None:
            return None, UNIT_SPEC_BROKEN.at(place, related=(Span(file),), name=entry["name"], other=file)
        member = identity.entity if region == str(spec.entity["region"]) else f"{region}-{identity.entity}"
        internal = frozenset(map(str, entry.get("internal", ())))
        return Unit(member, str(entry["name"]), internal, place, unit.spec), None


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _is_near(folder: str, other: str) -> bool:
    """Return whether a folder is another one, or lies beside it or in it."""
    return folder == other or _folder(folder) in (other, _folder(other))


def _is_department(data: Map) -> bool:
    entity = data.get("entity")
    return isinstance(entity, Map) and entity.get("level") == "department"
