"""Key figures side by side: the years of an entity, the entities of a region, the units of a department.

All money is shown in 万元 with two decimals. A change and its rate are worked out from the numbers as shown, so that a
reader with a calculator gets the same. What is not known is an empty cell, what is known to be none is said to be none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from jinja2.filters import do_urlencode
from markupsafe import Markup, escape
from msgspec import Struct

from disc.core.number import (
    HUNDRED,
    MONEY_UNITS,
    PERCENT,
    WAN_YUAN,
    divide,
    multiply,
    round_half_up,
    subtract,
    to_text,
)
from disc.emit.panels import key_id
from disc.publish.entry import Entry
from disc.publish.files import INDEX
from disc.publish.key_amounts import BUDGET, KeyAmount

MINUS = "\N{MINUS SIGN}"


class Aspect(StrEnum):
    """What a column says of a key figure."""

    THIS = "this"
    LAST = "last"
    CHANGE = "change"
    RATE = "rate"


_BOTH = (Aspect.THIS, Aspect.LAST, Aspect.CHANGE, Aspect.RATE)

COMPARED = {
    "total": _BOTH,
    BUDGET: (Aspect.LAST, Aspect.CHANGE, Aspect.RATE),
    "three_public": (Aspect.THIS, Aspect.CHANGE, Aspect.RATE),
    "operating_cost": (Aspect.THIS, Aspect.CHANGE),
    "per_head": (Aspect.THIS,),
    "procurement": (Aspect.THIS,),
}
"""The parts that figures play in a form's summary, by which disclosures are compared, and what is said of each."""


class Group(Struct, frozen=True):
    """The columns of one key figure."""

    name: str
    """Its part in the form's summary: total, budget (the total of final accounts beside this year's budget) …"""

    title: str
    """As most forms call it: 收支总预算."""

    unit: str
    """万元, 人 …"""

    aspects: tuple[Aspect, ...]


class Row(Struct, frozen=True):
    """A disclosure and its numbers."""

    entry: Entry
    cells: Markup
    """Its numbers as cells of HTML, each a `data` element with plain digits as its value; this year's lead to where
    they come from."""

    is_unit: bool = False
    """Whether it is that of a unit whose department stands above it."""


class Comparison(Struct, frozen=True):
    """A table of disclosures."""

    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    per_head: str = ""
    """The title of the cost for each person; empty where none is shown."""


def compare(
    entries: Sequence[Entry], root: str = "", *, counts: bool = False, units: frozenset[str] = frozenset()
) -> Comparison:
    """Return disclosures side by side, in their order; a figure that none of them has is left out.

    Args:
        entries: the disclosures.
        root: the way from the page up to the start page: `../../`.
        counts: whether what is no money, the people, is shown too.
        units: addresses of those whose department stands above them.
    """
    columns = tuple(_columns(entries, counts=counts))
    groups = tuple(Group(*column) for column in columns)
    rows = tuple(Row(entry, _cells(entry, columns, root), entry.address in units) for entry in entries)
    return Comparison(groups, rows, next((title for name, title, *_ in columns if name == "per_head"), ""))


_Column = tuple[str, str, str, tuple[Aspect, ...]]
"""Name, title and unit of a figure, and what is said of it."""


def _columns(entries: Sequence[Entry], *, counts: bool) -> Iterator[_Column]:
    """Yield the columns of each figure that there is; the titles are those of the newest disclosure."""
    known: dict[str, KeyAmount] = {}
    last: set[str] = set()
    for entry in sorted(entries, key=lambda e: -e.year):
        for figure in entry.figures:
            if figure.this or figure.nothing:
                known.setdefault(figure.name, figure)
                last |= {figure.name} if figure.last or figure.nothing_before else set()
    for name, aspects in COMPARED.items():
        shown = tuple(aspect for aspect in aspects if name in last or aspect is Aspect.THIS)
        if name in known and shown:
            yield name, known[name].title, WAN_YUAN.name, shown
    for name, figure in known.items() if counts else ():
        if name not in COMPARED and figure.unit and figure.unit not in MONEY_UNITS:
            yield name, figure.title, figure.unit, (Aspect.THIS,)


def _cells(entry: Entry, columns: Sequence[_Column], root: str) -> Markup:
    """Return the numbers of a row. They are made of digits alone, so there is nothing to escape but the address."""
    markup = []
    known = {figure.name: figure for figure in entry.figures}
    page = escape(f"{root}{do_urlencode(entry.address)}/{INDEX}")
    offered = frozenset(entry.links.offers)
    for name, _, _, aspects in columns:
        numbers = _numbers(known.get(name))
        anchor = key_id(name)
        first = " first"
        for aspect in aspects:
            value, text = numbers.get(aspect, ("", ""))
            shown = f'<data value="{value}">{text}</data>' if text else ""
            if aspect is Aspect.THIS and f"{INDEX}#{anchor}" in offered:
                shown = f'<a href="{page}#{anchor}">{shown}</a>'
            markup.append(f'<td class="{aspect}{first}">{shown}</td>')
            first = ""
    return Markup("".join(markup))  # noqa: S704


def _numbers(figure: KeyAmount | None) -> dict[Aspect, tuple[str, str]]:
    """Return what the columns show of a figure, as plain digits and as written; nothing of what is not known."""
    if figure is None:
        return {}
    this, last = in_unit(figure, figure.value), in_unit(figure, figure.last_value)
    found: dict[Aspect, tuple[str, str]] = {}
    if this is not None:
        found[Aspect.THIS] = to_text(this), "无" if figure.nothing else to_text(this, thousands=True)
    if last is not None:
        found[Aspect.LAST] = to_text(last), "无" if figure.nothing_before else to_text(last, thousands=True)
    if this is not None and last is not None:
        change = subtract(this, last)
        found[Aspect.CHANGE] = to_text(change), _signed(change)
        if last > 0:  # a percentage of a negative number says nothing
            rate = round_half_up(divide(multiply(change, HUNDRED), last), PERCENT.decimals)
            found[Aspect.RATE] = to_text(rate), f"{_signed(rate)}{PERCENT.name}"
    return found


def in_unit(figure: KeyAmount, value: Decimal | None) -> Decimal | None:
    """Return a value of a figure as it is shown: money, and what there is none of, in 万元, anything else as it is."""
    if value is None or (figure.unit and figure.unit not in MONEY_UNITS):
        return value
    return round_half_up(divide(value, WAN_YUAN.scale), WAN_YUAN.decimals)


def _signed(number: Decimal) -> str:
    sign = MINUS if number < 0 else "+" if number > 0 else ""
    return f"{sign}{to_text(abs(number), thousands=True)}"
