"""Runs the sentence templates of forms: sandboxed, strict, each compiled once.

Only forms contain templates; what an author writes is never run.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import StrictUndefined, TemplateError, TemplateRuntimeError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from disc.compile.shown import Quantified, Shown
from disc.load.form import Template
from disc.load.form_words import WITHHELD_FILTERS, WITHHELD_NAMES
from disc.load.template_trees import expression_tree, text_tree


class Missing(StrictUndefined):
    """A field that the spec does not state: false in conditions, and still an error in sentences."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> Missing:  # type: ignore[override]
        return self


class FormError(Exception):
    """A template of a form cannot be run; the spec is not to blame."""

    def __init__(self, template: Template, problem: str) -> None:
        super().__init__(f"{template.span}: {problem}")
        self.template = template
        self.problem = problem


_FAILURES = (
    TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
)
"""All that running a template can raise, whatever stands in it."""


_PADDING = frozenset({"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs"})
"""Methods of texts that make them as long as one likes."""


NOTHING: Mapping[str, Any] = MappingProxyType({})
"""No names."""


class Names(Context):
    """What a run of a template sees. Making one costs little: hundreds of sentences see the same two hundred names."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return what a name stands for; Jinja2's own names are looked up, not copied for every sentence."""
        for names in (self.vars, self.parent, self.environment.globals):
            if key in names:
                return names[key]
        return missing

    def also(self, names: Mapping[str, Any]) -> Names:
        """Return what another run sees: these names, and all others that this one sees."""
        seen = Names.__new__(Names)
        seen.environment, seen.eval_ctx, seen.name = self.environment, self.eval_ctx, self.name
        seen.parent, seen.vars = self.parent, {**self.vars, **names}
        seen.exported_vars, seen.globals_keys, seen.blocks = set(), set(), {}
        return seen


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which the values of disc show only the attributes that forms may ask for."""

    context_class = Names
    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - whatever it is
        """Multiply and divide counts; a form neither repeats and pads texts nor fills the memory."""
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"{operator} is only for counts" if operator != "**" else "forms have no **")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return an attribute; of a value of disc only what is in its vocabulary, without further questions."""
        words: Container[str] | None = getattr(type(obj), "VOCABULARY", None)
        if words is None:
            return super().getattr(obj, attribute)
        if attribute in words:
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return self.unsafe_undefined(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, str) and attr in _PADDING:
            return False
        words: Container[str] | None = getattr(type(obj), "VOCABULARY", None)
        return super().is_safe_attribute(obj, attr, value) if words is None else attr in words


_VALUE = "_value"
"""The name that the compiled template of an expression sets."""


class Templates:
    """Compiled templates and expressions of one form."""

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        # What comes out is plain text: the emitters escape it, each in its own way.
        self._environment = _Environment(undefined=Missing, autoescape=False, finalize=_sayable)
        for name in WITHHELD_FILTERS:
            del self._environment.filters[name]
        for name in WITHHELD_NAMES:
            del self._environment.globals[name]
        self._environment.filters.update(filters)
        self._compiled: dict[str, jinja2.Template] = {}
        self._expressions: dict[str, jinja2.Template] = {}

    def names(self, names: Mapping[str, Any]) -> Names:
        """Return what templates see that can use these names."""
        return Names(self._environment, dict(names), None, {})

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
        if "{{" not in source and "{%" not in source:
            return one_line(source)
        try:
            return one_line("".join(self._compile(source).root_render_func(names.also(local))))
        except _FAILURES as error:
            raise FormError(template, str(error)) from error

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
        except _FAILURES as error:
            raise FormError(expression, str(error)) from error

    def _compile(self, source: str) -> jinja2.Template:
        compiled = self._compiled.get(source)
        if compiled is None:
            compiled = self._compiled[source] = self._made(text_tree(source))
        return compiled

    def _compile_expression(self, source: str) -> jinja2.Template:
        compiled = self._expressions.get(source)
        if compiled is None:
            setting = nodes.Assign(nodes.Name(_VALUE, "store"), expression_tree(source), lineno=1)
            compiled = self._expressions[source] = self._made(nodes.Template([setting], lineno=1))
        return compiled

    def _made(self, tree: nodes.Template) -> jinja2.Template:
        tree.set_environment(self._environment)
        return self._environment.from_string(tree)

    def say(self, expression: Template, value: object) -> str:
        """Return the text of a value that an expression gave.

        Raises:
            FormError: no text can be made of it.
        """
        try:
            return str(_sayable(value))
        except _FAILURES as error:
            raise FormError(expression, str(error)) from error


_SAYABLE = (str, int, Undefined, Shown, Quantified)


def _sayable(value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    """Return a value that can stand in a sentence.

    Raises:
        TemplateRuntimeError: it is neither words, a count nor a figure.
    """
    if isinstance(value, _SAYABLE) and not isinstance(value, bool):
        return value
    raise TemplateRuntimeError(f"{type(value).__name__} cannot stand in a sentence")


def one_line(text: str) -> str:
    """Return text with its line breaks taken out: nothing stays between wide characters, a space elsewhere."""
    return join(line.strip() for line in text.splitlines()) if "\n" in text else text.strip()


def join(lines: Iterable[str]) -> str:
    """Return lines as one, as Chinese text is set: no space where a wide character meets the line break."""
    joined = ""
    for line in lines:
        if joined and line and not (_is_wide(joined[-1]) or _is_wide(line[0])):
            joined += " "
        joined += line
    return joined


# Unicode leaves open how wide these are; between Chinese words they are wide (CLREQ).
_MARKS = frozenset("“”‘’…—·")


def _is_wide(character: str) -> bool:
    # Private-use characters mark figures, which stand among Chinese words.
    wide = unicodedata.east_asian_width(character) in "WF" or unicodedata.category(character) == "Co"
    return wide or character in _MARKS
