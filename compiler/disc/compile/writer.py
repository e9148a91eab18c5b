"""Writes the sentences of one document: templates in, words and numbers out.

In what an author wrote, ``{name}`` stands for the figure of a measure, so that no derived number is ever typed; in a
department ``{name@unit}`` for the part of one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from disc.compile.book import Book, inlines
from disc.compile.shown import Quantified, Shown
from disc.compile.templates import NOTHING, FormError, Templates
from disc.compile.vocabulary import Vocabulary
from disc.core.document import Inline
from disc.load.form import Display, Template
from disc.load.spec import REFERENCE
from disc.load.spec_reader import Case


class Writer:
    """Runs the form's templates over one spec, with numbers written in one way."""

    def __init__(self, case: Case, book: Book, templates: Templates, display: Display) -> None:
        self.vocabulary = Vocabulary(case, book, templates, display)
        self._book = book
        self._templates = templates
        self._names = templates.names(self.vocabulary.context())

    def inlines(self, template: Template | None, local: Mapping[str, Any] = NOTHING) -> tuple[Inline, ...]:
        """Return the words and numbers of a template; nothing where there is none.

        Raises:
            FormError: the template cannot be run.
        """
        return inlines(self.text(template, local))

    def text(self, template: Template | None, local: Mapping[str, Any] = NOTHING) -> str:
        """Return the marked text of a template.

        Raises:
            FormError: the template cannot be run.
        """
        return self._whole(template, self._templates.render(template, self._names, local)) if template else ""

    def _whole(self, template: Template, text: str) -> str:
        if not self._book.keeps(text):
            raise FormError(template, "a filter changed the text of a figure; only filters of disc may")
        return self.resolved(text)

    def resolved(self, text: str) -> str:
        """Return text in which references to measures are replaced by their figures."""
        return REFERENCE.sub(self._figure, text) if "{" in text else text

    def _figure(self, match: re.Match[str]) -> str:
        measure = self.vocabulary.measure(match[1], unit=match[2] or "")
        return str(measure) if measure is not None and measure.present else match[0]

    def value(self, expression: Template, local: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever it is
        """Return the value of an expression.

        Raises:
            FormError: the expression is wrong.
        """
        return self._templates.evaluate(expression, self._names, local)

    def say(self, expression: Template, local: Mapping[str, Any]) -> str:
        """Return the marked text that an expression gives; nothing where it gives nothing.

        Raises:
            FormError: the expression is wrong, or gives no text.
        """
        value = self.value(expression, local)
        return "" if value is None else self._whole(expression, self._templates.say(expression, value))

    def say_each(self, expression: Template, local: Mapping[str, Any]) -> list[str]:
        """Return the marked texts of a list that an expression gives.

        Raises:
            FormError: the expression is wrong, or gives no texts.
        """
        return [
            self._whole(expression, self._templates.say(expression, value)) for value in self.each(expression, local)
        ]

    def each(self, expression: Template, local: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the things of a list that an expression gives; nothing where it gives nothing.

        Raises:
            FormError: the expression is wrong, or gives no list.
        """
        value = self.value(expression, local)
        if isinstance(value, Quantified | Shown | str | int):
            raise FormError(expression, f"{expression.source} is not a list")
        yield from value or ()

    def holds(self, when: Template | None, local: Mapping[str, Any]) -> bool:
        """Return whether a condition holds; none always does.

        Raises:
            FormError: the condition is wrong.
        """
        return when is None or bool(self.value(when, local))


class Writers:
    """The writers of one document: one for each way of writing numbers, made when it is first asked for."""

    def __init__(self, case: Case, book: Book, templates: Templates) -> None:
        self._make = partial(Writer, case, book, templates)
        self._made: dict[Display, Writer] = {}

    def __getitem__(self, display: Display) -> Writer:
        if display not in self._made:
            self._made[display] = self._make(display)
        return self._made[display]

    def __iter__(self) -> Iterator[Writer]:
        return iter(self._made.values())
