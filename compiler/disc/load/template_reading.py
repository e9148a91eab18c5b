"""What the expressions of a template stand for, found without running it: places of the spec, measures.

What cannot be known stands for nothing, and a subscript that cannot be known for any entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from jinja2 import nodes
from msgspec import Struct
from msgspec.structs import replace

from disc.core.span import Span
from disc.core.stages import ADJUSTED_BUDGET, THIS_BUDGET
from disc.load.form import Template
from disc.load.form_words import CHOOSING, READERS
from disc.load.schema_fields import ANY, Place
from disc.load.template_trees import expression_tree, text_tree

# Filters of Jinja2 from a list to some of it, and from a list to one of it.
_KEEPING = CHOOSING | {"list", "sort", "unique", "reverse", "select", "reject", "selectattr", "rejectattr"}
_TAKING = frozenset({"first", "last", "min", "max"})
# Those that name a field of the entries by their first argument; the others by `attribute`.
_BY_ATTRIBUTE = frozenset({"selectattr", "rejectattr", "groupby"})


# Stages of a measure that have reasons of their own in a spec: `general.budget`.
_WITH_REASONS = frozenset({THIS_BUDGET, ADJUSTED_BUDGET})


class SpecPlace(Struct, frozen=True):
    """A place of the spec."""

    place: Place


class NamedMeasure(Struct, frozen=True):
    """A measure of the form."""

    name: str

    stage: str = ""
    """The stage that is told apart by reasons of its own; empty for this year."""


class Branch(Struct, frozen=True):
    """The measures of the members of one level of a tree."""

    dimension: str
    level: int

    stage: str = ""
    """As of a measure."""


class Entry(Struct, frozen=True):
    """A measure that has an entry in the spec, such as a project."""

    place: Place


Thing: TypeAlias = SpecPlace | NamedMeasure | Branch | Entry
"""What an expression can stand for; a list of measures stands for the measures."""

Things: TypeAlias = tuple[Thing, ...]
Scope: TypeAlias = Mapping[str, Things]
"""What names stand for, besides those that every template sees."""


class TemplateReader:
    """Reads templates one by one and keeps what they name."""

    def __init__(self, measures: Iterable[str]) -> None:
        self.places: dict[tuple[Span, Place], None] = {}
        """Every place of the spec that was named, with the template that names it, in order."""

        self.reasons: dict[NamedMeasure | Branch, None] = {}
        """The measures whose reasons were asked for, in order."""

        self.measures: dict[str, None] = {}
        """The names of the measures that were named, in order."""

        self._names: dict[str, Things] = {name: (NamedMeasure(name),) for name in measures}
        self._names |= {"spec": (SpecPlace(()),), "entity": (SpecPlace(("entity",)),)}
        self._scope: dict[str, Things] = {}
        self._span = Span("")

    def text(self, template: Template, scope: Scope) -> None:
        """Read a text with templates in it."""
        if "{{" in template.source or "{%" in template.source:
            self._begin(template, scope)
            self._statements(text_tree(template.source))

    def expression(self, template: Template, scope: Scope) -> Things:
        """Read an expression, and return what it stands for."""
        self._begin(template, scope)
        return self._used(expression_tree(template.source))

    def _begin(self, template: Template, scope: Scope) -> None:
        self._scope, self._span = dict(scope), template.span

    # Statements.

    def _statements(self, node: nodes.Node) -> None:
        match node:
            case nodes.For():
                self._loop(node)
            case nodes.Assign(target=nodes.Name(name=name)):
                self._scope[name] = self._used(node.node)
            case nodes.Expr():
                self._used(node)
            case _:
                for child in node.iter_child_nodes():
                    self._statements(child)

    def _loop(self, node: nodes.For) -> None:
        things = entries(self._used(node.iter))
        before = dict(self._scope)
        for name in node.target.find_all(nodes.Name):
            self._scope[name.name] = ()
        if isinstance(node.target, nodes.Name):
            self._scope[node.target.name] = things
        for below in (*([node.test] if node.test else ()), *node.body):
            self._statements(below)
        self._scope = before
        for below in node.else_:
            self._statements(below)

    # Expressions.

    def _used(self, node: nodes.Node | None) -> Things:
        """Return what an expression stands for, and note the places that it names."""
        things = () if node is None else self._things(node)
        self._note(things)
        return things

    def _note(self, things: Things) -> None:
        for thing in things:
            match thing:
                case SpecPlace(place) if place:
                    self.places[self._span, place] = None
                case NamedMeasure(name):
                    self.measures[name] = None
                case _:
                    pass

    def _things(self, node: nodes.Node) -> Things:
        """Return what an expression stands for; places inside it are noted, its own are not."""
        things: Things = ()
        match node:
            case nodes.Name(name=name):
                things = self._scope.get(name, self._names.get(name, ()))
            case nodes.Getattr(node=inner, attr=name):
                things = self._attribute(self._things(inner), name)
            case nodes.Getitem(node=inner, arg=index):
                self._used(index)
                things = _below(self._things(inner), _text(index) or ANY)
            case nodes.Filter(node=nodes.Expr()):
                things = self._filtered(node)
            case nodes.Call():
                things = self._called(node)
            case nodes.And(left=one, right=other) | nodes.Or(left=one, right=other):
                things = self._things(one) + self._things(other)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self._used(test)
                things = self._things(one) + (() if other is None else self._things(other))
            case nodes.List(items=items) | nodes.Tuple(items=items):
                things = tuple(t for item in items for t in self._used(item) if not isinstance(t, SpecPlace))
            case _:
                for child in node.iter_child_nodes():
                    self._statements(child)
        return things

    def _attribute(self, things: Things, name: str) -> Things:
        measures = tuple(thing for thing in things if not isinstance(thing, SpecPlace))
        self._note(measures)
        if len(measures) == len(things):
            self._through(name, measures)
        return tuple(found for thing in things for found in _attribute(thing, name))

    def _through(self, name: str, things: Things) -> None:
        """Note what the compiler reads of the spec for a word of the form language, and whose reasons it tells."""
        if place := READERS.get(name):
            self.places[self._span, tuple(place.split("."))] = None
        if READERS.get(name) == READERS["because"]:
            told = (t for t in things if isinstance(t, NamedMeasure | Branch))
            self.reasons.update(dict.fromkeys(told))

    def _filtered(self, node: nodes.Filter) -> Things:
        things, arguments = self._used(node.node), self._arguments(node)
        self._through(node.name, things)
        attribute = _text(arguments.get("attribute") or (arguments.get(0) if node.name in _BY_ATTRIBUTE else None))
        held = _below(entries(things), *attribute.split(".")) if attribute else ()
        self._note(held)
        if node.name in _KEEPING:
            return things
        if node.name in _TAKING:
            return entries(things)
        if node.name == "default":
            return things + self._used(arguments.get(0))
        return held if node.name == "map" else ()

    def _called(self, node: nodes.Call) -> Things:
        arguments = self._arguments(node)
        first, text = arguments.get(0), _text(arguments.get(0))
        match node.node:
            case nodes.Name(name="measures"):
                return tuple(NamedMeasure(name) for name in map(_text, node.args) if name)
            case nodes.Name(name="branches"):
                level = arguments.get(1) or arguments.get("level")
                return (Branch(text, level.value if isinstance(level, nodes.Const) else 0),)
            case nodes.Name(name="projects"):
                return (Entry(("projects", ANY)),)
            case nodes.Name(name="count"):
                place = tuple(text.split(".")) if text else ()
                having = [key for key in arguments if isinstance(key, str) and key != "unit" and place]
                self._note((SpecPlace(place), *(SpecPlace((*place, ANY, key)) for key in having)))
            case nodes.Name(name=name):
                self._through(name, self._used(first))
            case method:
                # it.of(fiscal) is about the same thing as `it`.
                return self._used(method)
        return ()

    def _arguments(self, node: nodes.Call | nodes.Filter) -> dict[int | str, nodes.Expr]:
        """Return the arguments by number and name, after noting the places that they name."""
        arguments: dict[int | str, nodes.Expr] = dict(enumerate(node.args))
        arguments.update((each.key, each.value) for each in node.kwargs if isinstance(each, nodes.Keyword))
        for argument in arguments.values():
            self._used(argument)
        return arguments


def entries(things: Things) -> Things:
    """Return what the entries of lists stand for."""
    return tuple(SpecPlace((*thing.place, ANY)) if isinstance(thing, SpecPlace) else thing for thing in things)


def _below(things: Iterable[Thing], *steps: str) -> Things:
    """Return what a subscript stands for: of a place what is below it, of measures one of them."""
    return tuple(SpecPlace((*thing.place, *steps)) if isinstance(thing, SpecPlace) else thing for thing in things)


def _attribute(thing: Thing, name: str) -> Iterator[Thing]:
    match thing:
        case SpecPlace(place):
            yield SpecPlace((*place, name))
        case Entry(place) if name == "spec":
            yield SpecPlace(place)
        case Entry(place) if name == "title":
            yield SpecPlace((*place, "name"))
        case NamedMeasure() | Branch() if name in _WITH_REASONS:
            yield replace(thing, stage=name)
        case _ if name == "of":
            yield thing
        case _:
            return


def _text(node: nodes.Node | None) -> str:
    """Return the text that an expression is, or nothing."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""
