"""A spec to begin with: what must be filled in stands there without a value, what may be said as comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from disc.author.choice import Address, choose_address, choose_form
from disc.author.facts import FormFacts, Known, form_facts
from disc.author.yaml_text import Lines, below, commented, entry, flow, indented, item
from disc.load.schema_fields import Field, file_fields
from disc.load.schema_trail import Part
from disc.load.spec_reader import Library
from disc.load.tree import Map

_FOR_EDITORS = "# yaml-language-server: $schema="
_HEAD = (
    "# {title}，{year}年。写法见 schema/README.zh-CN.md，disc check 说出还缺什么。",
    "# 没有值的字段必须填写。注释掉的字段用得着时填写：去掉行首的“# ”，换成自己的内容；用不着的可以删去。",
)


def new_spec(library: Library, form: str, steps: Sequence[str]) -> str:
    """Return the text of a spec for a form in which only what nobody but its author knows is missing.

    Args:
        library: the forms and schemas.
        form: name of the form.
        steps: where the spec will lie, below specs/.

    Raises:
        MisuseError: there is no such form, no spec can name it, or a spec for it cannot lie there.
        BrokenFormError: the form has errors.
    """
    chosen = choose_form(library, form)
    schema = library.schema(chosen.kind)
    address = choose_address(library, chosen, steps)
    text = spec_text(form_facts(chosen, schema), address, schema.root)
    # An editor looks for the schema in the root; where there is none of its own, it would only complain.
    file = f"schema/{address.kind}.schema.json"
    return f"{_FOR_EDITORS}{'../' * address.depth}{file}\n{text}" if (library.resources.root / file).is_file() else text


def spec_text(facts: FormFacts, address: Address, schema: Part) -> str:
    """Return the text of a spec at an address, by the schema of specs of its kind, without the line for editors."""
    known: Known = {**facts.known, ("year",): address.year, ("entity", "id"): address.entity}
    writer = _Writer(facts, known)
    lines = [line.format(title=facts.form.title, year=address.year) for line in _HEAD]
    fields = tuple(file_fields(schema))
    examples_of = next(int(str(field.example)) for field in fields if field.name == "year")
    for field in fields:
        if written := _in_year(writer.field(field), examples_of, address.year):
            # The head stands together; what has several lines stands apart.
            lines += ["", *written] if len(written) > 1 else written
    return "\n".join(lines) + "\n"


def _in_year(lines: Iterable[str], examples_of: int, year: int) -> Lines:
    """Return lines with the examples in comments moved to another year: an author keeps what looks right.

    Args:
        lines: a field and what stands in it.
        examples_of: the year that the examples of the schema are of; they name the year before it, too.
        year: that of the spec.
    """
    years = {str(of): str(of - examples_of + year) for of in (examples_of - 1, examples_of)}
    stated = re.compile(rf"(?<![0-9.])(?:{'|'.join(years)})(?![0-9.])")
    return [
        stated.sub(lambda found: years[found[0]], line) if line.lstrip().startswith("#") else line for line in lines
    ]


class _Writer(Struct, frozen=True):
    """Writes fields as lines without indentation."""

    facts: FormFacts
    known: Known

    def field(self, field: Field) -> Lines:
        """Return a field: to be filled in, as a comment with an example, or not at all if it makes no difference."""
        if field.place in self.known:
            return [f"{field.name}: {flow(self.known[field.place])}"]
        if self.facts.must(field):
            return self._open(field)
        return [*_explained(field), *commented(self._example(field))] if self.facts.may(field) else []

    def _open(self, field: Field) -> Lines:
        """Return a field that is to be filled in: a group by its own fields, a list or map with an example below."""
        if field.is_group:
            inner = indented(line for each in field.fields for line in self.field(each))
            return [*_explained(field), f"{field.name}:", *inner]
        if isinstance(field.example, dict | list):
            return [*_explained(field), f"{field.name}:", *commented(indented(self._inside(field)))]
        return [*_explained(field, f"例：{flow(field.example)}"), f"{field.name}:"]

    def _example(self, field: Field) -> Lines:
        """Return a field as its example fills it, with every field in it explained."""
        if not self._named(field):
            return entry(field.name, field.example)
        return [f"{field.name}:", *indented(self._inside(field))]

    def _inside(self, field: Field) -> Lines:
        """Return what stands below the key of a field that holds others."""
        named = self._named(field)
        if not named:
            return below(field.example)
        first, *others = field.stated_entries or (Map(),)
        lines: Lines = []
        for each in named:
            shown = entry(each.name, first[each.name]) if each.name in first else self._example(each)
            lines += [*_explained(each), *shown]
        names = {each.name for each in named}
        more = [{name: value for name, value in other.items() if name in names} for other in others]
        return [*item(lines), *below(more)] if field.is_list else lines

    def _named(self, field: Field) -> tuple[Field, ...]:
        """Return the fields of a group, or of the entries of a list, to write out; none if its own example has all."""
        fields = field.fields if field.is_group or field.is_list else ()
        chosen = tuple(each for each in fields if self.facts.must(each) or self.facts.may(each))
        shown = field.stated_example
        return () if isinstance(shown, dict) and all(each.name in shown for each in chosen) else chosen


def _explained(field: Field, example: str = "") -> Lines:
    """Return comments: what a field is, and what can stand there if that is limited."""
    said = f"{field.description}{'' if field.choices else example}"
    choices = (f"  {value}  {title}" for value, title in field.choices.items())
    return commented(("：".join(filter(None, (field.title, said))), *choices))
