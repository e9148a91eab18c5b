"""Writes the sentences of one document: templates in, words and numbers out.

In what an author wrote, ``{name}`` stands for the figure of a measure, so that no derived number is ever typed; in a
department ``{name@unit}`` for the part of one unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from disc.compile.book import Book, inlines
from disc.compile.shown import Quantified, Shown
from disc.compile.templates import NOTHING, FormError, T, Templates, apart
from disc.compile.vocabulary import Vocabulary
from disc.core.diagnostic import Words
from disc.core.document import Inline
from disc.core.figure import Figure
from disc.load.form import Display, Template
from disc.load.spec import REFERENCE
from disc.load.spec_reader import Case

_CHANGED = Words(
    "过滤器改动了数的文字，只有 disc 的过滤器可以", "a filter changed the text of a figure; only filters of disc may"
)


class Writer:
    """Runs the form's templates over one spec, with numbers written in one way."""

    def __init__(self, case: Case, book: Book, templates: Templates, display: Display) -> None:
        self.vocabulary = Vocabulary(case, book, templates, display)
        self._book = book
        self._templates = templates
        self._held: dict[str, bool] = {}
        self._said: dict[str, str] = {}
        self._names = templates.names(self.vocabulary.context(), self.vocabulary.measure)

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
        if template is None:
            return ""
        if local:
            return self._whole(template, self._templates.render(template, self._names, local))
        # All that it sees is the same all over the document, and headings stand in several places.
        said = self._said.get(template.source)
        if said is None:
            said = self._whole(template, self._templates.render(template, self._names))
            self._said[template.source] = said
        return said

    def phrase(self, template: Template, words: Mapping[str, str | int]) -> str:
        """Return the marked text of a template about some words; few such templates ask for anything else.

        Raises:
            FormError: the template cannot be run.
        """
        text = self._templates.phrase(template, words)
        return self.text(template, words) if text is None else self._whole(template, text)

    def texts(self, templates: Sequence[Template], local: Mapping[str, Any] = NOTHING) -> list[str]:
        """Return the marked texts of several templates, run together.

        Raises:
            FormError: one of the templates cannot be run.
        """
        if not templates:
            return []
        text = self._templates.render_all(templates, self._names, local)
        if not self._book.keeps(text):
            # Alone, the one that is wrong says so.
            return [self.text(template, local) for template in templates]
        return apart(self.resolved(text))

    def shared(self, what: str, name: str, make: Callable[[], T]) -> T:
        """Return what is the same for all specs of the form, made when it is first asked for."""
        return self._templates.shared(what, name, make)

    def _whole(self, template: Template, text: str) -> str:
        if not self._book.keeps(text):
            raise FormError(template, _CHANGED)
        return self.resolved(text)

    def resolved(self, text: str) -> str:
        """Return text in which references to measures are replaced by their figures."""
        return REFERENCE.sub(self._figure, text) if "{" in text else text

    def _figure(self, match: re.Match[str]) -> str:
        name, unit = match[1], match[2]
        measure = self.vocabulary.measure_of(name, unit) if unit else self.vocabulary.measure(name)
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
            source = expression.source
            raise FormError(expression, Words(f"{source} 不是列表", f"{source} is not a list"))
        yield from value or ()

    def holds(self, when: Template | None, local: Mapping[str, Any]) -> bool:
        """Return whether a condition holds; none always does.

        Raises:
            FormError: the condition is wrong.
        """
        if when is None:
            return True
        if local and not self._templates.reads(when).isdisjoint(local):
            return bool(self.value(when, local))
        # What is not about the thing at hand is the same for all things.
        held = self._held.get(when.source)
        if held is None:
            held = self._held[when.source] = bool(self.value(when, local))
        return held


class Writers:
    """The writers of one document: one for each way of writing numbers, made when it is first asked for."""

    def __init__(self, case: Case, book: Book, templates: Templates) -> None:
        self._make = partial(Writer, case, book, templates)
        self._made: dict[Display, Writer] = {}
        # The form holds its displays as long as there are writers, and they are asked for at every step.
        self._known: dict[int, Writer] = {}

    def __getitem__(self, display: Display) -> Writer:
        writer = self._known.get(id(display))
        if writer is None:
            if display not in self._made:
                self._made[display] = self._make(display)
            writer = self._known[id(display)] = self._made[display]
        return writer

    def __iter__(self) -> Iterator[Writer]:
        return iter(self._made.values())

    def named(self) -> Iterator[tuple[Figure, str]]:
        """Yield the figures of the form's measures that were asked for, each with the measure's title."""
        for writer in self:
            yield from writer.vocabulary.named()
