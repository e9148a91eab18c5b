"""Whether the templates of a form can be understood and use only what exists where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from disc.core.diagnostic import Diagnostic
from disc.load.form import Block, Form, Section, Situations, Template
from disc.load.form_checks import unknown
from disc.load.form_rules import (
    NESTED_WORD,
    SINGLE_BRACES,
    TEMPLATE_SYNTAX,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_FILTER,
    UNKNOWN_WORD,
)
from disc.load.form_tables import Column, FixedRow, LayoutRow, Table
from disc.load.form_words import (
    ATTRIBUTES,
    FILTERS,
    LABEL_NAMES,
    NAMES,
    PHRASE_NAMES,
    PREPARER,
    REPEATED,
    ROUNDING,
    UNIT,
    WORDS,
)
from disc.load.nearest import Near, near
from disc.load.spec import REFERENCE
from disc.load.template_uses import TemplateReader, Uses

_DOUBLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SINGLE = re.compile(r"\{\s*([a-z_][\w.]*)\s*\}")

Local = Mapping[str, bool]
"""Names that only some templates see; true for those that are measures."""


def check_templates(form: Form) -> Iterator[Diagnostic]:
    """Yield what is wrong with the templates that stand in the document of a form."""
    return _Checker(form).form()


class _Checker:
    """Goes through one form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._reader = TemplateReader()
        self._names = NAMES | self._reader.names
        self._tables: dict[str, Local] = {}

    def form(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with all templates."""
        form = self._form
        for word in form.words.values():
            yield from self._word(word)
        for template in (*form.cover, form.document_title, *form.closing):
            yield from self._text(template, {})
        for part in form.parts:
            yield from self._text(part.title, {})
            for section in part.sections:
                yield from self._section(section)
        for name, local in self._tables.items():
            yield from self._table(form.tables[name], local)
        for name, phrase in form.phrases.items():
            yield from self._phrase(name, phrase)

    # What stands where.

    def _word(self, word: Template) -> Iterator[Diagnostic]:
        yield from self._text(word, {}, self._reader.filters)
        if WORDS in self._reader.uses(word, expression=False).names:
            yield NESTED_WORD.at(word.span)

    def _phrase(self, name: str, phrase: Template | Situations) -> Iterator[Diagnostic]:
        templates = (phrase,) if isinstance(phrase, Template) else phrase.templates.values()
        if name in (PREPARER, ROUNDING, UNIT):
            # Tables bring the first and the last along; what they do not replace is looked at here.
            for template in templates:
                yield from self._text(template, {})
        else:
            for template in templates:
                yield from self._text(template, dict.fromkeys(PHRASE_NAMES, False), self._reader.filters)

    def _section(self, section: Section) -> Iterator[Diagnostic]:
        yield from self._text(section.title, {})
        for when in (section.when, *(mark.when for mark in section.fulfils)):
            yield from self._expression(when, {})
        for block in section.blocks:
            yield from self._block(block, {})

    def _block(self, block: Block, outer: Local) -> Iterator[Diagnostic]:
        yield from self._expression(block.each, outer)
        inner = self._inside(block.each, block.name, outer)
        yield from self._expression(block.when, inner)
        local = {**inner, **dict.fromkeys(REPEATED, False)} if block.each else inner
        yield from self._text(block.text, local)
        yield from self._text(block.title, local)
        yield from self._expression(block.prose, local)
        yield from self._expression(block.source, local)
        for mark in (*block.fulfils, *block.states_none):
            yield from self._expression(mark.when, local)
        for below in (*block.items, *block.blocks):
            yield from self._block(below, local)
        if block.table:
            before = self._tables.get(block.table, local)
            # A table that stands in several places sees what there is in all of them.
            self._tables[block.table] = {k: v and before[k] for k, v in local.items() if k in before}

    def _inside(self, each: Template | None, name: str, outer: Local) -> Local:
        return {**outer, name: self._reader.uses(each, expression=True).yields_measures} if each else outer

    def _table(self, table: Table, local: Local) -> Iterator[Diagnostic]:
        # Only a layout is about the thing that it is repeated for.
        local = local if table.layout else {}
        for template in (table.title, table.preparer, table.unit, table.empty, *table.notes):
            yield from self._text(template, local)
        for mark in table.fulfils:
            yield from self._expression(mark.when, local)
        for row in table.layout:
            yield from self._layout_row(row, local)
        for side in table.sides:
            yield from self._text(side.total, {})
            yield from self._columns(side.columns, {"it": True} if side.is_about else {})
            for line in side.rows:
                names: Iterable[str] = LABEL_NAMES
                if isinstance(line, FixedRow):
                    yield from self._expression(line.when, {})
                    names = ()
                yield from self._text(line.label, dict.fromkeys(names, False))

    def _columns(self, columns: Iterable[Column], local: Local) -> Iterator[Diagnostic]:
        for column in columns:
            yield from self._text(column.head, {})
            yield from self._text(column.text, local)
            yield from self._columns(column.columns, local)

    def _layout_row(self, row: LayoutRow, outer: Local) -> Iterator[Diagnostic]:
        yield from self._expression(row.each, outer)
        local = self._inside(row.each, row.name, outer)
        for cell in row.cells:
            yield from self._text(cell.text, local)

    # One template.

    def _text(
        self, template: Template | None, local: Local, filters: Iterable[str] | None = None
    ) -> Iterator[Diagnostic]:
        if template is None or "{" not in template.source:
            return
        yield from self._single_braces(template, local)
        if "{{" in template.source or "{%" in template.source:
            yield from self._judge(template, self._reader.uses(template, expression=False), local, filters)

    def _single_braces(self, template: Template, local: Local) -> Iterator[Diagnostic]:
        """Yield the names that were to be filled in, had their braces been doubled."""
        names = self._names | self._form.measures.keys() | local.keys()
        for match in _SINGLE.finditer(_DOUBLE.sub("", template.source)):
            reference = REFERENCE.fullmatch(match[0])
            if match[1].split(".")[0] in names and not (reference and reference[1] in self._form.measures):
                yield SINGLE_BRACES.at(template.span, found=match[0], name=match[1])

    def _titled(self, name: str) -> Near | None:
        """Return the hint for a name that is the title of a measure."""
        for id, measure in self._form.measures.items():
            if measure.title == name:
                return {
                    "near_zh": f"这是指标 {id} 的名称，写 {id}",
                    "near_en": f"that is the title of {id}; write {id}",
                }
        return None

    def _expression(self, template: Template | None, local: Local) -> Iterator[Diagnostic]:
        if template is not None:
            yield from self._judge(template, self._reader.uses(template, expression=True), local, None)

    def _judge(
        self, template: Template, uses: Uses, local: Local, filters: Iterable[str] | None
    ) -> Iterator[Diagnostic]:
        span, form = template.span, self._form
        if uses.problem:
            yield TEMPLATE_SYNTAX.at(span, problem_zh=uses.problem.zh, problem_en=uses.problem.en)
        names = self._names | form.measures.keys() | local.keys()
        for name in sorted(uses.names - names):
            yield UNKNOWN_WORD.at(span, name=name, **(self._titled(name) or near(name, names)))
        known = set(self._reader.filters | FILTERS if filters is None else filters)
        for name in sorted((uses.filters - known) | (uses.tests - self._reader.tests)):
            yield UNKNOWN_FILTER.at(span, name=name, **near(name, known))
        for name in sorted(uses.measures - form.measures.keys()):
            yield unknown("measures", name, form.measures, span)
        for name in sorted(uses.phrases - form.phrases.keys()):
            yield unknown("phrases", name, form.phrases, span)
        inner = {**local, **uses.stored}
        measures = {**dict.fromkeys(form.measures, True), **inner}
        for owner, name in sorted(uses.attributes):
            if owner == WORDS and owner not in inner and name not in form.words:
                yield unknown("words", name, form.words, span)
            if measures.get(owner) and name not in ATTRIBUTES:
                yield UNKNOWN_ATTRIBUTE.at(span, measure=owner, name=name, **near(name, ATTRIBUTES))
