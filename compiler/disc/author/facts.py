"""What an author needs to know of a form: what it is for, and what it asks of a spec."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from disc.core.number import Unit
from disc.load.form import Block, Form
from disc.load.form_places import spec_places
from disc.load.form_tables import Table
from disc.load.schema import Schema
from disc.load.schema_fields import ANY, Field, Place, agrees, file_fields

Known: TypeAlias = Mapping[Place, object]
"""Values that a spec has at some of its places."""

# Asked for whatever the form says: where a document comes from, and which spec is that of a department's unit.
_ALWAYS: tuple[Place, ...] = (("publication",), ("units", ANY, "id"))


class FormFacts(Struct, frozen=True):
    """A form as its authors see it."""

    form: Form
    requires: tuple[Place, ...]
    """Places of the spec that it needs beyond those that the schema requires of every spec."""

    forbids: frozenset[Place]
    """Places that the schema refuses in specs for it."""

    tables: tuple[Table, ...]
    """Its tables, in the order in which they stand."""

    reads: frozenset[Place]
    """Places of the spec that it reads."""

    @property
    def known(self) -> Known:
        """What the form says of every spec for it."""
        known: Known = {
            ("kind",): self.form.kind,
            ("form",): self.form.id,
            ("unit",): self.unit.name,
            ("entity", "level"): self.form.level,
        }
        return {place: value for place, value in known.items() if value}

    @property
    def extends(self) -> str:
        """Name of the form that it extends, or nothing."""
        return self.form.files[1].split("/", 2)[2].removesuffix(".yaml") if len(self.form.files) > 1 else ""

    @property
    def unit(self) -> Unit:
        """The unit of most of its tables: the one in which the amounts of a spec probably come."""
        units = Counter(table.display.unit for table in self.tables)
        return units.most_common(1)[0][0] if units else self.form.text.unit

    def must(self, field: Field) -> bool:
        """Return whether a spec must have a field, as soon as it has what the field stands in."""
        place, depth = field.place, len(field.place)
        return field.required or any(p[:depth] == place and ANY not in p[depth:] for p in self.requires)

    def may(self, field: Field) -> bool:
        """Return whether a field that a spec need not have makes a difference to the document."""
        if field.place in self.forbids:
            return False
        read = (place for place in self.reads if len(place) >= len(field.place))
        always = any(field.place[: len(place)] == place for place in _ALWAYS)
        return always or any(agrees(place, field.place) for place in read) or field.holds_amounts


def form_facts(form: Form, schema: Schema) -> FormFacts:
    """Return the facts of a form, by the schema of the specs that it is for."""
    tables = (name for part in form.parts for section in part.sections for name in _tables(section.blocks))
    facts = FormFacts(
        form=form,
        requires=(),
        forbids=frozenset(),
        tables=tuple(form.tables[name] for name in dict.fromkeys(tables)),
        reads=spec_places(form),
    )
    # What the schema asks of a spec comes first: what the form asks for must not take its place.
    facts = _with_conditions(facts, schema)
    # Of several places the first is the one that every spec can have.
    asked = tuple(tuple(place.split(".")) for place, *_ in form.requires)
    facts = _with_conditions(replace(facts, requires=(*facts.requires, *asked)), schema)
    return replace(facts, forbids=frozenset(_forbidden(facts, schema)))


def _with_conditions(facts: FormFacts, schema: Schema) -> FormFacts:
    """Return the facts with what the schema requires only under conditions that hold here."""
    errors = schema.validator.iter_errors(_draft(facts, schema))
    lacking = {
        (*(ANY if isinstance(step, int) else step for step in error.absolute_path), name)
        for error in errors
        if error.validator == "required"
        for name in error.validator_value
        if name not in error.instance
    }
    new = tuple(sorted(lacking.difference(facts.requires)))
    return _with_conditions(replace(facts, requires=(*facts.requires, *new)), schema) if new else facts


def _forbidden(facts: FormFacts, schema: Schema) -> Iterator[Place]:
    """Yield the fields at the top of a file that the schema refuses under conditions that hold here."""
    draft = _draft(facts, schema)
    for field in file_fields(schema.root):
        errors = schema.validator.iter_errors({**draft, field.name: draft.get(field.name, field.example)})
        # The error of a field whose schema is `false` has the path of what holds it, and no validator.
        if any(error.validator is None and not error.absolute_path for error in errors):
            yield field.place


def _draft(facts: FormFacts, schema: Schema) -> dict[str, object]:
    """Return a spec that has all it must have, as far as is known."""
    return {field.name: _value(field, facts) for field in file_fields(schema.root) if facts.must(field)}


def _value(field: Field, facts: FormFacts) -> object:
    """Return a value for a field: what is known, of a group all that it must have, or else its example."""
    if field.place in facts.known:
        return facts.known[field.place]
    if field.is_group:
        return {inner.name: _value(inner, facts) for inner in field.fields if facts.must(inner)}
    return field.example


def _tables(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.table:
            yield block.table
        yield from _tables((*block.items, *block.blocks))
