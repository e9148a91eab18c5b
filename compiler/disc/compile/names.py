"""What the members of dimensions are called that a document's lines have, for data files that stand by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from disc.core.ledger import Line
from disc.load.form import Form
from disc.load.spec_reader import Case


def names(case: Case, lines: Iterable[Line], facts: Mapping[tuple[str, str], str]) -> Mapping[tuple[str, str], str]:
    """Return the name of each member (dimension, member) that a line has; members without a name are left out.

    Args:
        case: the spec.
        lines: all lines of the document.
        facts: what the form calls numbers that are no money of their own, from `names_of_facts`.
    """
    known = {**dict(_own_names(case)), **facts}
    used = dict.fromkeys(chain.from_iterable(line.coordinates.items() for line in lines))
    official = case.classification.full_name
    found = {coordinate: known.get(coordinate) or official(*coordinate) for coordinate in used}
    return {coordinate: name for coordinate, name in found.items() if name}


def _own_names(case: Case) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what the specs name: projects and units."""
    for other in case.others:
        yield from ((("unit", unit.member), unit.name) for unit in other.units)
        for member, project in other.spec.projects.items():
            yield ("project", f"{other.spec.year}.{member}"), project.name
    yield from ((("unit", unit.member), unit.name) for unit in case.units)
    yield from ((("project", member), project.name) for member, project in case.spec.projects.items())


def names_of_facts(form: Form) -> Mapping[tuple[str, str], str]:
    """Return what a form calls the numbers that are no money of their own."""
    return dict(_facts(form))


def _facts(form: Form) -> Iterator[tuple[tuple[str, str], str]]:
    for measure in form.measures.values():
        places = {measure.stated, *measure.facts} - {""}
        # Of several numbers that are added up none is called what their sum is called.
        if len(places) == 1:
            yield ("fact", places.pop()), measure.title
