"""What a spec is compared with: specs of the same entity where there are any, else what it states itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from disc.compile.book import Account, Missing
from disc.compile.quantity import quantity
from disc.core.ledger import Ledger, Line
from disc.core.stages import STATED_AT, THIS_BUDGET
from disc.load.lines import make_ledger
from disc.load.spec import Spec
from disc.load.spec_reader import Case


def past_of(case: Case) -> Mapping[str, Ledger]:
    """Return the ledgers that this year's is compared with, by stage."""
    if case.past is not None:
        return case.past
    others = {case.form.compares: case.last, THIS_BUDGET: case.budget}
    known = {stage: _ledger(case, stage, other) for stage, other in others.items() if other is not None}
    return {stage: ledger for stage in STATED_AT if (ledger := known.get(stage) or case.spec.past.get(stage))}


def _ledger(case: Case, stage: str, other: Case) -> Ledger:
    """Return the ledger of another spec, with what only this one knows of it."""
    moved, more = _moved_projects(case.spec, other.spec), tuple(_known_only_here(case, stage, other.spec.ledger))
    if not moved and not more:
        return other.spec.ledger
    lines = (_moved(line, moved) for line in other.spec.ledger.lines)
    return make_ledger((*lines, *more), other.spec.data, other.classification)


def _moved_projects(spec: Spec, last: Spec) -> Mapping[str, str]:
    """Return another spec's projects that go by another member here: that of the same name, or one that is no more."""
    this: dict[tuple[str, str], str] = {}
    for member, project in spec.projects.items():
        this.setdefault((project.unit, project.name or member), member)
    members = {
        member: this.get((project.unit, project.name), f"{last.year}.{member}")
        for member, project in last.projects.items()
    }
    return {member: moved for member, moved in members.items() if moved != member}


def _moved(line: Line, moved: Mapping[str, str]) -> Line:
    known = line.coordinates
    project = moved.get(known.get("project", ""))
    return line if project is None else replace(line, coordinates={**known, "project": project})


def _known_only_here(case: Case, stage: str, last: Ledger) -> Iterator[Line]:
    """Return the numbers of a stage that this spec states and that do not follow from the spec of that stage."""
    stated = case.spec.past.get(stage)
    here = {line.coordinates["fact"]: line for line in (stated.lines if stated else ()) if "fact" in line.coordinates}
    if not here:
        return
    account = Account(last, 0, is_past=True)
    for name, measure in case.form.measures.items():
        figure = quantity(name, case.form.measures).figure(account, case.form.text) if measure.stated in here else None
        if figure is Missing.UNKNOWN:
            yield here.pop(measure.stated)
