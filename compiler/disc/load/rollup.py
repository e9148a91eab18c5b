"""A department from its units: its money is theirs, each amount once, with its place in the unit's own file.

Lines keep their amounts, units and places. What tells them apart is a further dimension, `unit`; pools and projects are
the unit's own. Of the other numbers those of the groups that the schema marks with `x-summed` are added up, and the
department's tree gets the sums, so that it can be read as if it had been written whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import MONEY_UNITS, add, divide
from disc.load.form import Form
from disc.load.lines import OF_WHICH, make_ledger
from disc.load.spec import REFERENCE, Project, Spec
from disc.load.spec_reader import Case, Unit
from disc.load.tree import Map, Path, Seq, Value

UNIT_TEXTS_DIFFER = Rule(
    "unit-texts-differ",
    Level.WARNING,
    Words("各单位的文字不同，不能汇总", "The units' words differ, so that nothing is summed"),
    Words(
        "各单位的 {field} 不同，部门的 {group} 不能由单位汇总，视为没有填报",
        "{field} differs from unit to unit, so {group} of the department cannot be summed and counts as not stated",
    ),
    Words("在部门的文件中填写 {group}", "State {group} in the department's spec"),
)

UNIT_NUMBERS_MISSING = Rule(
    "unit-numbers-missing",
    Level.WARNING,
    Words("有的单位没有填报，不能汇总", "Some units do not state a number, so that it is not summed"),
    Words(
        "{names}没有填报 {field}，部门的 {field} 不能由单位汇总，视为没有填报",
        "{names} does not state {field}, so {field} of the department cannot be summed and counts as not stated",
    ),
    Words(
        "在这些单位的文件中填写，没有的写 0；或在部门的文件中填写 {group}",
        "State it in the specs of these units, 0 where there is none; or state {group} in the department's spec",
    ),
)

_UNITS = "units"

_Added: TypeAlias = Sequence[Sequence[Sequence[str]]]
"""For measures the places of what they add up, each as steps of which * stands for any."""


def roll_up(case: Case, summed: Iterable[str]) -> tuple[Case, tuple[Diagnostic, ...]]:
    """Return a department with the money of its units, and with the sums of other numbers that it does not state.

    Args:
        case: a department that states no money, with all its units.
        summed: the groups of other numbers that are added up.
    """
    spec, units = case.spec, case.units
    facts, added = _facts(units), _added(case.form)
    groups: dict[str, Value] = {}
    left: set[str] = set()
    wrong: list[Diagnostic] = []
    for group in summed:
        having = [unit for unit in units if group in unit.spec.data]
        if group in spec.data or not having:
            continue
        lacking = tuple(_lacking(added, (), {unit.member: _only(unit.spec.data, group) for unit in units}))
        if lacking:
            left |= _with_companions({".".join(map(str, path)) for path, _ in lacking}, added, facts)
        wrong += [_missing(case, group, path, members) for path, members in lacking]
        if group in left:
            continue
        try:
            groups[group] = _summed(group, spec, having, facts, left)
        except _DifferentError as error:
            places = [unit.spec.place(*error.path) for unit in having]
            field = ".".join(map(str, error.path))
            wrong.append(UNIT_TEXTS_DIFFER.at(spec.key_place(_UNITS), related=places, field=field, group=group))
    own = {line.coordinates.get("fact", "") for line in spec.ledger.lines}
    lines = (line for unit in units for line in _lines(unit, {*groups, OF_WHICH}, own, left))
    # An entry whose money is not counted again may still be what a project with other money is known by.
    projects = {member: project for unit in units for member, project in _projects(unit)}
    internal = {unit.member: unit.internal for unit in units}
    data = _with(spec.data, {**groups, "projects": Seq(_listed(projects, internal))})
    ledger = make_ledger((*spec.ledger.lines, *lines), data, case.classification)
    return replace(case, spec=replace(spec, data=data, ledger=ledger, projects=projects)), tuple(wrong)


def _lines(unit: Unit, groups: set[str], own: set[str], left: set[str]) -> Iterator[Line]:
    """Return the lines of a unit that the department has too: its money, but for what another unit pays, and facts."""
    for line in unit.spec.ledger.lines:
        known = line.coordinates
        fact = known.get("fact", "")
        first = fact.split(".")[0]
        if first == "projects":
            fact = f"{_UNITS}.{unit.member}.{fact}"
        elif is_internal(known, unit) if not fact else fact in own or first not in groups or _below(fact, left):
            continue
        moved = {**known, "unit": unit.member} | ({"fact": fact} if fact else {})
        if "project" in known:
            moved["project"] = f"{unit.member}.{known['project']}"
        pool = f"{_UNITS}.{unit.member}.{line.pool}" if line.pool else ""
        yield replace(line, path=f"{_UNITS}.{unit.member}.{line.path}", pool=pool, coordinates=moved)


def is_internal(known: Mapping[str, str], unit: Unit) -> bool:
    """Return whether money is that of another unit of the department: by its source, or by what was paid for."""
    return known["source"] in unit.internal or known.get("nature") in unit.internal


def _projects(unit: Unit) -> Iterator[tuple[str, Project]]:
    """Return the projects of a unit: who carries them out is the unit, where nobody else is named.

    What their words refer to is the unit's part of the money.
    """
    for number, project in unit.spec.projects.items():
        data = _referring(project.data, unit.member)
        data = _with(data, {"undertaker": project.data.get("undertaker", unit.name)})
        if isinstance(targets := data.get("targets"), Map):
            data = _with(data, {"targets": _with(targets, {"unit": targets.get("unit", unit.name)})})
        path = (_UNITS, unit.member, *project.path)
        yield f"{unit.member}.{number}", replace(project, data=data, path=path, unit=unit.member)


def _listed(projects: Mapping[str, Project], internal: Mapping[str, frozenset[str]]) -> Iterator[Map]:
    """Yield the entries whose money counts, each with what one before it says of the project whose money does not."""
    before: dict[tuple[str, Value], Map] = {}
    for member, project in projects.items():
        name = project.unit, project.data.get("name", member)
        if project.data["source"] in internal[project.unit]:
            before.setdefault(name, project.data)
        else:
            said = before.pop(name, None)
            yield _with(said, project.data) if said else project.data


def _referring(data: Map, member: str) -> Map:
    """Return a tree in whose words every reference to a measure is one to that of a unit."""

    def of(value: Value) -> Value:
        match value:
            case Map():
                return Map({key: of(inner) for key, inner in value.items()}, value.marks, value.start)
            case Seq():
                return Seq(map(of, value), value.marks, value.start)
            case str():
                return REFERENCE.sub(rf"{{\1@{member}}}", value)
            case _:
                return value

    return Map({key: of(value) for key, value in data.items()}, data.marks, data.start)


def _with(data: Map, more: Mapping[str, Value]) -> Map:
    """Return a mapping with further fields, which stand where the units are named."""
    mark = data.marks.get(_UNITS, (*data.start, *data.start))
    return Map({**data, **more}, {**dict.fromkeys(more, mark), **data.marks}, data.start)


class _DifferentError(Exception):
    """Units say different things at a place where only one thing can be said."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def _facts(units: Iterable[Unit]) -> dict[str, list[Line]]:
    """Return what the units state beside money, by name."""
    facts: dict[str, list[Line]] = {}
    for line in (line for unit in units for line in unit.spec.ledger.lines if "fact" in line.coordinates):
        facts.setdefault(line.coordinates["fact"], []).append(line)
    return facts


