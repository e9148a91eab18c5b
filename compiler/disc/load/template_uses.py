"""What one template uses: names, filters, attributes, and what it names in text, read from its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct, field

from disc.core.diagnostic import Words
from disc.load.form import Template
from disc.load.form_words import CHOOSING, FILTERS, LISTS_OF_MEASURES, PHRASING, WITHHELD_FILTERS, WITHHELD_NAMES
from disc.load.template_problems import problem
from disc.load.template_trees import expression_tree, text_tree

# What a deeply nested or oversized template makes the parser raise.
_UNREADABLE = (TemplateError, RecursionError, ValueError, OverflowError)


class Uses(Struct):
    """What one template uses."""

    problem: Words | None = None
    """Why it cannot be understood; None: it can."""

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


class TemplateReader:
    """Reads the templates of one form."""

    def __init__(self) -> None:
        self._environment = ImmutableSandboxedEnvironment()
        self._read: dict[tuple[str, bool], Uses] = {}
        self.filters = frozenset(self._environment.filters) - WITHHELD_FILTERS
        """The filters of Jinja2 that forms can use."""

        self.tests = frozenset(self._environment.tests)
        self.names = frozenset(self._environment.globals) - WITHHELD_NAMES
        """The names of Jinja2 that forms can use."""

        self._environment.filters.update(dict.fromkeys(FILTERS, str))

    def uses(self, template: Template, *, expression: bool) -> Uses:
        """Return what a template uses, or an expression."""
        key = (template.source, expression)
        if key not in self._read:
            self._read[key] = self._parsed(template.source, expression=expression)
        return self._read[key]

    def _parsed(self, source: str, *, expression: bool) -> Uses:
        uses = Uses()
        try:
            tree: nodes.Node = expression_tree(source) if expression else text_tree(source)
            _collect(tree, uses)
            uses.yields_measures = _yields_measures(tree)
            if uses.scoped and isinstance(tree, nodes.Template) and uses.filters <= self._environment.filters.keys():
                # Exact about scopes, and slow: only for templates that set names.
                uses.names = meta.find_undeclared_variables(tree)
            else:
                uses.names -= uses.stored.keys()
        except _UNREADABLE as error:
            said = getattr(error, "message", None) or type(error).__name__
            return Uses(problem=problem(source, said, expression=expression))
        return uses


def _collect(node: nodes.Node, uses: Uses) -> None:
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
        case nodes.Getitem(node=nodes.Name(name=name), arg=nodes.Const(value=str(attribute))):
            uses.attributes.add((name, attribute))
        case nodes.Call(node=nodes.Name(name="measures")):
            uses.measures.update(_texts(node.args))
        case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
            raise TemplateSyntaxError("a template cannot load another one", node.lineno)
        case _:
            _collect_stored(node, uses)
    for child in node.iter_child_nodes():
        _collect(child, uses)


def _collect_stored(node: nodes.Node, uses: Uses) -> None:
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
