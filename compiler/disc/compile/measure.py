"""Measures as templates see them: this year's figure, last year's, and the words that follow from the two.

The public attributes are the vocabulary of forms; `schema/forms/README.md` describes each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import TemplateRuntimeError

from disc.compile.book import Book, Missing, digits
from disc.compile.quantity import Facts, Quantity, Selected, Stated, Total
from disc.core import figure as calculate
from disc.core.figure import Figure
from disc.core.ledger import Selection
from disc.core.number import ZERO
from disc.load.form import Display
from disc.load.form_words import ATTRIBUTES

if TYPE_CHECKING:
    from disc.compile.node import Node


@dataclass(frozen=True, slots=True)
class Shown:
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

    def __str__(self) -> str:
        text = digits(self.figure, self.display, absolute=self.absolute)
        return self.book.mark(self.figure, text + self.figure.unit.name)

    def __bool__(self) -> bool:
        return not self.figure.shown.is_zero()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How this year's figure relates to last year's: which phrase fits, and what it can say."""

    VOCABULARY: ClassVar = frozenset({"situation", "amount", "rate"})
    """What templates can ask for."""

    situation: str
    """rise, fall, equal, new (nothing last year), vanished (nothing this year), none (neither year) or unknown."""

    amount: Shown | None = None
    rate: Shown | None = None
    """None where no rate exists or it would read 0.00%."""


class Measure:
    """A quantity with a name, in both years."""

    VOCABULARY = ATTRIBUTES
    """What templates can ask for."""

    def __init__(  # noqa: PLR0913 - what templates can ask of a measure
        self,
        book: Book,
        display: Display,
        quantity: Quantity,
        *,
        id: str,
        title: str,
        code: str = "",
        parents: tuple[Measure, ...] = (),
        purpose: Callable[[], str] = str,
        spec: Node | None = None,
    ) -> None:
        self._book = book
        self._display = display
        self.quantity = quantity
        self.id = id
        self.title = title
        self.code = code
        self.parents = parents
        self._purpose = purpose
        self.spec: Any = spec
        self._this: Figure | Missing | None = None
        self._last: Figure | Missing | None = None

    @property
    def this(self) -> Figure | Missing:
        """This year's figure."""
        if self._this is None:
            self._this = self.quantity.figure(self._book.this, self._display)
        return self._this

    @property
    def last(self) -> Figure | Missing:
        """Last year's figure."""
        if self._last is None:
            account = self._book.last
            self._last = self.quantity.figure(account, self._display) if account else Missing.UNKNOWN
        return self._last

    @property
    def purpose(self) -> str:
        """What the author says it is mainly used for; may be empty."""
        return self._purpose()

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
        """This year's figure in a sentence.

        Raises:
            TemplateRuntimeError: there is none; the form must ask `present` first.
        """
        if not isinstance(self.this, Figure):
            raise TemplateRuntimeError(f"the measure {self.id} has no figure here")
        return Shown(self._book, self.this, self._display)

    @property
    def number(self) -> str:
        """The digits of this year's figure, or nothing: for cells."""
        return self.shown.number if self.present else ""

    def __str__(self) -> str:
        return str(self.shown)

    def __bool__(self) -> bool:
        return self.present

    def of(self, other: Measure) -> Measure:
        """Return the part of this measure that is also part of another.

        Raises:
            TemplateRuntimeError: the other is not money by selection.
        """
        if not isinstance(other.quantity, Selected):
            raise TemplateRuntimeError(f"the measure {other.id} is not a selection")
        quantity = self.quantity.narrowed(other.quantity.selection)
        return Measure(
            self._book, self._display, quantity, id=f"{self.id}.{other.id}", title=self.title, spec=self.spec
        )

    def share(self, whole: Measure) -> Shown | None:
        """Return what percentage this is of a whole, or None where no such number exists."""
        if not isinstance(self.this, Figure) or not isinstance(whole.this, Figure) or whole.this.shown.is_zero():
            return None
        return Shown(self._book, calculate.share(self.this, whole.this), self._display)

    @property
    def comparable(self) -> bool:
        """Whether there is something to compare: a figure in one of the years, and both years known."""
        return self.comparison.situation not in ("unknown", "none")

    @property
    def comparison(self) -> Comparison:
        """How this year's figure relates to last year's, as both are displayed."""
        this, last = self.this, self.last
        if Missing.UNKNOWN in (this, last):
            return Comparison("unknown")
        if isinstance(this, Figure):
            return self._compared(this, last) if isinstance(last, Figure) else self._without_last_year(this)
        if isinstance(last, Figure) and last.shown:
            compared = self._compared(calculate.nothing(last), last)
            return replace(compared, situation="vanished") if compared.situation == "fall" else compared
        return Comparison("none")

    def _without_last_year(self, this: Figure) -> Comparison:
        situation = "new" if this.shown > ZERO else "fall" if this.shown < ZERO else "equal"
        return Comparison(situation, Shown(self._book, this, self._display, absolute=True))

    def _compared(self, this: Figure, last: Figure) -> Comparison:
        changed = calculate.change(this, last)
        if changed.shown.is_zero():
            return Comparison("equal")
        amount = Shown(self._book, changed, self._display, absolute=True)
        situation = "rise" if changed.shown > ZERO else "fall"
        if last.shown.is_zero():
            return Comparison("new" if situation == "rise" else situation, amount)
        if last.shown < ZERO:  # a percentage of a negative number says nothing
            return Comparison(situation, amount)
        rate = Shown(self._book, calculate.rate(changed, last), self._display, absolute=True)
        return Comparison(situation, amount, rate or None)

    @property
    def selection(self) -> Selection:
        """What it selects, as far as it is money by selection; everything for a sum of measures.

        Raises:
            TemplateRuntimeError: it is no money by selection at all.
        """
        match self.quantity:
            case Selected(selection) | Stated(otherwise=Selected(selection)):
                return selection
            case Total():
                return ()
            case Facts():
                raise TemplateRuntimeError(f"the measure {self.id} has no branches and no projects")

    def identity(self) -> int | None:
        """Return the set of lines of a plain selection: measures with the same set are the same money."""
        if not isinstance(self.quantity, Selected):
            return None
        return self._book.this.ledger.select(self.quantity.selection)
