"""What is known of last year: by last year's spec of the same entity where there is one, else as this spec states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from disc.compile.book import Account, Missing
from disc.compile.quantity import quantity
from disc.core.ledger import LAST_BUDGET, Ledger, Line
from disc.load.lines import make_ledger
from disc.load.spec import Spec
from disc.load.spec_reader import Case


def past_of(case: Case) -> Mapping[str, Ledger]:
    """Return the ledgers of last year by stage. The budget is that of last year's spec, the outturn is stated here."""
    if case.last is None:
        return case.spec.past
    last = case.last.spec
    known = make_ledger(_lines_of_last_year(case.spec, last), last.data, case.last.classification)
    more = tuple(_known_only_here(case, known))
    ledger = make_ledger((*known.lines, *more), last.data, case.last.classification) if more else known
    return {**case.spec.past, LAST_BUDGET: ledger}


def _lines_of_last_year(spec: Spec, last: Spec) -> Iterator[Line]:
    """Return last year's lines; a project is this year's of the same name, or one that is no more."""
    this: dict[tuple[str, str], str] = {}
    for member, project in spec.projects.items():
        this.setdefault((project.unit, project.name or member), member)
    members = {
        member: this.get((project.unit, project.name), f"{last.year}.{member}")
        for member, project in last.projects.items()
    }
    for line in last.ledger.lines:
        known = line.coordinates
        yield replace(line, coordinates={**known, "project": members[known["project"]]}) if "project" in known else line


def _known_only_here(case: Case, last: Ledger) -> Iterator[Line]:
    """Return the numbers of last year that this spec states and that do not follow from last year's spec."""
    account, stated = Account(last, 0, is_past=True), case.spec.past.get(LAST_BUDGET)
    here = {line.coordinates["fact"]: line for line in (stated.lines if stated else ()) if "fact" in line.coordinates}
    for name, measure in case.form.measures.items():
        figure = quantity(name, case.form.measures).figure(account, case.form.text) if measure.stated in here else None
        if figure is Missing.UNKNOWN:
            yield here.pop(measure.stated)
