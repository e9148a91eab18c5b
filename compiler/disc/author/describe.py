"""Forms in words: the list of them, and what one is and asks of a spec."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from disc.author.choice import choose_form
from disc.author.facts import FormFacts, form_facts
from disc.author.yaml_text import flow
from disc.core.diagnostic import Diagnostic, Language, Words
from disc.load.classification import years
from disc.load.form import Form, Template
from disc.load.form_names import form_names
from disc.load.form_places import read_form
from disc.load.form_years import Years
from disc.load.schema_fields import ANY, Field, file_fields
from disc.load.spec_reader import Library
from disc.load.template_reading import Branch, NamedMeasure

_HEAD = (
    Words("表样", "form"),
    Words("名称", "title"),
    Words("地区", "region"),
    Words("年度", "years"),
    Words("表", "tables"),
)
_REGION, _YEARS = _HEAD[2:4]
_LEVEL = Words("公开层级", "level")
_EXTENDS = Words("继承", "extends")
_ANY = Words("不限", "any")
_PARTS = Words("内容", "Contents")
_TABLES = Words("表", "Tables")
_MUST = Words("文件必须写", "A spec must say")
_MAY = Words("文件可以写（必填：写了上一级就必须写）", "A spec may say (required: if it says what that stands in)")
_REQUIRED = Words("必填", "required")
_REASONS = Words("增减原因（reasons）的键", "Keys of reasons")
_CODE = Words("功能分类编码，{digits} 位", "function code of {digits} digits")

Row = tuple[str, ...]
_TEMPLATE = re.compile(r"\{\{\s*(.*?)\s*\}\}")


def form_list(library: Library, language: Language) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return a line for each form that a spec can name, under a heading, and what is wrong with those that have errors.

    A line has the form's id, title, region and years, and the number of its tables.
    """
    loaded = [library.form(name) for name in form_names(library.resources)]
    wrong = tuple(dict.fromkeys(found for form, every in loaded if form is None for found in every))
    listed = [form_facts(form, library.schema(form.kind)) for form, _ in loaded if form and not form.abstract]
    rows = [
        (f.form.id, f.form.title, *_scope(f.form, library, language)[:2], str(sum(t.numbered for t in f.tables)))
        for f in listed
    ]
    return [*_aligned([tuple(_say(words, language) for words in _HEAD), *rows])], wrong


def form_page(library: Library, name: str, language: Language) -> list[str]:
    """Return what a form is and what a spec for it must and may say, as lines.

    Args:
        library: the forms and schemas.
        name: the form.
        language: of the headings; titles are in Chinese as they are.

    Raises:
        MisuseError: there is no such form, or no spec can name it.
        BrokenFormError: it has errors.
    """
    form = choose_form(library, name)
    schema = library.schema(form.kind)
    facts = form_facts(form, schema)
    fields = file_fields(schema.root)
    return [
        f"{form.id}  {form.title}",
        *_about(facts, library, language),
        *_section(_say(_PARTS, language), _contents(facts)),
        *_section(
            _say(_TABLES, language),
            ((table.id, _title(table.title, facts.form), table.display.unit.name) for table in facts.tables),
        ),
        *_section(_say(_MUST, language), _required(fields, facts)),
        *_section(_say(_MAY, language), _optional(fields, facts, language)),
        *_section(_say(_REASONS, language), _reasons(facts, fields, language)),
    ]


def _about(facts: FormFacts, library: Library, language: Language) -> Iterator[str]:
    region, span, level = _scope(facts.form, library, language)
    entity = next(field for field in file_fields(library.schema(facts.form.kind).root) if field.name == "entity")
    titles = next(field.choices for field in entity.fields if field.name == "level")
    if language == "zh" and level in titles:
        level = f"{titles[level]}（{level}）"
    rows = ((_REGION, region), (_YEARS, span), (_LEVEL, level), (_EXTENDS, facts.extends))
    return (f"  {line}" for line in _aligned((_say(words, language), said) for words, said in rows if said))


