"""A published disclosure as the pages of the site need it: a small record, whatever the size of the disclosure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import Any, TypeVar

from disc.core.document import Covered, Document
from disc.core.figure import Figure
from disc.core.meta import Correction, Meta
from disc.core.number import MONEY_UNITS, multiply
from disc.core.summary import KeyFigure
from disc.load.repository import Identity
from disc.publish.links import Links
from disc.publish.places import Place, places

_Value = TypeVar("_Value", bound=Hashable)
_META = frozenset(field.name for field in fields(Meta))


@dataclass(frozen=True, slots=True, order=True)
class KeyAmount:
    """A key figure of a disclosure, as lists and comparisons of the site need it.

    Those of the summary: `total`, `three_public` and its parts by the names of their measures (`overseas`,
    `reception`, …), `operating_cost`, `per_head` (the operating cost divided by people on active duty),
    `procurement`, and the numbers of people (`authorised`, `active`, …). Money is in the unit that the form writes in
    sentences, so two disclosures are compared by `value`.
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


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A published disclosure, as the pages of the site need it: fields of `Meta`, and what they say of its contents."""

    address: str
    title: str
    entity: str
    region: str
    region_path: tuple[str, ...]
    year: int
    kind: str
    published: str
    level: str = ""
    """department or unit."""

    draft: bool = False
    corrections: tuple[Correction, ...] = ()
    units: tuple[str, ...] = ()
    """Addresses of the disclosures of a department's units, those that are known."""

    coverage: tuple[Covered, ...] = ()
    figures: tuple[KeyAmount, ...] = ()
    """Key figures, those that the disclosure has; none where its form has no summary."""

    places: tuple[Place, ...] = ()
    """What can be searched for in it."""

    links: Links = field(default=Links())
    """What its files offer and ask, so that none has to be read again to check those of the others; filled in once
    they are made."""

    @property
    def folder(self) -> str:
        """Where its entity has all its disclosures: the address without its last step."""
        return self.address.rpartition("/")[0]

    @property
    def changed(self) -> str:
        """When it was published, or last corrected, as its spec says; empty where it does not."""
        return max((self.published, *(made.date for made in self.corrections)))

    @property
    def identity(self) -> Identity:
        """What the spec says of itself: its entity is the last folder of the address."""
        return Identity(self.region, self.folder.rpartition("/")[2], self.kind, self.year)

    def covered(self, item: str) -> Covered | None:
        """Return how it meets a requirement, if that is known."""
        return next((covered for covered in self.coverage if covered.item == item), None)

    def figure(self, name: str) -> KeyAmount | None:
        """Return a key figure by its name, if there is one."""
        return next((figure for figure in self.figures if figure.name == name), None)

    @classmethod
    def of(cls, document: Document) -> Entry:
        """Return the entry of a document."""
        keys = document.summary.key_figures if document.summary else ()
        return cls(
            **{field.name: getattr(document.meta, field.name) for field in fields(cls) if field.name in _META},
            units=document.members,
            coverage=document.coverage,
            figures=tuple(KeyAmount.of(key, document.figures) for key in keys),
            places=places(document),
        )


class Sharing:
    """Lets many entries have one object where their values are equal, as they mostly are for disclosures of one form.

    Ten thousand of them are then a few kilobytes each, and equal ones are compared at a glance.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def shared(self, entry: Entry) -> Entry:
        """Return an equal entry, made of what those before it are made of."""
        one = self._one
        return replace(
            entry,
            region=one(entry.region),
            region_path=one(entry.region_path),
            coverage=one(entry.coverage),
            figures=tuple(self._figure(figure) for figure in entry.figures),
            places=tuple(map(one, entry.places)),
            links=Links(one(entry.links.offers), one(tuple(map(one, entry.links.asks))), entry.links.dead),
        )

    def _figure(self, figure: KeyAmount) -> KeyAmount:
        one = self._one
        return replace(figure, name=one(figure.name), title=one(figure.title), unit=one(figure.unit))

    def _one(self, value: _Value) -> _Value:
        found: _Value = self._known.setdefault(value, value)
        return found
