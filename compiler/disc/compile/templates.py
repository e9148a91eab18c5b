"""Runs the sentence templates of forms: sandboxed, strict, each compiled once.

Only forms contain templates; what an author writes is never run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import CodeType, MappingProxyType
from typing import Any, TypeVar

import jinja2
from jinja2 import Undefined, nodes

from disc.compile.codes import Codes
from disc.compile.joining import one_line
from disc.compile.sandbox import Environment, Missing, MisuseError, Names
from disc.compile.shown import Quantified, Shown
from disc.core.diagnostic import Words
from disc.load.failures import FAILURES
from disc.load.form import Template
from disc.load.form_words import WITHHELD_FILTERS, WITHHELD_NAMES
from disc.load.template_trees import expression_tree, text_tree

T = TypeVar("T")


class FormError(Exception):
    """A template of a form cannot be run; the spec is not to blame."""

    def __init__(self, template: Template, problem: Words) -> None:
        super().__init__(f"{template.span}: {problem.en}")
        self.template = template
        self.problem = problem


NOTHING: Mapping[str, Any] = MappingProxyType({})
"""No names."""


# No text can contain it: control characters are refused.
_BETWEEN = "\0"

_QUANTITIES = "Measure", "Past", "Shown"
"""The types of what stands for a number."""

_VALUE = "_value"
"""The name that the compiled template of an expression sets."""


def _nothing(_: str) -> None:
    """There are no more names."""


class Templates:
    """Compiled templates and expressions of one form."""

    def __init__(self, filters: Mapping[str, Callable[..., Any]], codes: Codes | None = None) -> None:
        """Begin.

        Args:
            filters: what templates may use besides Jinja2's own filters.
            codes: what templates were compiled to before.
        """
        self.codes = codes or Codes()
        # What comes out is plain text: the emitters escape it, each in its own way.
        self._environment = Environment(undefined=Missing, autoescape=False, finalize=_sayable)
        for name in WITHHELD_FILTERS:
            del self._environment.filters[name]
        for name in WITHHELD_NAMES:
            del self._environment.globals[name]
        self._environment.filters.update(filters)
        self._compiled: dict[tuple[str, ...], jinja2.Template] = {}
        self._expressions: dict[str, jinja2.Template] = {}
        self._shared: dict[tuple[str, str], Any] = {}
        self._no_names = self.names({})

    def shared(self, what: str, name: str, make: Callable[[], T]) -> T:
        """Return what is the same for all specs of the form, made when it is first asked for."""
        key = what, name
        if key not in self._shared:
            self._shared[key] = make()
        made: T = self._shared[key]
        return made

    def names(self, names: Mapping[str, Any], more: Callable[[str], object] = _nothing) -> Names:
        """Return what templates see that can use these names, and those that stand for something that is not None."""
        seen = Names(self._environment, dict(names), None, {})
        seen.more = more
        return seen

    def render(self, template: Template, names: Names, local: Mapping[str, Any] = NOTHING) -> str:
        """Return the text of a template on one line, words joined as Chinese joins them.

        Args:
            template: the template.
            names: what all templates see.
            local: what this one sees besides.

        Raises:
            FormError: the template is wrong, or asks for something that is not there.
        """
        source = template.source
        if not _is_run(source):
            return one_line(source)
        try:
            # What has no statements sets no names.
            seen = names.also(local) if local or "{%" in source else names
            return one_line("".join(self._compile((source,)).root_render_func(seen)))
        except FAILURES as error:
            raise FormError(template, _problem(error)) from error

    def phrase(self, template: Template, words: Mapping[str, str | int]) -> str | None:
        """Return the text of a template that asks for nothing but some words, the same in all documents of the form.

        None if it asks for more.

        Raises:
            FormError: the template is wrong.
        """
        if not self.shared("asks", template.source, lambda: _names_in(template)) <= words.keys():
            return None
        key = "\0".join((template.source, *map(str, words.values())))
        return self.shared("phrase", key, lambda: self.render(template, self._no_names, words))

    def render_all(self, templates: Sequence[Template], names: Names, local: Mapping[str, Any] = NOTHING) -> str:
        """Return the texts of several templates, each as `render` does, run as one; `apart` takes them apart.

        Raises:
            FormError: one of the templates is wrong, or asks for something that is not there.
        """
        sources = tuple(template.source for template in templates)
        try:
            return "".join(self._compile(sources).root_render_func(names.also(local)))
        except FAILURES:
            # Alone, the one that is wrong says so.
            return _BETWEEN.join([self.render(template, names, local) for template in templates])

    def evaluate(self, expression: Template, names: Names, local: Mapping[str, Any] = NOTHING) -> Any:  # noqa: ANN401 - whatever it is
        """Return the value of an expression; what is not there is None.

        Raises:
            FormError: the expression is wrong.
        """
        try:
            seen = names.also(local)
            deque(self._compile_expression(expression.source).root_render_func(seen), maxlen=0)
            value = seen.vars[_VALUE]
            return None if isinstance(value, Undefined) else value
        except FAILURES as error:
            raise FormError(expression, _problem(error)) from error

    def reads(self, expression: Template) -> frozenset[str]:
        """Return the names that an expression asks for."""
        return self.shared("reads", expression.source, lambda: _names_in(expression, expression_tree))

    def _compile(self, sources: tuple[str, ...]) -> jinja2.Template:
        """Return the compiled template of a text, or of several with a character between them that is in none."""
        compiled = self._compiled.get(sources)
        if compiled is None:
            compiled = self._compiled[sources] = self._made(("text", *sources), lambda: _tree(sources))
        return compiled

    def _compile_expression(self, source: str) -> jinja2.Template:
        compiled = self._expressions.get(source)
        if compiled is None:
            compiled = self._expressions[source] = self._made(("expression", source), lambda: _setting(source))
        return compiled

    def _made(self, key: tuple[str, ...], tree: Callable[[], nodes.Template]) -> jinja2.Template:
        code = self.codes.get(key) or self.codes.add(key, self._code(tree()))
        return jinja2.Template.from_code(self._environment, code, self._environment.make_globals(None))

    def _code(self, tree: nodes.Template) -> CodeType:
        tree.set_environment(self._environment)
        return self._environment.compile(tree)

    def say(self, expression: Template, value: object) -> str:
        """Return the text of a value that an expression gave.

        Raises:
            FormError: no text can be made of it.
        """
        try:
            return str(_sayable(value))
        except FAILURES as error:
            raise FormError(expression, _problem(error)) from error


def _names_in(template: Template, parse: Callable[[str], nodes.Node] = text_tree) -> frozenset[str]:
    try:
        return frozenset(name.name for name in parse(template.source).find_all(nodes.Name))
    except FAILURES as error:
        raise FormError(template, _problem(error)) from error


def plain(template: Template) -> str | None:
    """Return the text of a template that is nothing but words; None for any other."""
    return None if "{" in template.source else one_line(template.source)


def _is_run(source: str) -> bool:
    return "{{" in source or "{%" in source


def _tree(sources: tuple[str, ...]) -> nodes.Template:
    return text_tree(*sources) if len(sources) == 1 else _in_one(sources)


def _setting(source: str) -> nodes.Template:
    """Return the tree of a template that sets a name to the value of an expression."""
    return nodes.Template([nodes.Assign(nodes.Name(_VALUE, "store"), expression_tree(source), lineno=1)], lineno=1)


def _in_one(sources: Iterable[str]) -> nodes.Template:
    """Return the tree of several texts, in their order."""
    between = nodes.Output([nodes.TemplateData(_BETWEEN)], lineno=1)
    return nodes.Template([node for source in sources for node in (between, *_alone(source))][1:], lineno=1)


def _alone(source: str) -> list[nodes.Node]:
    """Return what a text consists of, so that no other text sees a name that this one sets."""
    if not _is_run(source):
        return [nodes.Output([nodes.TemplateData(source)], lineno=1)]
    body = text_tree(source).body
    return body if all(isinstance(node, nodes.Output) for node in body) else [nodes.Scope(body, lineno=1)]


def _problem(error: Exception) -> Words:
    """Return what is told of what running a template raised."""
    said = str(error)
    match error:
        case MisuseError():
            return error.words
        case TypeError():
            return _misfit(said)
        case ZeroDivisionError():
            return Words("除数是零", "division by zero")
        case KeyError():
            return Words(f"没有 {said}", f"there is no {said}")
        case AttributeError():
            return Words(f"过滤器或函数用错了对象：{said}", f"a filter or function is used on the wrong thing: {said}")
        case _:
            return Words(said, said)


def _misfit(said: str) -> Words:
    """Return what is told of values that an operator, a filter or a function cannot take, given what Python says."""
    if any(f"'{kind}'" in said for kind in _QUANTITIES):
        return Words(
            "指标和数不能这样计算或比较：合计用 sum 的指标或过滤器 total，占比用 share，增减用 compared",
            "numbers are not calculated with here: a measure with `sum` or the filter total adds, share and"
            " compared do the rest",
        )
    if any(words in said for words in _OF_OPERATORS):
        return Words(
            "文字不能计算或比较大小，写成文字的数（.number）也不能：连接文字用 ~，判断增减用 compared",
            "text is neither calculated with nor ordered, nor are numbers as text (.number): ~ joins texts, and"
            " compared tells of rise and fall",
        )
    if "argument" in said:
        return Words(f"函数或过滤器后面括号里写得不对：{said}", f"a function or filter is called wrongly: {said}")
    return Words(said, said)


_OF_OPERATORS = ("operand type", "not supported between", "can only concatenate")
"""What Python says of values that an operator cannot take."""

_SAYABLE = (str, int, Undefined, Shown, Quantified)
_KINDS = {"list": "列表", "tuple": "列表", "Node": "一组字段或列表", "bool": "true 和 false", "NoneType": "空值"}


def _sayable(value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    """Return a value that can stand in a sentence.

    Raises:
        TemplateRuntimeError: it is neither words, a count nor a figure.
    """
    if type(value) is str or (isinstance(value, _SAYABLE) and not isinstance(value, bool)):
        return value
    kind = type(value).__name__
    raise MisuseError(f"{_KINDS.get(kind, kind)}不能写进句子", f"{kind} cannot stand in a sentence")


def apart(text: str) -> list[str]:
    """Return the texts of several templates that were run as one, each on one line."""
    texts = text.split(_BETWEEN)
    return list(map(one_line, texts)) if "\n" in text else list(map(str.strip, texts))
