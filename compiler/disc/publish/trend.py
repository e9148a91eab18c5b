"""A key figure of an entity over the years, as bars: geometry for the template, in whole units of the picture.

A year without a disclosure is known if the next one says what it was; its bar is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from disc.core.number import WAN_YUAN, divide, multiply, to_text
from disc.publish.comparison import in_unit
from disc.publish.entry import Entry

BAR, GAP, HEIGHT, ABOVE, BELOW = 40, 28, 96, 22, 22
"""Width of a bar and of the space beside it, which long amounts widen; height of the tallest bar, of the amount above
it and of the year below."""

_CHARACTER = 6
"""How wide the characters of a long amount are, commas and points among them, that none touches the next one."""


class Bar(Struct, frozen=True):
    """One year."""

    year: int
    amount: str
    """896.16, in the unit of the picture."""

    told_later: bool
    """Whether only the year after says so."""

    x: int
    y: int
    height: int
    width: int = BAR

    @property
    def middle(self) -> int:
        """Where the words above and below it are centred."""
        return self.x + self.width // 2


class Trend(Struct, frozen=True):
    """A picture of some years."""

    title: str
    """收支总预算."""

    unit: str
    bars: tuple[Bar, ...]
    width: int
    base: int = ABOVE + HEIGHT
    """Where the bars stand."""

    height: int = ABOVE + HEIGHT + BELOW

    @property
    def has_told_later(self) -> bool:
        """Whether a year is known by the year after alone."""
        return any(bar.told_later for bar in self.bars)

    @property
    def text(self) -> str:
        """The same in words."""
        return "，".join(f"{bar.year}年{bar.amount}{self.unit}" for bar in self.bars)


def trend(entries: Iterable[Entry], name: str, kind: str) -> Trend | None:
    """Return a key figure (money) of all disclosures of one kind; None where fewer than two years are known."""
    title, amounts = "", dict[int, tuple[Decimal, bool]]()
    for entry in sorted((e for e in entries if e.kind == kind), key=lambda e: e.year):
        if figure := entry.figure(name):
            title = figure.title
            this, last = in_unit(figure, figure.value), in_unit(figure, figure.last_value)
            if last is not None:
                amounts.setdefault(entry.year - 1, (last, True))
            if this is not None:
                amounts[entry.year] = this, False
    if len(amounts) < 2 or min(amount for amount, _ in amounts.values()) < 0:
        return None
    largest = max(amount for amount, _ in amounts.values())
    gap = max(GAP, _CHARACTER * len(to_text(largest, thousands=True)) + 8 - BAR)
    bars = tuple(
        _bar(gap + number * (BAR + gap), year, amount, largest, told_later=later)
        for number, (year, (amount, later)) in enumerate(sorted(amounts.items()))
    )
    return Trend(title, WAN_YUAN.name, bars, gap + len(bars) * (BAR + gap))


def _bar(x: int, year: int, amount: Decimal, largest: Decimal, *, told_later: bool) -> Bar:
    exact = divide(multiply(amount, Decimal(HEIGHT)), largest) if largest else largest
    height = int(exact.to_integral_value(ROUND_HALF_UP))
    return Bar(year, to_text(amount, thousands=True), told_later, x, ABOVE + HEIGHT - height, height)
