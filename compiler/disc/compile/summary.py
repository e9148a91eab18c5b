"""The summary of a document: what the form says it is made of, as figures that explain themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disc.compile.book import Book, Missing, inlines
from disc.compile.comparison import Comparison, comparison
from disc.compile.flow import Common, flow
from disc.compile.main_changes import main_changes
from disc.compile.measure import Measure
from disc.compile.places import places
from disc.compile.shown import Shown, written
from disc.compile.writer import Writer
from disc.core.document import Change, Number, Section
from disc.core.figure import Figure, average, has_share, share
from disc.core.summary import KeyFigure, MainChange, Part, Stream, Summary
from disc.load.form import Display
from disc.load.form_summary import PerHead, SummaryRoles

_CLASS = 1
"""The level of the classes (类) in the tree of functions."""


def summary(
    roles: SummaryRoles | None,
    sections: Iterable[Section],
    changes: Iterable[Change],
    book: Book,
    writer: Writer,
    display: Display,
) -> Summary | None:
    """Return the summary of a document; None where the form has none, or there is no total.

    Args:
        roles: what it is made of.
        sections: the official text.
        changes: those of which the official text says why.
        book: the figures of the document; those of the summary are entered after all others.
        writer: knows the form's measures and the author's reasons.
        display: how numbers are written in sentences.
    """
    if roles is None:
        return None
    # What there is none of is one figure wherever it stands, so it leads to no section that is about one of them.
    figures = book.figures
    stated = {number: id for number, id in places(sections).items() if not figures[number].is_nothing}
    return _Summarizer(roles, changes, book, writer, display, stated).summary()


class _Summarizer(Struct, frozen=True):
    roles: SummaryRoles
    changes: Iterable[Change]
    book: Book
    writer: Writer
    display: Display
    places: dict[int, str]

    def summary(self) -> Summary | None:
        total = self.measure(self.roles.total)
        if not isinstance(total.this, Figure):
            return None
        sources, natures = (self.present(names) for names in (self.roles.sources, self.roles.natures))
        functions = self.writer.vocabulary.branches("function", _CLASS, total)
        inflow, outflow = flow(total.this, sources, functions, natures, self.book.this, self.display)
        return Summary(
            total=self.known("total", total.title, total.this, total.at(self.book.compares), total.comparison),
            sources=self.parts(sources, total.this),
            functions=self.parts(functions, total.this),
            natures=self.parts(natures, total.this),
            inflow=self.streams(inflow),
            outflow=self.streams(outflow),
            changes=tuple(self.main_change(c) for c in main_changes(self.changes, self.book.this.ledger)),
            three_public=self.role("three_public", self.roles.three_public),
            three_public_parts=tuple(self.each(self.roles.three_public_parts)),
            staff=tuple(self.each(self.roles.staff)),
            operating_cost=self.role("operating_cost", self.roles.operating_cost),
            procurement=self.role("procurement", self.roles.procurement),
            per_head=self.per_head(self.roles.per_head),
            budget=self.against_budget(total),
        )

    def measure(self, name: str) -> Measure:
        (found,) = self.writer.vocabulary.measures(name)
        return found

    def present(self, names: Sequence[str]) -> list[Measure]:
        return [measure for measure in self.writer.vocabulary.measures(*names) if measure.present]

    def number(self, figure: Figure, *, absolute: bool = False) -> Number:
        """Return a figure as sentences show it."""
        return Shown(self.book, figure, self.display, absolute).inline

    def optional(self, figure: Figure | None, *, absolute: bool = False) -> Number | None:
        return None if figure is None else self.number(figure, absolute=absolute)

    def place(self, *numbers: Number | None) -> str:
        """Return the section that states one of several numbers, the first of them that is stated at all."""
        return next((self.places[n.figure] for n in numbers if n is not None and n.figure in self.places), "")

    def known(
        self, name: str, title: str, this: Figure | Missing, last: Figure | Missing, compared: Comparison
    ) -> KeyFigure:
        now = self.optional(written(this, self.display))
        before = self.number(last) if isinstance(last, Figure) else None
        amount, rate = (None if shown is None else shown.inline for shown in (compared.amount, compared.rate))
        nothing = this is Missing.ABSENT and now is None
        section = self.place(amount, now)
        return KeyFigure(name, title, now, before, compared.situation, amount, rate, nothing, section)

    def of_measure(self, name: str, measure: Measure) -> KeyFigure | None:
        last = measure.at(self.book.compares)
        return _told(self.known(name, measure.title, measure.this, last, measure.comparison))

    def each(self, names: Sequence[str]) -> Iterator[KeyFigure]:
        found = (self.of_measure(measure.id, measure) for measure in self.writer.vocabulary.measures(*names))
        yield from (figure for figure in found if figure is not None)

    def role(self, role: str, name: str) -> KeyFigure | None:
        return self.of_measure(role, self.measure(name)) if name else None

    def per_head(self, declared: PerHead | None) -> KeyFigure | None:
        if declared is None:
            return None
        cost, heads = self.writer.vocabulary.measures(declared.cost, declared.heads)
        before = self.book.compares
        this, last = _average(cost.this, heads.this), _average(cost.at(before), heads.at(before))
        compared = comparison(this, last, self.book, self.display)
        return _told(self.known("per_head", declared.title, this, last, compared))

    def against_budget(self, total: Measure) -> KeyFigure | None:
        if not total.budget.comparable:
            return None
        return self.known("budget", total.title, total.this, total.budget.this, total.budget.comparison)

    def parts(self, measures: Iterable[Measure], total: Figure) -> tuple[Part, ...]:
        return tuple(
            self.part(measure, measure.this, total) for measure in measures if isinstance(measure.this, Figure)
        )

    def part(self, measure: Measure, figure: Figure, total: Figure) -> Part:
        amount = self.number(figure)
        portion = self.number(share(figure, total, self.display.percent)) if has_share(figure, total) else None
        return Part(measure.id, measure.title, amount, portion, self.place(amount))

    def streams(self, common: Iterable[Common]) -> tuple[Stream, ...]:
        return tuple(Stream(start, end, self.number(figure)) for start, end, figure in common)

    def main_change(self, change: Change) -> MainChange:
        assert change.amount is not None  # noqa: S101 - what did not change is no main change
        vocabulary = self.writer.vocabulary
        reason = vocabulary.remarks.get(change.reason, "") or vocabulary.reasons.get(change.reason, "")
        amount = self.number(change.amount, absolute=True)
        this, last = self.optional(change.this), self.optional(change.last)
        return MainChange(
            title=change.title,
            situation=change.situation,
            this=this,
            last=last,
            amount=amount,
            rate=self.optional(change.rate, absolute=True),
            reason=inlines(self.writer.resolved(reason)),
            section=self.place(amount, this),
        )


def _told(figure: KeyFigure) -> KeyFigure | None:
    """Return a key figure, unless nothing is known of this year's."""
    return figure if figure.this is not None or figure.nothing else None


def _average(cost: Figure | Missing, heads: Figure | Missing) -> Figure | Missing:
    """Return a cost for each head, or why there is none; nobody can state it."""
    if not isinstance(cost, Figure) or not isinstance(heads, Figure) or heads.shown.is_zero():
        return Missing.UNKNOWN
    return average(cost, heads)
