"""Whether the templates of a form can be understood and use only what exists where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from disc.core.diagnostic import Diagnostic
from disc.load.form import (
    PREPARER,
    ROUNDING,
    UNIT,
    Block,
    Column,
    FixedRow,
    Form,
    LayoutRow,
    Section,
    Situations,
    Table,
    Template,
)
from disc.load.form_checks import nearest, unknown
from disc.load.form_rules import (
    TEMPLATE_SYNTAX,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_FILTER,
    UNKNOWN_WORD,
)
from disc.load.form_words import (
    ATTRIBUTES,
    CHOOSING,
    FILTERS,
    LABEL_NAMES,
    LISTS_OF_MEASURES,
    NAMES,
    PHRASE_NAMES,
    PHRASING,
    REPEATED,
    WITHHELD_FILTERS,
    WITHHELD_NAMES,
)

Local = Mapping[str, bool]
"""Names that only some templates see; true for those that are measures."""

# What a deeply nested or oversized template makes the parser raise.
_UNREADABLE = (TemplateError, RecursionError, ValueError, OverflowError)


def check_templates(form: Form) -> Iterator[Diagnostic]:
    """Yield what is wrong with the templates that stand in the document of a form."""
    return _Checker(form).form()


@dataclass(slots=True)
class _Uses:
    """What one template uses."""

    problem: str = ""
    names: set[str] = field(default_factory=set)
    filters: set[str] = field(default_factory=set)
    tests: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    """Measures named in text: measures('total')."""

    attributes: set[tuple[str, str]] = field(default_factory=set)
    """Name and attribute: total.present."""

    stored: dict[str, bool] = field(default_factory=dict)
    """Names that the template sets itself; true for those that are measures."""

    yields_measures: bool = False
    """Whether it is an expression for a list of measures."""

    scoped: bool = False


class _Checker:
    """Goes through one form; each text is parsed once."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._environment = ImmutableSandboxedEnvironment()
        self._filters = set(self._environment.filters) - WITHHELD_FILTERS
        self._environment.filters.update(dict.fromkeys(FILTERS, str))
        self._names = NAMES | set(self._environment.globals) - WITHHELD_NAMES
        self._read: dict[tuple[str, bool], _Uses] = {}
        self._tables: dict[str, Local] = {}

    def form(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with all templates."""
        form = self._form
        for template in (*form.cover, *form.closing):
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

    def _phrase(self, name: str, phrase: Template | Situations) -> Iterator[Diagnostic]:
        templates = (phrase,) if isinstance(phrase, Template) else phrase.templates.values()
        if name in (PREPARER, ROUNDING, UNIT):
            # Tables bring the first and the last along; what they do not replace is looked at here.
            for template in templates:
                yield from self._text(template, {})
        else:
            for template in templates:
                yield from self._text(template, dict.fromkeys(PHRASE_NAMES, False), self._filters)

    def _section(self, section: Section) -> Iterator[Diagnostic]:
        yield from self._text(section.title, {})
        yield from self._expression(section.when, {})
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
        for below in (*block.items, *block.blocks):
            yield from self._block(below, local)
        if block.table:
            before = self._tables.get(block.table, local)
            # A table that stands in several places sees what there is in all of them.
            self._tables[block.table] = {k: v and before[k] for k, v in local.items() if k in before}

    def _inside(self, each: Template | None, name: str, outer: Local) -> Local:
        return {**outer, name: self._uses(each, expression=True).yields_measures} if each else outer

    def _table(self, table: Table, local: Local) -> Iterator[Diagnostic]:
        # Only a layout is about the thing that it is repeated for.
        local = local if table.layout else {}
        for template in (table.title, table.preparer, table.unit, table.empty, *table.notes):
            yield from self._text(template, local)
        for row in table.layout:
            yield from self._layout_row(row, local)
        for side in table.sides:
            yield from self._text(side.total, {})
            yield from self._heads(side.columns)
            for line in side.rows:
                names = LABEL_NAMES if not isinstance(line, FixedRow) else ()
                yield from self._text(line.label, dict.fromkeys(names, False))

    def _heads(self, columns: Iterable[Column]) -> Iterator[Diagnostic]:
        for column in columns:
            yield from self._text(column.head, {})
            yield from self._heads(column.columns)

    def _layout_row(self, row: LayoutRow, outer: Local) -> Iterator[Diagnostic]:
        yield from self._expression(row.each, outer)
        local = self._inside(row.each, row.name, outer)
        for cell in row.cells:
            yield from self._text(cell.text, local)

    # One template.

    def _text(
        self, template: Template | None, local: Local, filters: Iterable[str] | None = None
    ) -> Iterator[Diagnostic]:
        if template is not None and ("{{" in template.source or "{%" in template.source):
            yield from self._judge(template, self._uses(template, expression=False), local, filters)

    def _expression(self, template: Template | None, local: Local) -> Iterator[Diagnostic]:
        if template is not None:
            yield from self._judge(template, self._uses(template, expression=True), local, None)

    def _judge(
        self, template: Template, uses: _Uses, local: Local, filters: Iterable[str] | None
    ) -> Iterator[Diagnostic]:
        span, form = template.span, self._form
        if uses.problem:
            yield TEMPLATE_SYNTAX.at(span, problem=uses.problem)
        names = self._names | form.measures.keys() | local.keys()
        for name in sorted(uses.names - names):
            yield UNKNOWN_WORD.at(span, name=name, nearest=nearest(name, names))
        known = set(self._filters | FILTERS if filters is None else filters)
        for name in sorted((uses.filters - known) | (uses.tests - set(self._environment.tests))):
            yield UNKNOWN_FILTER.at(span, name=name, nearest=nearest(name, known))
        for name in sorted(uses.measures - form.measures.keys()):
            yield unknown("measures", name, form.measures, span)
        for name in sorted(uses.phrases - form.phrases.keys()):
            yield unknown("phrases", name, form.phrases, span)
        measures = {**dict.fromkeys(form.measures, True), **local, **uses.stored}
        for owner, name in sorted(uses.attributes):
            if measures.get(owner) and name not in ATTRIBUTES:
                yield UNKNOWN_ATTRIBUTE.at(span, measure=owner, name=name, nearest=nearest(name, ATTRIBUTES))

    def _uses(self, template: Template, *, expression: bool) -> _Uses:
        key = (template.source, expression)
        if key not in self._read:
            self._read[key] = self._parsed(template.source, self._parse_expression if expression else self._parse)
        return self._read[key]

    def _parsed(self, source: str, parse: Callable[[str], nodes.Node]) -> _Uses:
        uses = _Uses()
        try:
            tree = parse(source)
            _collect(tree, uses)
            uses.yields_measures = _yields_measures(tree)
            if uses.scoped and isinstance(tree, nodes.Template) and uses.filters <= self._environment.filters.keys():
                # Exact about scopes, and slow: only for templates that set names.
                uses.names = meta.find_undeclared_variables(tree)
            else:
                uses.names -= uses.stored.keys()
        except _UNREADABLE as error:
            return _Uses(problem=getattr(error, "message", None) or type(error).__name__)
        return uses

    def _parse(self, source: str) -> nodes.Node:
        return self._environment.parse(source)

    def _parse_expression(self, source: str) -> nodes.Node:
        # As `Environment.compile_expression` does it.
        parser = Parser(self._environment, source, state="variable")
        tree = parser.parse_expression()
        if not parser.stream.eos:
            raise TemplateSyntaxError("chunk after expression", parser.stream.current.lineno)
        return tree


def _collect(node: nodes.Node, uses: _Uses) -> None:
    """Note what a part of a template uses."""
    match node:
        case nodes.Name(name=name, ctx="load"):
            uses.names.add(name)
        case nodes.Filter(name=name):
            uses.filters.add(name)
            if name in PHRASING:
                uses.phrases.update(_texts(node.args[:1]) if node.args or node.kwargs else (name,))
        case nodes.Test(name=name):
            uses.tests.add(name)
        case nodes.Getattr(node=nodes.Name(name=name), attr=attribute):
            uses.attributes.add((name, attribute))
        case nodes.Call(node=nodes.Name(name="measures")):
            uses.measures.update(_texts(node.args))
        case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
            raise TemplateSyntaxError("a template cannot load another one", node.lineno)
        case _:
            _collect_stored(node, uses)
    for child in node.iter_child_nodes():
        _collect(child, uses)


def _collect_stored(node: nodes.Node, uses: _Uses) -> None:
    """Note which names a part of a template sets."""
    match node:
        case nodes.For(target=nodes.Name(name=name)):
            uses.stored[name] = uses.stored.get(name, True) and _yields_measures(node.iter)
        case nodes.Assign(target=nodes.Name(name=name)):
            uses.stored[name] = False
        case nodes.Name(name=name):
            uses.stored.setdefault(name, False)
        case _:
            return
    uses.scoped = True


def _yields_measures(node: nodes.Node) -> bool:
    """Return whether an expression is a list of measures."""
    while isinstance(node, nodes.Filter) and node.name in CHOOSING and node.node is not None:
        node = node.node
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in LISTS_OF_MEASURES


def _texts(arguments: Iterable[nodes.Node]) -> Iterator[str]:
    """Yield the arguments that are plain texts."""
    for argument in arguments:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield argument.value
