"""The summary as the theme's template sees it: rows, pictures and numbers as markup, headings of what is linked to.

Words are the template's. What stands in every row is made here: a template in a sandbox takes its time for each name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from markupsafe import Markup

from disc.core.document import Block, Document, Inline, Number, Section
from disc.core.figure import Figure
from disc.core.number import ZERO
from disc.core.summary import KeyFigure, Part, Summary
from disc.emit.flow_picture import NARROW, WIDE, Picture, flow_pictures
from disc.emit.html import number_html
from disc.emit.markup import escape
from disc.emit.words import heading

FULL = 1000
"""Length of the longest data bar."""


class SummaryView:
    """What the template of the summary sees of one document."""

    def __init__(self, document: Document, summary: Summary) -> None:
        self._document = document
        self.summary = summary

    @property
    def kind(self) -> str:
        """The kind of the document."""
        return self._document.meta.kind

    @property
    def _figures(self) -> Sequence[Figure]:
        return self._document.figures

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The way of the money, drawn for windows of each kind: wide, narrow; nothing where it is not known."""
        drawn = flow_pictures(self._document, self.summary, (WIDE, NARROW))
        return dict(zip(("wide", "narrow"), drawn, strict=True)) if drawn else {}

    @cached_property
    def headings(self) -> dict[str, str]:
        """Number and title of each section, by its id."""
        return dict(_headings(self._document.sections))

    @property
    def main_source(self) -> Part | None:
        """The largest source; None where there is none."""
        return self._largest(self.summary.sources)

    @property
    def main_function(self) -> Part | None:
        """The largest function; None where there is none."""
        return self._largest(self.summary.functions)

    def _largest(self, parts: Iterable[Part]) -> Part | None:
        return max(parts, key=lambda part: self._figures[part.amount.figure].value, default=None)

    def listed(self, parts: Iterable[Part], comma: str) -> str:
        """Return parts with their amounts in a row, as words."""
        return comma.join(part.title + part.amount.text for part in parts)

    @property
    def source_rows(self) -> Markup:
        """Rows of a table: title, amount, share of each source."""
        return _markup(self._row(part) for part in self.summary.sources)

    @property
    def function_rows(self) -> Markup:
        """The same of each function, and where the flow is known what of it is of each nature."""
        natures = range(len(self.summary.natures)) if self.summary.outflow else ()
        common = {(stream.start, stream.end): stream.amount for stream in self.summary.outflow}
        return _markup(
            self._row(part, *(common.get((n, nature)) for nature in natures))
            for n, part in enumerate(self.summary.functions)
        )

    def _row(self, part: Part, *more: Number | None) -> str:
        cells = "".join(f"<td>{self._number(number)}</td>" for number in (part.amount, part.share, *more))
        return f'<tr><th scope="row">{escape(part.title)}</th>{cells}</tr>\n'

    @property
    def has_last(self) -> bool:
        """Whether last year's figure is known of some item of the three public expenses."""
        return any(key.last is not None for key in self.summary.three_public_parts)

    def three_public_rows(self, nothing: str) -> Markup:
        """Return rows of a table: title, this year's, last year's where any is known, and bars of one scale.

        Args:
            nothing: what is said of that of which there is known to be none, this year or last.
        """
        keys = self.summary.three_public_parts
        lengths = self.bars()
        return _markup(self._key_row(key, length, nothing) for key, length in zip(keys, lengths, strict=True))

    def bars(self) -> tuple[tuple[int, int], ...]:
        """Return how long the bars of each item are, this year's and last year's, the longest of all being `FULL`."""
        keys = self.summary.three_public_parts
        lengths = [(self._length(key.this), self._length(key.last)) for key in keys]
        largest = max((length for both in lengths for length in both), default=0) or 1
        return tuple((this * FULL // largest, last * FULL // largest) for this, last in lengths)

    def _length(self, number: Number | None) -> int:
        """Return a number as displayed, in a unit that leaves no digit out; nothing for what is not above zero."""
        if number is None:
            return 0
        figure = self._figures[number.figure]
        return int(max(figure.shown_value, ZERO).scaleb(figure.decimals))

    def _key_row(self, key: KeyFigure, bars: tuple[int, int], nothing: str) -> str:
        this, last = bars
        years = [escape(nothing) if key.nothing else self._number(key.this)]
        before = escape(nothing) if key.last is None and key.situation in ("new", "none") else self._number(key.last)
        years += [before] if self.has_last else []
        cells = "".join(f"<td>{year}</td>" for year in years)
        drawn = (
            f'<svg viewBox="0 0 {FULL} 12" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect class="last" width="{last}" height="12"/><rect class="this" y="3" width="{this}" height="6"/></svg>'
        )
        bar = drawn if this or last else ""
        return f'<tr><th scope="row">{escape(key.title)}</th>{cells}<td class="bar">{bar}</td></tr>\n'

    def _number(self, number: Number | None) -> str:
        return number_html(number) if number is not None else ""

    def number(self, number: Number | None) -> Markup:
        """Return the markup of a number; nothing for none."""
        return _markup((self._number(number),))

    def words(self, content: Iterable[Inline]) -> Markup:
        """Return the markup of words and numbers."""
        return _markup(self._number(i) if isinstance(i, Number) else escape(i.text) for i in content)


def summary_view(document: Document) -> SummaryView | None:
    """Return what the template of the summary sees; None where the document has none."""
    return SummaryView(document, document.summary) if document.summary else None


def _markup(parts: Iterable[str]) -> Markup:
    """Return as safe what is escaped where it is made."""
    return Markup("".join(parts))  # noqa: S704


def _headings(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Section):
            yield block.id, heading(block)
            yield from _headings(block.blocks)
