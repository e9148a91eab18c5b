"""The summary of a disclosure: what a citizen asks first.

Every number in it is one of the document's figures and displayed by the same rules as in the official text, so it can
say where it comes from and cannot differ from what stands there.
"""

from __future__ import annotations

from msgspec import Struct

from disc.core.document import Inline, Number


class KeyFigure(Struct, frozen=True):
    """A figure of this year beside that of last year, or beside this year's budget."""

    name: str
    """The part that it plays (total, three_public, operating_cost, procurement, per_head), or the name of its measure
    where several play one part (overseas, active)."""

    title: str
    this: Number | None
    """This year's figure; None where it is not known, or nobody stated a zero."""

    last: Number | None
    """Last year's; None where it is not known, or there was nothing."""

    situation: str
    """rise, fall, equal, new (nothing last year), vanished (nothing this year), none (neither) or unknown."""

    amount: Number | None
    """By how much it changed, without a sign: the situation says which way. None where nothing is known of it."""

    rate: Number | None
    """The same in percent of last year's; None where no such number exists."""

    nothing: bool
    """Whether it is known that there is none this year, though nobody stated a zero."""

    section: str
    """Id of the section whose sentences state it; empty where none does."""


class Part(Struct, frozen=True):
    """A part of the total: a source, a function or a nature."""

    name: str
    """Name of its measure, or function code."""

    title: str
    amount: Number
    share: Number | None
    """Its percentage of the total; None where no such number exists."""

    section: str
    """Id of the section whose sentences state it; empty where none does."""


class Stream(Struct, frozen=True):
    """Money that two parts have in common: what of a source goes to a function, what of a function is of a nature."""

    start: int
    """Place of the first part in its tuple."""

    end: int
    """Place of the second part in its tuple."""

    amount: Number


class MainChange(Struct, frozen=True):
    """One of the largest changes against last year, with its reason."""

    title: str
    situation: str
    this: Number | None
    last: Number | None
    amount: Number
    """By how much it changed, without a sign: the situation says which way."""

    rate: Number | None
    reason: tuple[Inline, ...]
    """Why, in the author's words; empty where none is given."""

    section: str
    """Id of the section whose sentences state it; empty where none does."""


class Summary(Struct, frozen=True):
    """What a citizen asks first."""

    total: KeyFigure
    sources: tuple[Part, ...]
    """Where the money comes from, in the order of the form; what has none is not there."""

    functions: tuple[Part, ...]
    """What it goes to, by class of function, in the order of the codes."""

    natures: tuple[Part, ...]
    """Basic expenditure and projects, in the order of the form."""

    inflow: tuple[Stream, ...]
    """From sources to functions. Both ways are there and come to the whole total, or neither is."""

    outflow: tuple[Stream, ...]
    """From functions to natures."""

    changes: tuple[MainChange, ...]
    """The largest changes of which the official text gives the reason, at most three, no money in two of them."""

    three_public: KeyFigure | None
    three_public_parts: tuple[KeyFigure, ...]
    staff: tuple[KeyFigure, ...]
    operating_cost: KeyFigure | None
    procurement: KeyFigure | None
    per_head: KeyFigure | None
    """A cost divided by people on active duty."""

    budget: KeyFigure | None = None
    """The total of final accounts beside this year's budget, in place of last year's; None where none is known."""

    @property
    def key_figures(self) -> tuple[KeyFigure, ...]:
        """The figures by which disclosures are compared, those that there are, the total first."""
        found = (
            *(self.total, self.three_public, *self.three_public_parts, self.operating_cost, self.per_head),
            *(self.procurement, *self.staff),
        )
        return tuple(figure for figure in found if figure is not None)
