"""Measures as templates see them: this year's figure, last year's, and the words that follow from the two.

The public attributes are the vocabulary of forms; `schema/forms/README.md` describes each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from disc.compile.book import Book, Missing
from disc.compile.comparison import Comparison, comparison
from disc.compile.quantity import Facts, Quantity, Selected, Stated, StatedSum, Total
from disc.compile.sandbox import MisuseError
from disc.compile.shown import Quantified, Shown
from disc.core import figure as calculate
from disc.core.figure import Figure, has_share
from disc.core.selection import Selection
from disc.core.stages import ADJUSTED_BUDGET, LAST_BUDGET, LAST_OUTTURN, THIS_BUDGET, THIS_YEAR
from disc.load.form import Display
from disc.load.form_words import ATTRIBUTES, PAST_ATTRIBUTES

if TYPE_CHECKING:
    from disc.compile.node import Node


class Measure(Quantified):
    """A quantity with a name, in every stage."""

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
        """The measures of the codes above, nearest first."""
        self._purpose = purpose
        self.spec: Any = spec
        self._figures: dict[str, Figure | Missing] = {}
        self._comparisons: dict[str, Comparison] = {}

    def at(self, stage: str) -> Figure | Missing:
        """Return the figure of a stage, or why there is none."""
        found = self._figures.get(stage)
        if found is None:
            account = self._book.account(stage)
            found = self.quantity.figure(account, self._display) if account else Missing.UNKNOWN
            self._figures[stage] = found
        return found

    def known(self) -> list[Figure]:
        """Return its figures that were asked for, of any stage."""
        return [figure for figure in self._figures.values() if isinstance(figure, Figure)]

    @property
    def this(self) -> Figure | Missing:
        """This year's figure, or why there is none."""
        return self.at(THIS_YEAR)

    def past(self, stage: str) -> Past:
        """Return what it was in another stage."""
        return Past(self, stage, self._book, self._display)

    def compared(self, stage: str) -> Comparison:
        """Return how this year's figure relates to that of a stage, as both are displayed."""
        found = self._comparisons.get(stage)
        if found is None:
            found = comparison(self.at(THIS_YEAR), self.at(stage), self._book, self._display)
            self._comparisons[stage] = found
        return found

    @property
    def last_budget(self) -> Past:
        """Last year's budget."""
        return self.past(LAST_BUDGET)

    @property
    def last_outturn(self) -> Past:
        """Last year's outturn."""
        return self.past(LAST_OUTTURN)

    @property
    def budget(self) -> Past:
        """This year's budget, beside its outturn."""
        return self.past(THIS_BUDGET)

    @property
    def adjusted_budget(self) -> Past:
        """This year's budget as it was adjusted."""
        return self.past(ADJUSTED_BUDGET)

    @property
    def purpose(self) -> str:
        """What the author says it is mainly used for; may be empty."""
        return self._purpose()

    def of(self, other: Measure) -> Measure:
        """Return the part of this measure that is also part of another.

        Raises:
            MisuseError: the other is not money by selection.
        """
        if not isinstance(other.quantity, Selected):
            raise MisuseError(f"指标 {other.id} 不是用 select 选取的", f"the measure {other.id} is not a selection")
        quantity = self.quantity.narrowed(other.quantity.selection)
        return Measure(
            self._book, self._display, quantity, id=f"{self.id}.{other.id}", title=self.title, spec=self.spec
        )

    def ask_why(self) -> None:
        """Note that a sentence says why this changed, if the author says it."""
        self._book.to_explain.append(self)

    def share(self, whole: Measure | Past) -> Shown | None:
        """Return what percentage this is of a whole, or None where no such number exists."""
        part, all_of_it = self.this, whole.this
        if not isinstance(part, Figure) or not isinstance(all_of_it, Figure) or not has_share(part, all_of_it):
            return None
        return Shown(self._book, calculate.share(part, all_of_it, self._display.percent), self._display)

    def total(self, others: Iterable[Measure]) -> Shown | str:
        """Return the sum of this and others, of which some may have no figure; nothing where all have none."""
        figures = tuple(m.this for m in (self, *others) if isinstance(m.this, Figure))
        if not figures:
            return ""
        return Shown(self._book, calculate.total(figures, figures[0].unit, figures[0].decimals), self._display)

    @property
    def comparable(self) -> bool:
        """Whether there is something to compare with last year, and both are known."""
        return self.compared(self._book.compares).says_something

    @property
    def comparison(self) -> Comparison:
        """How this year's figure relates to last year's, as both are displayed."""
        return self.compared(self._book.compares)

    @property
    def is_compared(self) -> bool:
        """Whether it can be compared with anything that is known of last year."""
        return self.comparable or self.compared(LAST_OUTTURN).says_something

    @property
    def selection(self) -> Selection:
        """What it selects, as far as it is money by selection; everything for a sum of measures.

        Raises:
            MisuseError: it is no money by selection at all.
        """
        match self.quantity:
            case Selected(selection) | Stated(otherwise=Selected(selection)):
                return selection
            case Total() | StatedSum():
                return ()
            case Facts():
                raise MisuseError(
                    f"指标 {self.id} 既没有科目，也没有项目", f"the measure {self.id} has no branches and no projects"
                )

    def identity(self) -> int | None:
        """Return the set of lines of a plain selection: measures with the same set are the same money."""
        if not isinstance(self.quantity, Selected):
            return None
        return self._book.this.ledger.select(self.quantity.selection)


class Past(Quantified):
    """A measure in another stage: last year's, or this year's budget."""

    VOCABULARY = PAST_ATTRIBUTES
    """What templates can ask for."""

    def __init__(self, measure: Measure, stage: str, book: Book, display: Display) -> None:
        self._measure = measure
        self._stage = stage
        self._book = book
        self._display = display

    @property
    def id(self) -> str:  # type: ignore[override]
        """The measure with the stage."""
        return f"{self._measure.id}.{self._stage}"

    @property
    def this(self) -> Figure | Missing:
        """The figure of the stage, or why there is none."""
        return self._measure.at(self._stage)

    @property
    def comparable(self) -> bool:
        """Whether there is something to compare this year with."""
        return self.comparison.says_something

    @property
    def comparison(self) -> Comparison:
        """How this year's figure relates to that of the stage, as both are displayed."""
        return self._measure.compared(self._stage)

    @property
    def is_compared(self) -> bool:
        """Whether it can be compared, as `Measure.is_compared`."""
        return self.comparable

    def past(self, stage: str) -> Past:
        """Return what it was in another stage."""
        return self._measure.past(stage)

    def identity(self) -> None:
        """Return nothing: reasons are stated of it by its own name, as `basic.budget`."""

    def ask_why(self) -> None:
        """Note nothing: only changes against last year ask for a reason."""
