"""What a report is made of, whatever its format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from disc.core.diagnostic import Diagnostic, Language, Level
from disc.core.outcome import Tally
from disc.core.span import Span


class Findings(Struct, frozen=True):
    """The findings of a run, and what is needed to show them."""

    diagnostics: tuple[Diagnostic, ...]
    """All of them, in the reporting order."""

    specs: int
    """How many specs were looked at."""

    language: Language
    checks: Tally = field(default_factory=Counter)
    """What became of the checks, over all specs."""

    level: Level = Level.NOTICE
    """The least grave level that is shown."""

    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lines of the files that findings name; without them a place stands alone."""

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """Those that are grave enough."""
        levels = list(Level)
        return tuple(d for d in self.diagnostics if levels.index(d.level) <= levels.index(self.level))

    def count(self, level: Level) -> int:
        """Return how many findings have a level, shown or not; those that were accepted are none."""
        return sum(found.level is level and not found.accepted for found in self.diagnostics)

    def line(self, span: Span) -> str | None:
        """Return the line of the source that a place is in."""
        return line_at(self.sources, span)

    def say(self, zh: str, en: str) -> str:
        """Return words in the language of the report."""
        return zh if self.language == "zh" else en


def line_at(sources: Mapping[str, tuple[str, ...]], span: Span) -> str | None:
    """Return the line of the source that a place is in, where it is known."""
    lines = sources.get(span.file, ())
    return lines[span.line - 1] if 0 < span.line <= len(lines) else None
