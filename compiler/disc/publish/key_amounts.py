"""Key figures of disclosures, as lists and comparisons of the site need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from disc.core.figure import Figure
from disc.core.number import MONEY_UNITS, multiply
from disc.core.summary import KeyFigure

BUDGET = "budget"
"""The total of final accounts beside this year's budget: `last` is that budget, as their summary has it."""


class KeyAmount(Struct, frozen=True):
    """A key figure of a disclosure, as lists and comparisons of the site need it.

    Those of the summary: `total`, `three_public` and its parts by the names of their measures (`overseas`,
    `reception`, …), `operating_cost`, `per_head` (the operating cost divided by people on active duty),
    `procurement`, and the numbers of people (`authorised`, `active`, …); of final accounts also `budget`, in which
    this year's budget stands in the place of last year's. Money is in the unit that the form writes in sentences, so
    two disclosures are compared by `value`.
    """

    name: str
    title: str
    this: str
    """This year's, plain digits as displayed (2218.64); empty where it is not known, or nobody stated a zero."""

    last: str
    """Last year's budget, likewise; empty where it is not known, or nobody stated a zero."""

    unit: str
    """万元, 元, 人 …; empty where neither is known."""

    nothing: bool = False
    """Whether it is known that there is none this year, though nobody stated a zero."""

    nothing_before: bool = False
    """The same of last year's budget."""

    @property
    def value(self) -> Decimal | None:
        """This year's in base units (元 for money), as displayed; None where it is not known."""
        return _in_base_units("0" if self.nothing else self.this, self.unit)

    @property
    def last_value(self) -> Decimal | None:
        """Last year's in base units, as displayed; None where it is not known."""
        return _in_base_units("0" if self.nothing_before else self.last, self.unit)

    @classmethod
    def of(cls, key: KeyFigure, figures: Sequence[Figure]) -> KeyAmount:
        """Return the record of a key figure of the document with these figures."""
        this, last = (None if number is None else figures[number.figure] for number in (key.this, key.last))
        unit = next((figure.unit.name for figure in (this, last) if figure is not None), "")
        nothing_before = last is None and key.situation in ("new", "none")
        return cls(key.name, key.title, _digits(this), _digits(last), unit, key.nothing, nothing_before)


def _digits(figure: Figure | None) -> str:
    return "" if figure is None else figure.text()


def _in_base_units(digits: str, unit: str) -> Decimal | None:
    if not digits:
        return None
    return multiply(Decimal(digits), MONEY_UNITS[unit].scale) if unit in MONEY_UNITS else Decimal(digits)


class Head(Struct, frozen=True, array_like=True):
    """What a key figure says besides its digits; disclosures of one form mostly say the same."""

    name: str
    title: str
    unit: str
    nothing: bool
    nothing_before: bool


class KeyAmounts(Struct, frozen=True):
    """The key figures of a disclosure, in two values: a site has ten of them for each of its disclosures."""

    heads: tuple[Head, ...] = ()
    digits: str = ""
    """This year's and last year's of each, with spaces between them; there is none in digits."""

    @classmethod
    def of(cls, amounts: Iterable[KeyAmount]) -> KeyAmounts:
        """Return key figures as one value."""
        found = tuple(amounts)
        heads = (Head(each.name, each.title, each.unit, each.nothing, each.nothing_before) for each in found)
        return cls(tuple(heads), " ".join(digits for each in found for digits in (each.this, each.last)))

    def __iter__(self) -> Iterator[KeyAmount]:
        """Return the key figures one by one."""
        digits = iter(self.digits.split(" "))
        for head, this, last in zip(self.heads, digits, digits, strict=False):
            yield KeyAmount(head.name, head.title, this, last, head.unit, head.nothing, head.nothing_before)
