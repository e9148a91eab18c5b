"""Figures as templates see them: digits and unit as text, and in conditions whether they are anything but zero."""

from __future__ import annotations

from typing import ClassVar

from jinja2 import TemplateRuntimeError
from msgspec import Struct

from disc.compile.book import Book, Missing, digits
from disc.core.document import Number
from disc.core.figure import Figure, nothing
from disc.load.form import Display


class Shown(Struct, frozen=True):
    """A figure in a sentence. As text it is digits and unit; it is true unless it is displayed as zero."""

    VOCABULARY: ClassVar = frozenset({"number"})
    """What templates can ask for."""

    book: Book
    figure: Figure
    display: Display
    absolute: bool = False
    """Whether the sign is left to the words around it: 减少76.43万元."""

    @property
    def number(self) -> str:
        """The digits alone, for cells."""
        return self.book.mark(self.figure, digits(self.figure, self.display, absolute=self.absolute))

    @property
    def inline(self) -> Number:
        """The figure in a sentence, outside of any template."""
        return Number(self.book.enter(self.figure), self._text)

    @property
    def _text(self) -> str:
        return digits(self.figure, self.display, absolute=self.absolute) + self.figure.unit.name

    def __str__(self) -> str:
        return self.book.mark(self.figure, self._text)

    def __bool__(self) -> bool:
        return not self.figure.shown.is_zero()


class NoFigureError(TemplateRuntimeError):
    """A template writes a measure that has no figure."""

    def __init__(self, id: str, why: Figure | Missing) -> None:
        super().__init__(f"the measure {id} has no figure here")
        self.id = id
        self.why = why


class Quantified:
    """What has a figure in one stage, or none."""

    __slots__ = ()

    id: str
    _book: Book
    _display: Display

    @property
    def this(self) -> Figure | Missing:
        """The figure, or why there is none."""
        raise NotImplementedError

    @property
    def present(self) -> bool:
        """Whether anything was stated, be it zero."""
        return isinstance(self.this, Figure)

    @property
    def absent(self) -> bool:
        """Whether nothing was stated."""
        return not self.present

    @property
    def shown(self) -> Shown:
        """The figure in a sentence.

        Raises:
            NoFigureError: there is none; the form must ask `present` first, or the spec state it.
        """
        found = self.this
        if (figure := written(found, self._display)) is None:
            raise NoFigureError(self.id, found)
        return Shown(self._book, figure, self._display)

    @property
    def number(self) -> str:
        """The digits of the figure, or nothing: for cells."""
        figure = written(self.this, self._display)
        return Shown(self._book, figure, self._display).number if figure else ""

    def __str__(self) -> str:
        return str(self.shown)

    def __bool__(self) -> bool:
        return self.present


def written(found: Figure | Missing, display: Display) -> Figure | None:
    """Return the figure that is written: what was found, or nothing as a number where the form writes one for it."""
    if isinstance(found, Figure):
        return found
    return nothing(display.unit, display.decimals) if found is Missing.ABSENT and display.absent is not None else None
