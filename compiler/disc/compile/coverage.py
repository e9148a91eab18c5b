"""How a document meets what the national rules require: from what its form says fulfils what, to a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.document import Covered, Status
from disc.load.form import Form
from disc.load.form_coverage import fulfilled_by
from disc.load.requirements import Requirement
from disc.load.spec_reader import Case

MISSING_ITEM = Rule(
    "missing-item",
    Level.WARNING,
    Words("缺少应公开的内容", "Something that must be published is missing"),
    Words("没有公开“{title}”（依据{law}）", "“{title}” is not published; {law} asks for it"),
    Words(
        "在 {place} {state_zh}；确实没有的，{none_zh}",
        "State {state_en} at {place}; where there is none, {none_en}",
    ),
)
MISSING_ADVISED_ITEM = Rule(
    "missing-advised-item",
    Level.NOTICE,
    Words("最好也公开的内容没有公开", "Something that had better be published is missing"),
    Words("没有公开“{title}”（依据{law}）", "“{title}” is not published; {law} asks for it"),
    Words("有的，在 {place} 填写", "State it at {place} if there is any"),
)

_ZERO = re.compile(r"([a-z_]+): 0")
_INNER_QUOTES = str.maketrans("“”", "‘’")

Sightings: TypeAlias = dict[tuple[str, Status], str]
"""Requirement and how it is met, with the section where it first is."""


def coverage(form: Form, sightings: Mapping[tuple[str, Status], str]) -> tuple[Covered, ...]:
    """Return for each requirement how it is met; what is stated not to be there is not merely present."""
    return tuple(_covered(requirement, sightings, form.omits) for requirement in form.requirements)


def _covered(
    requirement: Requirement, sightings: Mapping[tuple[str, Status], str], omits: Mapping[str, str]
) -> Covered:
    for status in (Status.NOT_APPLICABLE, Status.PRESENT):
        if section := sightings.get((requirement.id, status)):
            return Covered(requirement.id, requirement.title, status, section)
    if requirement.id in omits:
        return Covered(requirement.id, requirement.title, Status.OMITTED, "", omits[requirement.id])
    return Covered(requirement.id, requirement.title, Status.MISSING, "")


def missing(case: Case, covered: Iterable[Covered]) -> Iterator[Diagnostic]:
    """Yield what is missing, as far as the form has a place for it: what it has none for is not the author's fault."""
    absent = {item.item for item in covered if item.status is Status.MISSING}
    known = fulfilled_by(case.form) if absent else frozenset()
    for requirement in case.form.requirements:
        if requirement.id in absent & known:
            place = requirement.stated or "form"
            span = case.spec.key_place(*place.split("."))
            title, law = requirement.title.translate(_INNER_QUOTES), requirement.law
            if requirement.advised:
                yield MISSING_ADVISED_ITEM.at(span, title=title, law=law, place=place)
            else:
                state, none = _stating(case, requirement)
                yield MISSING_ITEM.at(
                    span,
                    title=title,
                    law=law,
                    place=place,
                    state_zh=state.zh,
                    state_en=state.en,
                    none_zh=none.zh,
                    none_en=none.en,
                )


def _stating(case: Case, requirement: Requirement) -> tuple[Words, Words]:
    """Return what an author should state, and how it is said that there is none of it."""
    if lacking := _lacking(case, requirement):
        return Words(f"补上 {'、'.join(lacking)}", ", ".join(lacking)), Words("写 0", "write 0")
    return Words("填写", "it"), _none(requirement, case.spec.year)


def _lacking(case: Case, requirement: Requirement) -> list[str]:
    """Return the names that are missing in a group of which some are stated, where 0 says that there is none."""
    stated: object = case.spec.fields
    for step in requirement.stated.split("."):
        stated = stated.get(step) if isinstance(stated, Mapping) else None
    none = requirement.none_in(case.spec.year)
    # Of groups within groups the names alone would not say where they belong.
    if not isinstance(stated, Mapping) or none.count("{") != 1:
        return []
    # Who states a sum need not know its parts.
    measures = case.form.measures
    sums = [measure.sum for measure in measures.values() if measure.sum and _last(measure.stated) in stated]
    known = {*stated, *(_last(measures[part].stated) for parts in sums for part in parts)}
    return [name for name in _ZERO.findall(none) if name not in known]


def _last(place: str) -> str:
    return place.rpartition(".")[2]


def _none(requirement: Requirement, year: int) -> Words:
    """Return how an author says that there is none."""
    if none := requirement.none_in(year):
        return Words(f"写 {none}", f"write {none}")
    return Words("在 accepted 中写明原因", "accept this finding with the reason")
