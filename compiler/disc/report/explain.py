"""The manual as text: what a code means, and which codes there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill, indent

from disc.core.diagnostic import Language, Words
from disc.core.manual import LEVELS, ManualPage, Passage
from disc.report.printable import width

_WIDTH = 100


def code_list(pages: Sequence[ManualPage], language: Language) -> Iterator[str]:
    """Yield a line for each code: level and title."""
    rows = [(page.rule.code, _say(LEVELS[page.rule.level], language), page) for page in pages]
    codes = max((width(code) for code, _, _ in rows), default=0)
    levels = max((width(level) for _, level, _ in rows), default=0)
    for code, level, page in rows:
        title = _say(page.rule.title, language)
        yield f"{code}{' ' * (codes - width(code))}  {level}{' ' * (levels - width(level))}  {title}"


def page_text(page: ManualPage, language: Language) -> str:
    """Return all there is to say about a code."""
    rule = page.rule
    head = f"{rule.code}  {_say(LEVELS[rule.level], language)}  {_say(rule.title, language)}"
    said = _say(page.message, language)
    hint = [f"→ {_say(page.hint, language)}"] if page.hint.zh else []
    told = (_as_text(passage) for passage in page.passages(language))
    return "\n\n".join([head, "\n".join([said, *hint]), *told])


def _as_text(passage: Passage) -> str:
    """Return a passage as a terminal shows it: an example indented, English in lines; Chinese breaks anywhere."""
    if passage.is_example:
        return indent(passage.text, "    ")
    return passage.text if passage.text.endswith(("。", "：")) else fill(passage.text, _WIDTH, break_long_words=False)


def _say(words: Words, language: Language) -> str:
    return words.zh if language == "zh" else words.en
