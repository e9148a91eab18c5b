"""What a measure adds up: money by selection, stated numbers, or other quantities.

Each kind has the same two methods: `narrowed` (to a column, a row, a project) and `figure` (in one year's account).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from disc.compile.book import Account, Missing
from disc.core import figure as calculate
from disc.core.figure import Figure
from disc.core.ledger import Line
from disc.core.selection import Constraint, Selection
from disc.load.form import Display, Measure


class Selected(Struct, frozen=True):
    """Money, by selection."""

    selection: Selection

    def narrowed(self, selection: Selection) -> Selected:
        """Return the part that a further selection leaves."""
        return Selected(self.selection + selection)

    def figure(self, account: Account, display: Display) -> Figure | Missing:
        """Return the figure, or why there is none."""
        return account.select(self.selection, display)


class Stated(Struct, frozen=True):
    """A number stated at a place of the spec where there is one, else money by selection.

    A department has the sum of its units: of the numbers that units state, and of the others' money. Nothing is known
    of it while nothing is known of one of them.
    """

    fact: str
    otherwise: Selected
    narrowing: Selection = ()

    def narrowed(self, selection: Selection) -> Stated:
        """Return the part that a further selection leaves."""
        return Stated(self.fact, self.otherwise.narrowed(selection), self.narrowing + selection)

    def figure(self, account: Account, display: Display) -> Figure | Missing:
        """Return the figure, or why there is none."""
        ledger = account.ledger
        stated = [ledger.lines[n].coordinates for n in account.numbers_of(self.fact)]
        chosen = (Constraint("fact", frozenset({self.fact})), *self.narrowing)
        stating = frozenset(known["unit"] for known in stated if "unit" in known)
        if len(stating) < len(stated):
            return account.select(chosen, display)
        if not stated and not ledger.uncertain(self.otherwise.selection):
            return self.otherwise.figure(account, display)
        others = (ledger.select(self.otherwise.selection) or 0) & ~ledger.matching(Constraint("unit", stating))
        known = stating if account.is_past else stating | {_unit(ledger.lines[n]) for n in ledger.numbers(others)}
        if any(_unit(line) not in known for line in ledger.uncertain(self.otherwise.selection)):
            return Missing.UNKNOWN
        if not stated:
            return self.otherwise.figure(account, display)
        mask = (ledger.select(chosen) or 0) | others
        return account.figure(mask, display) if mask else account.select(chosen, display)


class Facts(Struct, frozen=True):
    """The sum of stated numbers, given by paths in which * stands for one step."""

    patterns: tuple[str, ...]
    narrowing: Selection = ()

    def narrowed(self, selection: Selection) -> Facts:
        """Return the part of a unit; facts have no coordinates of money."""
        return Facts(self.patterns, self.narrowing + tuple(c for c in selection if c.dimension == "unit"))

    def figure(self, account: Account, display: Display) -> Figure | Missing:
        """Return the figure, or why there is none."""
        numbers = (n for pattern in self.patterns for n in account.numbers_of(pattern))
        masks = [account.ledger.matching(constraint) for constraint in self.narrowing]
        return account.facts((n for n in numbers if all(mask >> n & 1 for mask in masks)), display)


class Total(Struct, frozen=True):
    """The sum of other quantities."""

    parts: tuple[Quantity, ...]

    def narrowed(self, selection: Selection) -> Total:
        """Return the part that a further selection leaves."""
        return Total(tuple(part.narrowed(selection) for part in self.parts))

    def figure(self, account: Account, display: Display) -> Figure | Missing:
        """Return the figure, or why there is none."""
        found = [part.figure(account, display) for part in self.parts]
        figures = tuple(f for f in found if isinstance(f, Figure))
        why = next((f for f in found if f is Missing.UNKNOWN or f is Missing.UNSTATED), Missing.ABSENT)
        unknown = why is Missing.UNKNOWN and account.wants_all
        if not figures or unknown or (account.is_partial and why is not Missing.ABSENT):
            return why
        return calculate.total(figures, figures[0].unit, figures[0].decimals)


class StatedSum(Struct, frozen=True):
    """A sum stated at a place of the spec where there is one, else that of its parts: for who knows only the whole.

    Of a department, each unit states the one or the others.
    """

    fact: str
    otherwise: Total
    narrowing: Selection = ()

    def narrowed(self, selection: Selection) -> StatedSum:
        """Return the part that a further selection leaves."""
        return StatedSum(self.fact, self.otherwise.narrowed(selection), self.narrowing + selection)

    def figure(self, account: Account, display: Display) -> Figure | Missing:
        """Return the figure, or why there is none."""
        lines = account.ledger.lines
        stating = frozenset(_unit(lines[n]) for n in account.numbers_of(self.fact))
        if not stating:
            return self.otherwise.figure(account, display)
        whole = account.select((Constraint("fact", frozenset({self.fact})), *self.narrowing), display)
        others = frozenset(map(_unit, lines)) - stating - {""}
        if "" in stating or not others:
            return whole
        rest = self.otherwise.narrowed((Constraint("unit", others),)).figure(account, display)
        if isinstance(whole, Figure) and isinstance(rest, Figure):
            return calculate.total((whole, rest), whole.unit, whole.decimals)
        return whole if rest is Missing.ABSENT else rest


def _unit(line: Line) -> str:
    return line.coordinates.get("unit", "")


Quantity = Selected | Stated | Facts | Total | StatedSum


def quantity(name: str, measures: Mapping[str, Measure]) -> Quantity:
    """Return what a measure of the form means.

    Raises:
        KeyError: the form has no such measure.
    """
    measure = measures[name]
    if measure.sum:
        total = Total(tuple(quantity(part, measures) for part in measure.sum))
        return StatedSum(measure.stated, total) if measure.stated else total
    if measure.facts:
        return Facts(measure.facts)
    selected = Selected(measure.select or ())
    return Stated(measure.stated, selected) if measure.stated else selected


def quantities_of(measures: Mapping[str, Measure]) -> Mapping[str, Quantity]:
    """Return what each measure of a form means."""
    return {name: quantity(name, measures) for name in measures}


def stated_parts(measures: Mapping[str, Measure]) -> Iterator[tuple[Measure, Stated]]:
    """Yield the measures whose number a spec can state, in the order of the form."""
    for name, measure in measures.items():
        if measure.stated and isinstance(declared := quantity(name, measures), Stated):
            yield measure, declared
