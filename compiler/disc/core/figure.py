"""Figures: the numbers that stand on a page, each with the way it was derived.

Rules (in force for every number that disc prints):

- A figure's identity is the set of lines it sums, so the same money shows the same number wherever it stands.
- A change, share or rate is computed from its operands *as displayed*, half up, once: a reader with a calculator gets
  the same numbers.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from disc.core.lazily import lazily
from disc.core.number import HUNDRED, PERCENT, ZERO, Unit, add, divide, multiply, round_half_up, subtract, to_text
from disc.core.span import Span


class Sum(Struct, frozen=True):
    """The figure is the sum of lines, or the total that was approved for exactly these lines."""

    lines: tuple[int, ...]
    """Numbers of the lines in the document's list, ascending."""

    reported: int | None = None
    """Number of the line that states the approved total; it is shown in place of the sum."""


class Operation(Enum):
    """How a calculated figure comes out of its operands; the value is its name in `data.json`."""

    TOTAL = "total"
    """Sum of the operands."""

    CHANGE = "change"
    """First operand minus the second, both as displayed."""

    RATE = "rate"
    """First operand (a change) as a percentage of the second (last year's figure)."""

    SHARE = "share"
    """First operand as a percentage of the second."""

    AVERAGE = "average"
    """First operand divided by the second, which counts something, in the unit of the first."""


class Calculation(Struct, frozen=True):
    """The figure is calculated from other figures."""

    operation: Operation
    operands: tuple[Figure, ...]


class Count(Struct, frozen=True):
    """The figure counts what a spec lists."""

    path: str
    """Where the list stands in the spec: overview.offices."""

    places: tuple[Span, ...]
    """The entries counted."""


Derivation = Sum | Calculation | Count


class Figure(Struct, frozen=True, dict=True):
    """A number as it is displayed at a place, with its exact value and its derivation."""

    value: Decimal
    """Exact value in base units (元 for money)."""

    unit: Unit
    """Unit of display."""

    decimals: int
    """Digits after the point of display."""

    derivation: Derivation

    def __hash__(self) -> int:
        return self._hash

    @lazily
    def _hash(self) -> int:
        # A figure is looked up wherever it stands, and what it is derived from may go deep. Its value follows from
        # that, and decimals take long to hash.
        return hash((self.decimals, self.derivation))

    @lazily
    def shown(self) -> Decimal:
        """The value as displayed, in the unit of display."""
        return round_half_up(divide(self.value, self.unit.scale), self.decimals)

    @lazily
    def lines(self) -> int:
        """The set of lines that it is the sum of, as a bit mask; 0 if it is no sum of lines."""
        return sum(1 << number for number in self.derivation.lines) if isinstance(self.derivation, Sum) else 0

    @property
    def is_nothing(self) -> bool:
        """Whether it sums no lines at all."""
        derivation = self.derivation
        return isinstance(derivation, Sum) and not derivation.lines and derivation.reported is None

    @property
    def is_exact(self) -> bool:
        """Whether it stands for what its lines add up to, neither rounded nor approved as something else."""
        approved = isinstance(self.derivation, Sum) and self.derivation.reported is not None
        return not approved and self.shown_value == self.value

    def text(self, *, thousands: bool = False) -> str:
        """Return the digits that are displayed, without the unit."""
        return to_text(self.shown, thousands=True) if thousands else self._digits

    @lazily
    def _digits(self) -> str:
        # Each format asks for them.
        return to_text(self.shown)

    @property
    def shown_value(self) -> Decimal:
        """The displayed value in base units."""
        return multiply(self.shown, self.unit.scale)


def lines_of(figure: Figure) -> frozenset[int]:
    """Return the numbers of all lines that a figure comes from, in the end."""
    match figure.derivation:
        case Sum(lines):
            return frozenset(lines)
        case Calculation(operands=operands):
            return frozenset(number for operand in operands for number in lines_of(operand))
        case Count():
            return frozenset()


def nothing(unit: Unit, decimals: int) -> Figure:
    """Return the sum of no lines: what is known to be none."""
    return Figure(ZERO, unit, decimals, Sum(()))


def total(figures: tuple[Figure, ...], unit: Unit, decimals: int) -> Figure:
    """Return the exact sum of figures."""
    return Figure(add(*(f.value for f in figures)), unit, decimals, Calculation(Operation.TOTAL, figures))


def change(this: Figure, last: Figure) -> Figure:
    """Return by how much `this` exceeds `last`, as displayed; both in one unit, with one number of decimals."""
    value = subtract(this.shown_value, last.shown_value)
    return Figure(value, this.unit, this.decimals, Calculation(Operation.CHANGE, (this, last)))


def _percentage(operation: Operation, part: Figure, whole: Figure, decimals: int) -> Figure:
    value = divide(multiply(part.shown_value, HUNDRED), whole.shown_value)
    return Figure(round_half_up(value, decimals), PERCENT, decimals, Calculation(operation, (part, whole)))


def has_share(part: Figure, whole: Figure) -> bool:
    """Return whether a part can be said to be a percentage of a whole: of nothing, or below zero, there is no share."""
    return part.shown >= ZERO and whole.shown > ZERO


def share(part: Figure, whole: Figure, decimals: int = PERCENT.decimals) -> Figure:
    """Return what percentage `part` is of `whole`, as displayed.

    Raises:
        decimal.DivisionByZero: the whole is displayed as zero.
    """
    return _percentage(Operation.SHARE, part, whole, decimals)


def rate(changed: Figure, last: Figure, decimals: int = PERCENT.decimals) -> Figure:
    """Return what percentage of last year's figure a change is, as displayed.

    Raises:
        decimal.DivisionByZero: last year's figure is displayed as zero, so no rate exists.
    """
    return _percentage(Operation.RATE, changed, last, decimals)


def average(part: Figure, count: Figure) -> Figure:
    """Return a figure for each one counted by another, as displayed, in the unit and with the decimals of the first.

    Raises:
        decimal.DivisionByZero: the count is displayed as zero.
    """
    shown = round_half_up(divide(part.shown, count.shown), part.decimals)
    operation = Calculation(Operation.AVERAGE, (part, count))
    return Figure(multiply(shown, part.unit.scale), part.unit, part.decimals, operation)
