"""The manual: what there is to say about each rule, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disc.core.diagnostic import Language, Rule, Words

_BREAK = r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])"
"""A break of lines in Chinese, where no space stands; seldom looked for, and long to compile."""

_FIELD = re.compile(r"\{([a-z_]+?)(?:_zh|_en)?\}")


class Passage(Struct, frozen=True):
    """A paragraph of a page, or an example in it."""

    text: str
    is_example: bool = False


class ManualPage(Struct, frozen=True):
    """What there is to say about a rule."""

    rule: Rule
    text: str = ""
    """What the words of the rule do not say, in both languages, with examples. For the rule of a check its docstring:
    what, why, examples, how to mend; why in Chinese too, in which what and how are words of the rule. May be empty."""

    @property
    def summary(self) -> str:
        """What is wrong, on one line, in English."""
        told = passages(self.text.partition("FAIL:")[0], "en")
        return told[0].text if told else f"{self.rule.title.en}."

    def passages(self, language: Language) -> tuple[Passage, ...]:
        """Return what the text says in a language, in parts; examples are for all."""
        return passages(self.text, language)

    @property
    def message(self) -> Words:
        """What is said where the rule finds something, each field by its name in braces."""
        return pattern(self.rule.message)

    @property
    def hint(self) -> Words:
        """What is said to do about it, likewise; may be empty."""
        return pattern(self.rule.hint)


class Chapter(Struct, frozen=True):
    """Rules about the same thing."""

    id: str
    """Its name in addresses; no code."""

    title: Words
    text: str
    """What is true of all of them, in both languages."""

    pages: tuple[ManualPage, ...]

    def passages(self, language: Language) -> tuple[Passage, ...]:
        """Return what the text says in a language, in parts."""
        return passages(self.text, language)


def passages(text: str, language: Language) -> tuple[Passage, ...]:
    """Return what a text says in a language, in parts: what ends with 。 is Chinese, and examples are for all."""
    return tuple(_in_language(_passages(text), language))


def pattern(words: Words) -> Words:
    """Return words with their fields as names; that a field itself is in a language goes without saying.

    Braces that stand for themselves are doubled in the words of a rule, as those of a template are.
    """
    return Words(*(_FIELD.sub(r"{\1}", text).replace("{{", "{").replace("}}", "}") for text in (words.zh, words.en)))


_HEADINGS = {"FAIL:": Words("错误的写法：", "FAIL:"), "PASS:": Words("正确的写法：", "PASS:")}


def _in_language(passages: Iterable[Passage], language: Language) -> Iterator[Passage]:
    for passage in passages:
        heading = _HEADINGS.get(passage.text)
        if passage.is_example:
            yield passage
        elif heading:
            yield Passage(heading.zh if language == "zh" else heading.en)
        elif passage.text.endswith("。") == (language == "zh"):
            yield passage


def _passages(text: str) -> Iterator[Passage]:
    """Yield what stands between empty lines; what is indented is an example, with the empty lines in it."""
    for block in re.findall(r"(?:^ +\S.*\n?|^\n(?= ))+|(?:^\S.*\n?)+", text, re.MULTILINE):
        if block.lstrip("\n").startswith(" "):
            lines = block.strip("\n").split("\n")
            yield Passage("\n".join(line.removeprefix("    ") for line in lines), is_example=True)
        else:
            yield Passage(re.sub(_BREAK, "", block.strip()).replace("\n", " "))
