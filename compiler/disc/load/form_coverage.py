"""What of the requirements a form fulfils: that it names only those there are, and which it has no place for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from disc.core.diagnostic import Diagnostic
from disc.load.form import Block, Form, Mark
from disc.load.form_checks import Place, unknown
from disc.load.form_rules import FORM_LACKS_ITEM
from disc.load.requirements import Requirement
from disc.load.tree import Map, Path, Seq

FULFILS, STATES_NONE, OMITS = "fulfils", "states_none", "omits"


def check_marks(contents: Mapping[str, Any], place: Place, requirements: Iterable[Requirement]) -> Iterator[Diagnostic]:
    """Yield each name of a requirement, in the merged contents of a form, that there is none of."""
    known = [requirement.id for requirement in requirements]
    for kind in ("sections", "tables"):
        for name, entry in contents.get(kind, {}).items():
            for path, item in _named(entry, (kind, name)):
                if item not in known:
                    yield unknown("requirements", item, known, place(path))
    for item in contents.get(OMITS, {}):
        if item not in known:
            yield unknown("requirements", item, known, place((OMITS, item)))


def check_fulfilled(form: Form, contents: Mapping[str, Any], place: Place) -> Iterator[Diagnostic]:
    """Yield that there are requirements which a form has no place for, and does not say so."""
    settled = fulfilled_by(form) | contents.get(OMITS, {}).keys()
    if lacking := [requirement.title for requirement in form.requirements if requirement.id not in settled]:
        yield FORM_LACKS_ITEM.at(place(("parts",)), titles="、".join(lacking))


def fulfilled_by(form: Form) -> frozenset[str]:
    """Return the names of the requirements that something in the document of a form fulfils."""
    sections = [section for part in form.parts for section in part.sections]
    marks = (mark for section in sections for mark in (*section.fulfils, *_marks(section.blocks, form)))
    return frozenset(mark.item for mark in marks)


def _marks(blocks: Iterable[Block], form: Form) -> Iterator[Mark]:
    for block in blocks:
        yield from block.fulfils
        if block.table:
            yield from form.tables[block.table].fulfils
        yield from _marks((*block.items, *block.blocks), form)


def _named(here: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every name of a requirement below a section or table, with the path where it stands."""
    if isinstance(here, Map):
        for key, value in here.items():
            if key not in (FULFILS, STATES_NONE):
                yield from _named(value, (*path, key))
            elif isinstance(value, Map):
                yield from (((*path, key, name), name) for name in value)
            elif isinstance(value, Seq):
                yield from (((*path, key, n), str(name)) for n, name in enumerate(value))
            else:
                yield (*path, key), str(value)
    elif isinstance(here, Seq):
        for n, value in enumerate(here):
            yield from _named(value, (*path, n))
