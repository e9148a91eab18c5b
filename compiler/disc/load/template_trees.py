"""Syntax trees of templates: each text is parsed once, for all who look at it and for the compiler that runs it."""

from __future__ import annotations

from functools import cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from disc.load.form_words import FILTERS

_ENVIRONMENT = ImmutableSandboxedEnvironment()
_ENVIRONMENT.filters.update(dict.fromkeys(FILTERS, str))


@cache
def text_tree(source: str) -> nodes.Template:
    """Return the tree of a text with templates in it.

    Raises:
        jinja2.TemplateSyntaxError: it is none.
        RecursionError: it is nested too deeply.
    """
    return _ENVIRONMENT.parse(source)


@cache
def expression_tree(source: str) -> nodes.Expr:
    """Return the tree of an expression.

    Raises:
        jinja2.TemplateSyntaxError: it is none.
        RecursionError: it is nested too deeply.
    """
    # As `Environment.compile_expression` does it.
    parser = Parser(_ENVIRONMENT, source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError("chunk after expression", parser.stream.current.lineno)
    tree.set_environment(_ENVIRONMENT)
    return tree
