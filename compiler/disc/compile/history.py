"""What is known of last year: by last year's spec of the same entity where there is one, else as this spec states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from disc.compile.book import Account, Missing
from disc.compile.quantity import quantity
from disc.core.ledger import LAST_BUDGET, Ledger, Line
from disc.load.lines import make_ledger
from disc.load.spec import Spec
from disc.load.spec_reader import Case


def past_of(case: Case) -> Mapping[str, Ledger]:
    """Return the ledgers of last year by stage. The budget is that of last year's spec, the outturn is stated here."""
    if case.past is not None:
        return case.past
    if case.last is None:
        return case.spec.past
    last = case.last.spec
    moved, more = _moved_projects(case.spec, last), tuple(_known_only_here(case, last.ledger))
    ledger = last.ledger
    if moved or more:
        lines = (_moved(line, moved) for line in ledger.lines)
        ledger = make_ledger((*lines, *more), last.data, case.last.classification)
    return {**case.spec.past, LAST_BUDGET: ledger}


def _moved_projects(spec: Spec, last: Spec) -> Mapping[str, str]:
    """Return last year's projects that go by another member: this year's of the same name, or one that is no more."""
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


def _known_only_here(case: Case, last: Ledger) -> Iterator[Line]:
    """Return the numbers of last year that this spec states and that do not follow from last year's spec."""
    stated = case.spec.past.get(LAST_BUDGET)
    here = {line.coordinates["fact"]: line for line in (stated.lines if stated else ()) if "fact" in line.coordinates}
    if not here:
        return
    account = Account(last, 0, is_past=True)
    for name, measure in case.form.measures.items():
        figure = quantity(name, case.form.measures).figure(account, case.form.text) if measure.stated in here else None
        if figure is Missing.UNKNOWN:
            yield here.pop(measure.stated)
