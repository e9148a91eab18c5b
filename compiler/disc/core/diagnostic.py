"""What disc has to say about its inputs, as data.

A `Rule` is one entry of the catalogue: a stable code, a level and the words in Chinese and English. A `Diagnostic` is
one finding: a rule, a place, and the fields that the words need. Only `disc.report` turns them into text.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from disc.core.span import Span

Language = Literal["zh", "en"]


class Level(Enum):
    """How grave a finding is."""

    ERROR = "error"
    """Nothing is published until it is mended."""

    WARNING = "warning"
    """Very probably a mistake; the page is published."""

    NOTICE = "notice"
    """Worth a look."""


class Words(Struct, frozen=True):
    """The same words in both languages; ``{name}`` stands for a field of the diagnostic."""

    zh: str
    en: str

    def fill(self, language: Language, fields: dict[str, str]) -> str:
        """Return the words with every field filled in.

        Raises:
            KeyError: the words name a field that the diagnostic does not have (a mistake in disc).
        """
        return (self.zh if language == "zh" else self.en).format_map(fields)


LEVELS = {
    Level.ERROR: Words("错误", "error"),
    Level.WARNING: Words("警告", "warning"),
    Level.NOTICE: Words("提示", "notice"),
}
"""What people call the levels."""


class Rule(Struct, frozen=True):
    """One entry of the catalogue of diagnostics."""

    code: str
    """Stable kebab-case name, never used again for something else."""

    level: Level
    """Default level."""

    title: Words
    """What is wrong in general, without fields."""

    message: Words
    """What is wrong here; the fields are filled in."""

    hint: Words = Words("", "")
    """What to do; empty where the message says it all."""

    def __hash__(self) -> int:
        # Of all that tells rules apart the code nearly always does; findings are put into sets by the thousand.
        return hash(self.code)

    def at(self, span: Span, *, related: Iterable[Span] = (), **fields: object) -> Diagnostic:
        """Return a finding of this rule at a place."""
        return Diagnostic(self, span, tuple(sorted((k, str(v)) for k, v in fields.items())), tuple(related))


class Diagnostic(Struct, frozen=True):
    """One finding."""

    rule: Rule
    span: Span
    """The value to mend."""

    fields: tuple[tuple[str, str], ...] = ()
    """Named values for the words, sorted by name."""

    related: tuple[Span, ...] = ()
    """Other places that take part, for example the first of two equal keys."""

    accepted: str = ""
    """The reason for which the spec accepts this finding; empty: it does not."""

    def __hash__(self) -> int:
        return hash((self.rule, self.span, self.fields))

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def level(self) -> Level:
        """The rule's level."""
        return self.rule.level

    def message(self, language: Language) -> str:
        """Return what is wrong, in words."""
        return self.rule.message.fill(language, dict(self.fields))

    def hint(self, language: Language) -> str:
        """Return what to do, or an empty string."""
        return self.rule.hint.fill(language, dict(self.fields))

    def at_level(self, level: Level) -> Diagnostic:
        """Return this finding at another level than its rule's own."""
        return replace(self, rule=replace(self.rule, level=level))

    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Return the key of the reporting order: by place, then by code."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.fields)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any finding forbids publication; one that was accepted does not."""
    return any(d.level is Level.ERROR and not d.accepted for d in diagnostics)
