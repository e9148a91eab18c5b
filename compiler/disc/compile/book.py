"""The book of one document: its ledgers, and every figure that the document shows, in order of appearance.

Templates produce text. A figure travels through them as marked text, between private-use characters that no spec can
contain, and becomes a `Number` again when the text is cut into inlines. So every number that a sentence shows keeps its
derivation, whatever filters it went through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from disc.compile.rounding import views_agree
from disc.core.document import Inline, Number, Text
from disc.core.figure import Calculation, Figure, Sum
from disc.core.lazily import lazily
from disc.core.ledger import Ledger, Line
from disc.core.number import Unit, add, trimmed
from disc.core.selection import Selection
from disc.core.stages import LAST_BUDGET, THIS_YEAR
from disc.load.form import Display

if TYPE_CHECKING:
    from disc.compile.measure import Measure

_OPEN, _CLOSE, _END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_OPEN}([0-9]+){_CLOSE}([^{_END}]*){_END}")


class Missing(Enum):
    """Why there is no figure."""

    ABSENT = "all money is known, and none belongs to it"
    UNKNOWN = "money is known that may or may not belong to it"
    UNSTATED = "it is no money by selection, and nobody stated it"


class Account:
    """The ledger of one stage as the book sees it: its lines stand at an offset in the document's list."""

    def __init__(self, ledger: Ledger, offset: int, *, is_past: bool = False) -> None:
        self.ledger = ledger
        self.is_past = is_past
        """Whether it is there to compare with: a part of a number will not do."""
        self._offset = offset
        self._figures: dict[tuple[int | tuple[int, ...], str, int], Figure] = {}
        """By their lines, as a set or, of facts, by number."""

        self._inexact: set[tuple[str, int]] = set()
        """The units and decimals in which some figure so far is not what its lines add up to."""

    @property
    def is_partial(self) -> bool:
        """Whether the stage is known only in part."""
        return self.ledger.strict

    @property
    def wants_all(self) -> bool:
        """Whether a sum is known only if all its parts are: last year's, to compare with, and that of several units."""
        return self.is_past or bool(self.ledger.members("unit", ()))

    def numbers_of(self, pattern: str) -> Sequence[int]:
        """Return the numbers of the lines stated at paths of the spec, or at those paths of the units' specs.

        In a pattern of paths * stands for one step.
        """
        return self.ledger.paths.at(pattern)

    def select(self, selection: Selection, display: Display) -> Figure | Missing:
        """Return the figure of a selection."""
        mask = self.ledger.select(selection)
        if mask:
            return self.figure(mask, display)
        return Missing.ABSENT if mask is not None and self.ledger.excludes(selection) else Missing.UNKNOWN

    def figure(self, mask: int, display: Display) -> Figure:
        """Return the figure of a set of lines: their sum, or the total that was approved for exactly these."""
        key = (mask, display.unit.name, display.decimals)
        found = self._figures.get(key)
        return self._keep(key, self._summed(mask, display)) if found is None else found

    def _keep(self, key: tuple[int | tuple[int, ...], str, int], figure: Figure) -> Figure:
        self._figures[key] = figure
        if not figure.is_exact:
            self._inexact.add((figure.unit.name, figure.decimals))
        return figure

    def is_exact(self, display: Display) -> bool:
        """Return whether every figure so far that is written in one way is what its lines add up to."""
        return (display.unit.name, display.decimals) not in self._inexact

    def _summed(self, mask: int, display: Display) -> Figure:
        numbers = self.ledger.numbers(mask)
        reported = self.ledger.reported(mask)
        amounts = [self.ledger.lines[n].amount for n in (numbers if reported is None else (reported,))]
        derivation = Sum(self._moved(numbers), None if reported is None else reported + self._offset)
        return Figure(add(*amounts), display.unit, display.decimals, derivation)

    def facts(self, numbers: Iterable[int], display: Display) -> Figure | Missing:
        """Return the sum of stated numbers that all have one unit, shown in that unit."""
        chosen = tuple(sorted(numbers))
        if not chosen:
            return Missing.UNSTATED
        key = (chosen, display.unit.name, display.decimals)
        found = self._figures.get(key)
        return self._keep(key, self._added(chosen, display)) if found is None else found

    def _added(self, numbers: Sequence[int], display: Display) -> Figure:
        lines = [self.ledger.lines[n] for n in numbers]
        unit, decimals = _shown_in(lines, display)
        return Figure(add(*[line.amount for line in lines]), unit, decimals, Sum(self._moved(numbers)))

    def _moved(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple([n + self._offset for n in numbers])


def _shown_in(lines: Iterable[Line], display: Display) -> tuple[Unit, int]:
    """Return unit and decimals for stated numbers: money as the form wants it, other things as they were stated."""
    first, *_ = lines
    if first.unit.name in ("元", "万元"):
        return display.unit, display.decimals
    return first.unit, max(line.decimals for line in lines)


class Book:
    """What the measures and templates of one document share."""

    def __init__(self, this: Ledger, past: Mapping[str, Ledger], compares: str = LAST_BUDGET) -> None:
        """Begin a book.

        Args:
            this: this year's ledger.
            past: those of the stages that it is compared with.
            compares: the stage that is meant where none is said.
        """
        self.compares = compares
        self.this = Account(this, 0)
        self._accounts = {THIS_YEAR: self.this}
        self.lines: tuple[Line, ...] = this.lines
        self.stages: list[tuple[str, int]] = []
        """The other stages that are known, each with the number of its first line."""
        for stage, ledger in past.items():
            self.stages.append((stage, len(self.lines)))
            self._accounts[stage] = Account(ledger, len(self.lines), is_past=True)
            self.lines += ledger.lines
        self._numbers: dict[Figure, int] = {}
        self._marks: set[str] = set()
        self.open_cells: dict[str, int] = {}
        """Title of a table to how many of its cells are blank because the spec is not fine enough to fill them."""
        self.to_explain: list[Measure] = []
        """The measures of which a sentence says why they changed, if the author says it."""

    def account(self, stage: str) -> Account | None:
        """Return the account of a stage, or None where it is not known."""
        return self._accounts.get(stage)

    @lazily
    def views_agree(self) -> bool:
        """Whether this year's money that is stated by several views is the same amount in each."""
        return views_agree(self.this.ledger.lines)

    def is_exact(self, display: Display) -> bool:
        """Return whether every sum so far that is written in one way is exact, by whatever view of the same money."""
        return self.views_agree and all(account.is_exact(display) for account in self._accounts.values())

    @property
    def past(self) -> tuple[Account, ...]:
        """What there is to compare with."""
        return tuple(account for stage, account in self._accounts.items() if stage)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure entered so far."""
        return tuple(self._numbers)

    def enter(self, figure: Figure) -> int:
        """Return the number of a figure, entering it and what it is calculated from at its first appearance."""
        number = self._numbers.get(figure)
        if number is None:
            if isinstance(figure.derivation, Calculation):
                for operand in figure.derivation.operands:
                    self.enter(operand)
            number = self._numbers[figure] = len(self._numbers)
        return number

    def mark(self, figure: Figure, text: str) -> str:
        """Return text that stands for a figure."""
        if not text:
            return ""
        mark = f"{_OPEN}{self.enter(figure)}{_CLOSE}{text}{_END}"
        self._marks.add(mark)
        return mark

    def keeps(self, text: str) -> bool:
        """Return whether every figure in marked text is as it was marked, whatever filters the text went through."""
        if _OPEN not in text and _CLOSE not in text and _END not in text:
            return True
        found = [match[0] for match in _MARKED.finditer(text)]
        # Each mark has one of each of these characters, and there are no others.
        signs = text.count(_OPEN) + text.count(_CLOSE) + text.count(_END)
        return signs == 3 * len(found) and self._marks.issuperset(found)


def inlines(text: str, *, strong: bool = False, emphasis: bool = False) -> tuple[Inline, ...]:
    """Return marked text as words and numbers."""
    if _OPEN not in text:
        return (Text(text, strong, emphasis),) if text else ()
    found: list[Inline] = []
    end = 0
    for match in _MARKED.finditer(text):
        if match.start() > end:
            found.append(Text(text[end : match.start()], strong, emphasis))
        found.append(Number(int(match[1]), match[2]))
        end = match.end()
    if end < len(text):
        found.append(Text(text[end:], strong, emphasis))
    return tuple(found)


def unmarked(text: str) -> str:
    """Return marked text as a reader sees it."""
    return _MARKED.sub(r"\2", text) if _OPEN in text else text


def digits(figure: Figure, display: Display, *, absolute: bool = False) -> str:
    """Return the digits of a figure as the form writes them, without the unit."""
    if figure.is_nothing and display.absent is not None:
        return display.absent
    if figure.value.is_zero() and figure.unit == display.unit:
        return display.zero
    text = figure.text(thousands=display.thousands)
    # An amount that rounds to nothing keeps its zeros (0.00), so that it does not read as none (0).
    if display.trim and figure.unit == display.unit and figure.shown:
        text = trimmed(text)
    return text.removeprefix("-") if absolute else text
