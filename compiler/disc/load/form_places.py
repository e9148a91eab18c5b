"""What a form reads of specs and which reasons it tells, found in its templates without running them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.core.stages import STATED_AT
from disc.load.form import Block, Form, Template
from disc.load.form_checks import Place as Location
from disc.load.form_rules import MIXED_UNITS, UNKNOWN_PLACE
from disc.load.form_tables import LayoutRow, Side
from disc.load.nearest import near
from disc.load.schema_fields import ANY, Place, missing_step
from disc.load.schema_numbers import EACH, MONEY, Numbers, numbers_with_units
from disc.load.schema_trail import Part
from disc.load.template_reading import Branch, Entry, NamedMeasure, Scope, TemplateReader, Things, entries
from disc.load.tree import Path

# Fields of a form that hold an expression; all others hold text with expressions in it.
_EXPRESSIONS = frozenset({"when", "each", "prose", "source"})

# What columns of words call `it` in the rows of projects and of units.
_ABOUT = {"project": Entry(("projects", ANY)), "unit": Entry(("entity",))}

# Rows of projects have it in their label.
_PROJECT_NAME = ("projects", ANY, "name")


class Reading(Struct, frozen=True):
    """What a form reads."""

    places: tuple[tuple[Span, Place], ...]
    """Every place of the spec, after the template that names it."""

    measures: frozenset[str]
    """The measures that it shows or asks something of."""

    reasons: tuple[NamedMeasure | Branch, ...]
    """The measures whose change it gives a reason for, in the order of the document."""


def read_form(form: Form) -> Reading:
    """Return what a form reads in its templates; they can be understood."""
    reader = TemplateReader(form.measures)
    for name in form.__struct_fields__:
        # Tables are read where they stand, for what they see there.
        if name != "tables":
            _read(getattr(form, name), form, {}, reader)
    return Reading(tuple(reader.places), _with_sums(reader.measures, form), tuple(reader.reasons))


def _with_sums(names: Iterable[str], form: Form) -> frozenset[str]:
    """Return measures with all that they are the sums of."""
    found: set[str] = set()
    ahead = [*names]
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += form.measures[name].sum
    return frozenset(found)


def spec_places(form: Form) -> frozenset[Place]:
    """Return every place of the spec that a form reads: in its templates, and for its measures, in every stage."""
    reading = read_form(form)
    measured = [place for (_, name, *_), place in _measured(form) if name in reading.measures]
    past = ((*at, *place) for at in STATED_AT.values() for place in measured)
    return frozenset((*(place for _, place in reading.places), *measured, *past))


def check_places(form: Form, schema: Part, location: Location) -> Iterator[Diagnostic]:
    """Yield the places that a form reads and no spec can have.

    Args:
        form: a form whose templates can be understood.
        schema: the schema of the specs that it is for.
        location: from a path of the form's contents to where it stands.
    """
    measured = ((location(path), place) for path, place in _measured(form))
    for span, place in (*read_form(form).places, *measured):
        if found := missing_step(schema, place):
            wrong, known = found
            within = "".join(f"{step}." for step in wrong[:-1])
            yield UNKNOWN_PLACE.at(span, place=".".join(wrong), **near(wrong[-1], known, within=within))


def check_units(form: Form, schema: Part, location: Location) -> Iterator[Diagnostic]:
    """Yield the measures that add numbers of different units, of a form that reads only what there is."""
    numbers = numbers_with_units(schema, schema)
    for name, measure in form.measures.items():
        if len(units := list(dict.fromkeys(_units(name, form, numbers)))) > 1:
            said = "、".join("元" if unit == MONEY else unit for unit in units)
            path = ("measures", name, "sum" if measure.sum else "facts")
            yield MIXED_UNITS.at(location(path), name=name, units=said)


def _units(name: str, form: Form, numbers: Numbers) -> Iterator[str]:
    """Yield the unit of everything that a measure adds."""
    measure = form.measures[name]
    for part in measure.sum:
        yield from _units(part, form, numbers)
    for fact in measure.facts:
        yield from _units_at(fact.split("."), numbers)
    if not measure.sum and not measure.facts:
        yield MONEY


def _units_at(steps: Sequence[str], numbers: Numbers) -> Iterator[str]:
    """Yield the unit of each number at a place, in which * stands for one step."""
    if isinstance(numbers, str):
        yield from () if steps else (numbers,)
    elif steps:
        for step, below in numbers.items():
            if steps[0] in (EACH, step) or step == EACH:
                yield from _units_at(steps[1:], below)


def _measured(form: Form) -> Iterator[tuple[Path, Place]]:
    """Yield where measures name places of the spec, with the places."""
    for name, measure in form.measures.items():
        if measure.stated:
            yield ("measures", name, "stated"), tuple(measure.stated.split("."))
        for number, fact in enumerate(measure.facts):
            yield ("measures", name, "facts", number), tuple(fact.split("."))


def _inside(here: object, each: Template | None, form: Form, scope: Scope, reader: TemplateReader) -> Scope:
    """Return what is seen inside a piece of a form, which may stand once for each thing or be columns of such rows."""
    if isinstance(here, Block | LayoutRow) and each is not None:
        return {**scope, here.name: entries(_read(each, form, scope, reader, "each"))}
    if isinstance(here, Side):
        if "project" in here.is_about:
            reader.places[here.columns[0].head.span, _PROJECT_NAME] = None
        return {**scope, "it": tuple(_ABOUT[what] for what in sorted(here.is_about))}
    return scope


def _read(here: object, form: Form, scope: Scope, reader: TemplateReader, field: str = "") -> Things:
    """Read the templates in a piece of a form, whatever it is; of an expression return what it stands for."""
    match here:
        case Template() if field in _EXPRESSIONS:
            return reader.expression(here, scope)
        case Template():
            reader.text(here, scope)
        case Mapping() | tuple():
            for piece in here.values() if isinstance(here, Mapping) else here:
                _read(piece, form, scope, reader, field)
        case Struct():
            pieces = {name: getattr(here, name) for name in here.__struct_fields__}
            scope = _inside(here, pieces.pop("each", None), form, scope, reader)
            for name, piece in pieces.items():
                _read(piece, form, scope, reader, name)
            if measure := pieces.get("measure"):
                reader.measures[measure] = None
            if isinstance(here, Block) and here.table:
                _read(form.tables[here.table], form, scope, reader)
        case _:
            pass
    return ()
