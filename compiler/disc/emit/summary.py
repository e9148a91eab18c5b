"""The summary as the theme's template sees it: markup of numbers and pictures, headings of what is linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from markupsafe import Markup

from disc.core.document import Block, Document, Inline, Number, Section
from disc.core.figure import Figure
from disc.core.number import ZERO
from disc.core.summary import KeyFigure, Part, Summary
from disc.emit.flow_picture import NARROW, WIDE, Picture, flow_picture
from disc.emit.html import number_html
from disc.emit.words import heading

FULL = 1000
"""Length of the longest data bar."""


@dataclass(frozen=True, slots=True)
class DataBar:
    """A key figure with quiet bars beside it: how long they are, of `full`."""

    key: KeyFigure
    this: int
    last: int
    full: int = FULL


class SummaryView:
    """What the template of the summary sees of one document."""

    def __init__(self, document: Document, summary: Summary) -> None:
        self._document = document
        self.summary = summary

    @property
    def _figures(self) -> Sequence[Figure]:
        return self._document.figures

    @cached_property
    def wide(self) -> Picture | None:
        """The way of the money for wide windows; None where it is not known."""
        return flow_picture(self._document, self.summary, WIDE)

    @cached_property
    def narrow(self) -> Picture | None:
        """The same for narrow ones."""
        return flow_picture(self._document, self.summary, NARROW)

    @cached_property
    def headings(self) -> dict[str, str]:
        """Number and title of each section, by its id."""
        return dict(_headings(self._document.sections))

    @property
    def main_source(self) -> Part | None:
        """The largest source; None where there is none of which the share is known."""
        return self._largest(self.summary.sources)

    @property
    def main_function(self) -> Part | None:
        """The largest function; None where there is none of which the share is known."""
        return self._largest(self.summary.functions)

    def _largest(self, parts: Iterable[Part]) -> Part | None:
        known = [part for part in parts if part.share is not None]
        return max(known, key=lambda part: self._figures[part.amount.figure].value, default=None)

    def natures_of(self, function: int) -> tuple[Number | None, ...]:
        """Return for each nature what of a function is of it; nothing where the flow is not known."""
        if not self.summary.outflow:
            return ()
        found = {stream.end: stream.amount for stream in self.summary.outflow if stream.start == function}
        return tuple(found.get(nature) for nature in range(len(self.summary.natures)))

    @property
    def has_last(self) -> bool:
        """Whether last year's figure is known of some item of the three public expenses."""
        return any(key.last is not None for key in self.summary.three_public_parts)

    @property
    def bars(self) -> tuple[DataBar, ...]:
        """The items of the three public expenses, with bars of one scale."""
        keys = self.summary.three_public_parts
        lengths = [(self._length(key.this), self._length(key.last)) for key in keys]
        largest = max((length for both in lengths for length in both), default=0) or 1
        return tuple(
            DataBar(key, this * FULL // largest, last * FULL // largest)
            for key, (this, last) in zip(keys, lengths, strict=True)
        )

    def _length(self, number: Number | None) -> int:
        """Return a number as displayed, in a unit that leaves no digit out; nothing for what is not above zero."""
        if number is None:
            return 0
        figure = self._figures[number.figure]
        return int(max(figure.shown_value, ZERO).scaleb(figure.decimals))

    def number(self, number: Number | None) -> Markup:
        """Return the markup of a number; nothing for none."""
        # What is marked as safe here is escaped where it is made.
        return Markup(number_html(number, self._figures)) if number is not None else Markup()  # noqa: S704

    def words(self, content: Iterable[Inline]) -> Markup:
        """Return the markup of words and numbers."""
        parts = (number_html(i, self._figures) if isinstance(i, Number) else escape(i.text) for i in content)
        return Markup("".join(parts))  # noqa: S704


def summary_view(document: Document) -> SummaryView | None:
    """Return what the template of the summary sees; None where the document has none."""
    return SummaryView(document, document.summary) if document.summary else None


def _headings(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Section):
            yield block.id, heading(block)
            yield from _headings(block.blocks)
