"""The manual as text: what a code means, and which codes there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill, indent

from disc.core.diagnostic import LEVELS, Language, Words
from disc.core.manual import Chapter, ManualPage, Passage
from disc.report.printable import width

_WIDTH = 100


def code_list(chapters: Sequence[Chapter], language: Language) -> Iterator[str]:
    """Yield the title of each chapter and a line for each of its codes: level and title."""
    pages = [page for chapter in chapters for page in chapter.pages]
    codes = max((width(page.rule.code) for page in pages), default=0)
    levels = max((width(_level(page, language)) for page in pages), default=0)
    for number, chapter in enumerate(chapters):
        yield from ("", _say(chapter.title, language)) if number else (_say(chapter.title, language),)
        for page in chapter.pages:
            code, level = page.rule.code, _level(page, language)
            columns = (_filled(code, codes), _filled(level, levels), _say(page.rule.title, language))
            yield f"  {'  '.join(columns)}"


def page_text(page: ManualPage, language: Language) -> str:
    """Return all there is to say about a code."""
    rule = page.rule
    head = f"{rule.code}  {_level(page, language)}  {_say(rule.title, language)}"
    said = _say(page.message, language)
    hint = [f"→ {_say(page.hint, language)}"] if page.hint.zh else []
    return "\n\n".join([head, "\n".join([said, *hint]), *map(_as_text, page.passages(language))])


def chapter_text(chapter: Chapter, language: Language) -> str:
    """Return what there is to say about all codes of a chapter, and which they are."""
    head = f"{'同类：' if language == 'zh' else 'Of its kind: '}{_say(chapter.title, language)}"
    codes = fill("  ".join(page.rule.code for page in chapter.pages), _WIDTH, break_on_hyphens=False)
    return "\n\n".join([head, *map(_as_text, chapter.passages(language)), codes])


def _as_text(passage: Passage) -> str:
    """Return a passage as a terminal shows it: an example indented, English in lines; Chinese breaks anywhere."""
    if passage.is_example:
        return indent(passage.text, "    ")
    return passage.text if passage.text.endswith(("。", "：")) else fill(passage.text, _WIDTH, break_long_words=False)


def _level(page: ManualPage, language: Language) -> str:
    return _say(LEVELS[page.rule.level], language)


def _filled(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _say(words: Words, language: Language) -> str:
    return words.zh if language == "zh" else words.en
