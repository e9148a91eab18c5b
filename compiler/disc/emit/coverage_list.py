"""What the national rules require, as the list below a disclosure: how its document meets each item.

Words are the theme's. What stands in every item is made here: a template in a sandbox takes its time for each name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from disc.core.document import Covered
from disc.emit.markup import escape


class CoverageList(Struct, frozen=True):
    """What the template of a disclosure sees of what its document covers."""

    covered: Sequence[Covered]
    words: Mapping[str, Mapping[str, str]]
    """`marks` and `words` of each status; the counts stand in the order of the marks."""

    @property
    def counts(self) -> Markup:
        """How many items have each status that there is."""
        number = Counter([each.status.value for each in self.covered])
        return _markup([self._count(status, number[status]) for status in self.words["marks"] if number[status]])

    def _count(self, status: str, number: int) -> str:
        mark, word = self._said(status)
        return f'<span class="{_class(status)}"><span aria-hidden="true">{mark}</span> {word}{number}项</span> '

    @property
    def items(self) -> Markup:
        """The items, with links to the sections in which they stand."""
        return _markup([self._item(each) for each in self.covered])

    def _item(self, covered: Covered) -> str:
        mark, word = self._said(covered.status)
        title = escape(covered.title)
        shown = f'<a href="#{escape(covered.section)}">{title}</a>' if covered.section else title
        reason = f"：{escape(covered.reason)}" if covered.reason else ""
        return (
            f'<li class="{_class(covered.status)}"><span class="mark" aria-hidden="true">{mark}</span> {shown} '
            f'<span class="status">{word}{reason}</span></li>\n'
        )

    def _said(self, status: str) -> tuple[str, str]:
        return escape(self.words["marks"][status]), escape(self.words["words"][status])


def _class(status: str) -> str:
    return status.replace(" ", "-")


def _markup(parts: Sequence[str]) -> Markup:
    """Return as safe what is escaped where it is made."""
    return Markup("".join(parts))  # noqa: S704