def _only(data: Map, group: str) -> Map:
    return Map({group: data[group]} if group in data else {})


def _added(form: Form) -> _Added:
    """Return the places of what each measure adds up, if it adds up stated numbers."""
    return [[fact.split(".") for fact in measure.facts] for measure in form.measures.values() if measure.facts]


def _lacking(added: _Added, path: Path, stated: Mapping[str, Value]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Return what some units state and others, who state what it is part of, do not; with the members of these."""
    maps = {member: value for member, value in stated.items() if isinstance(value, Map)}
    kinds = []
    for key in dict.fromkeys(key for value in maps.values() for key in value):
        below = (*path, key)
        having = {member: value[key] for member, value in maps.items() if key in value}
        if _is_one_of_many(added, below):
            kinds.append((below, {member: value for member, value in having.items() if isinstance(value, Map)}))
        elif len(having) < len(maps):
            yield below, tuple(member for member in maps if member not in having)
        else:
            # An empty group says that there is none of it.
            yield from _lacking(added, below, {member: value for member, value in having.items() if value != {}})
    yield from _lacking_of_kinds(kinds)


def _lacking_of_kinds(kinds: Sequence[tuple[Path, Mapping[str, Map]]]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Return what is stated of one kind by some unit, and not of the same or another kind by one that has any of it.

    The kinds are added up, so the value of some vehicles would be taken for that of all.
    """
    fields = dict.fromkeys(field for _, stated in kinds for value in stated.values() for field in value)
    for path, stated in kinds:
        for field in fields:
            if members := tuple(m for m, value in stated.items() if field not in value and any(value.values())):
                yield (*path, field), members


def _is_one_of_many(added: _Added, path: Path) -> bool:
    """Return whether a measure adds what stands here up with others: what a unit does not list there, it has none of.

    The unit's own page counts so too, as with vehicles by type, or people who are active, retired and veterans.
    """
    steps = [*map(str, path)]
    for patterns in added:
        for pattern in patterns:
            here = pattern[: len(steps)]
            if _fits(steps, here) and (here[-1] == "*" or (len(patterns) > 1 and here == pattern)):
                return True
    return False


def _fits(steps: Sequence[str], pattern: Sequence[str]) -> bool:
    return len(steps) == len(pattern) and all(there in ("*", step) for step, there in zip(steps, pattern, strict=True))


def _with_companions(left: set[str], added: _Added, facts: Iterable[str]) -> set[str]:
    """Return what is left out, with what a measure adds up with it: a part of the sum would be taken for all of it."""
    also: set[str] = set()
    steps, places = {fact: fact.split(".") for fact in facts}, [place.split(".") for place in left]
    for patterns in added:
        parts = {fact for fact, here in steps.items() if any(_fits(here, pattern) for pattern in patterns)}
        unstated = any(_fits(place, pattern) for place in places for pattern in patterns)
        if unstated or any(_below(fact, left) for fact in parts):
            also |= parts
    return left | also


def _below(fact: str, places: Iterable[str]) -> bool:
    return any(f"{fact}.".startswith(f"{place}.") for place in places)


def _missing(case: Case, group: str, path: Path, lacking: Sequence[str]) -> Diagnostic:
    names = "、".join(unit.name for unit in case.units if unit.member in lacking)
    places = [unit.spec.place(*path) for unit in case.units if unit.member in lacking]
    field = ".".join(map(str, path))
    return UNIT_NUMBERS_MISSING.at(case.spec.key_place(_UNITS), related=places, names=names, field=field, group=group)


def _summed(
    group: str, spec: Spec, units: Iterable[Unit], facts: Mapping[str, Sequence[Line]], left: set[str]
) -> Value:
    """Return a group of the units' trees with their numbers added up, in the department's unit of money.

    Raises:
        _DifferentError: the units say different things at a place that is no number.
    """
    mark = spec.data.marks[_UNITS]

    def of(path: Path, values: Sequence[Value]) -> Value:
        if maps := [value for value in values if isinstance(value, Map)]:
            keys = dict.fromkeys(key for value in maps for key in value if ".".join((*map(str, path), key)) not in left)
            inner = {key: of((*path, key), [value[key] for value in maps if key in value]) for key in keys}
            return Map(inner, dict.fromkeys(keys, mark), mark[:2])
        if lines := facts.get(".".join(map(str, path))):
            total = add(*(line.amount for line in lines))
            return divide(total, spec.text_unit.scale) if lines[0].unit.name in MONEY_UNITS else total
        if any(value != values[0] for value in values):
            raise _DifferentError(path)
        return values[0]

    return of((group,), [unit.spec.data[group] for unit in units])
