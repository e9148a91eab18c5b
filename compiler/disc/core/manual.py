"""The manual: what there is to say about each rule, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disc.core.diagnostic import Level, Rule, Words

LEVELS = {
    Level.ERROR: Words("错误", "error"),
    Level.WARNING: Words("警告", "warning"),
    Level.NOTICE: Words("提示", "notice"),
}
"""What people call the levels."""

_FIELD = re.compile(r"\{([a-z_]+?)(?:_zh|_en)?\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a page, or an example in it."""

    text: str
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class ManualPage:
    """What there is to say about a rule."""

    rule: Rule
    text: str = ""
    """The docstring of the check that has the rule: what, why, examples, how to mend. Empty for all other rules."""

    @property
    def summary(self) -> str:
        """What is wrong, on one line, in English."""
        return self.text.split("\n\n")[0] or f"{self.rule.title.en}."

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text in parts."""
        return tuple(_passages(self.text))

    @property
    def message(self) -> Words:
        """What is said where the rule finds something, each field by its name in braces."""
        return pattern(self.rule.message)

    @property
    def hint(self) -> Words:
        """What is said to do about it, likewise; may be empty."""
        return pattern(self.rule.hint)


def pattern(words: Words) -> Words:
    """Return words with their fields as names; that a field itself is in a language goes without saying."""
    return Words(_FIELD.sub(r"{\1}", words.zh), _FIELD.sub(r"{\1}", words.en))


def _passages(text: str) -> Iterator[Passage]:
    """Yield what stands between empty lines; what is indented is an example, with the empty lines in it."""
    for block in re.findall(r"(?:^ +\S.*\n?|^\n(?= ))+|(?:^\S.*\n?)+", text, re.MULTILINE):
        if block.lstrip("\n").startswith(" "):
            lines = block.strip("\n").split("\n")
            yield Passage("\n".join(line.removeprefix("    ") for line in lines), is_example=True)
        else:
            yield Passage(" ".join(block.split("\n")).strip())