def _scope(form: Form, library: Library, language: Language) -> Row:
    """Return for which region, years and level a form is; years from the first classification tables on."""
    regions, _ = library.regions()
    region = "".join(regions.path(form.region)) or form.region
    first = max((*years(library.resources)[:1], *filter(None, [form.years.first])), default=None)
    span = Years(first, form.years.last)
    return tuple(said or _say(_ANY, language) for said in (region, str(span), form.level))


def _section(title: str, rows: Iterable[Row]) -> Iterator[str]:
    lines = [*_aligned(rows)]
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))


def _contents(facts: FormFacts) -> Iterator[Row]:
    for part in facts.form.parts:
        yield (part.id, _title(part.title, facts.form))
        for section in part.sections:
            yield (f"  {section.id}", "" if section.title is None else f"  {_title(section.title, facts.form)}")


def _required(fields: Iterable[Field], facts: FormFacts) -> Iterator[Row]:
    """Yield the fields that a spec must have, each followed by those in it."""
    for field in fields:
        if facts.must(field):
            inner = [*_required(field.fields, facts)]
            yield (_name(field), field.title, "" if inner else _example(field, facts))
            yield from _inside(inner)


def _optional(fields: Iterable[Field], facts: FormFacts, language: Language) -> Iterator[Row]:
    """Yield the fields that a spec may have, each below those that it must have and stands in."""
    for field in fields:
        if not facts.must(field):
            yield from _whole(field, facts, language) if facts.may(field) else ()
        elif inner := [*_optional(field.fields, facts, language)]:
            yield (_name(field), field.title)
            yield from _inside(inner)


def _whole(field: Field, facts: FormFacts, language: Language) -> Iterator[Row]:
    """Yield a field followed by all in it that a spec may or must have."""
    chosen = (each for each in field.fields if facts.must(each) or facts.may(each))
    inner = [row for each in chosen for row in _whole(each, facts, language)]
    mark = _say(_REQUIRED, language) if facts.must(field) else ""
    yield (_name(field), field.title, mark, "" if inner else _example(field, facts))
    yield from _inside(inner)


def _example(field: Field, facts: FormFacts) -> str:
    return flow(facts.known.get(field.place, field.example))


def _name(field: Field) -> str:
    """Return how a field is called where what stands below it belongs to each of its entries: projects.*."""
    return f"{field.name}.{ANY}" if field.fields and not field.is_group else field.name


def _inside(rows: Iterable[Row]) -> Iterator[Row]:
    return ((f"  {name}", *rest) for name, *rest in rows)


def _reasons(facts: FormFacts, fields: Iterable[Field], language: Language) -> Iterator[Row]:
    # A stage with reasons of its own is a field of the same name, where a spec may state it.
    stages = {field.name: f"（{field.title}）" for field in fields}
    for thing in read_form(facts.form).reasons:
        stage = f".{thing.stage}" if thing.stage else ""
        match thing:
            case NamedMeasure(name):
                yield (f"{name}{stage}", facts.form.measures[name].title + stages.get(thing.stage, ""))
            case Branch(dimension="function", level=level):
                # Classes have three digits, every level below has two more.
                yield (_say(_CODE, language, digits=str(2 * level + 1)) + stage,)
            case Branch():
                pass


def _title(template: Template, form: Form) -> str:
    """Return a title with the form's words, and the names of what else is filled in: {year}年单位预算."""

    def filled(match: re.Match[str]) -> str:
        word = form.words.get(match[1].removeprefix("words.")) if match[1].startswith("words.") else None
        return f"{{{match[1]}}}" if word is None else _TEMPLATE.sub(filled, word.source)

    return _TEMPLATE.sub(filled, template.source)


def _say(words: Words, language: Language, **fields: str) -> str:
    return words.fill(language, fields)


def _aligned(rows: Iterable[Row]) -> Iterator[str]:
    """Yield rows as lines with their columns aligned where Chinese characters are twice as wide as others."""
    table = list(rows)
    widths = [max(map(_width, column)) for column in zip_longest(*table, fillvalue="")]
    for row in table:
        cells = (f"{cell}{' ' * (width - _width(cell))}" for cell, width in zip(row, widths, strict=False))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
