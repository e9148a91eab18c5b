"""The manual: complete, in words, the same on the site and in a terminal."""

from __future__ import annotations

import html
import re

import pytest

from disc import manual as manual_module
from disc.core.diagnostic import Language, Words
from disc.core.manual import Chapter, ManualPage, Passage
from disc.manual import manual
from disc.manual.chapters import OUTLINES, TEXTS
from disc.publish.pages import render
from disc.publish.site_pages import MANUAL
from disc.report.explain import chapter_text, code_list, page_text
from tests import sample_document as make
from tests.checks.test_checks import CHECKS, RULES
from tests.report.samples import ERROR, NOTICE
from tests.themes import theme

CHAPTERS = manual()
PAGES = [page for chapter in CHAPTERS for page in chapter.pages]


def test_every_rule_stands_in_one_chapter() -> None:
    codes = [code for outline in OUTLINES for code in outline.codes]
    assert sorted(codes) == sorted(rule.code for rule in RULES.values())
    assert [page.rule.code for page in PAGES] == codes
    assert len(codes) == len(set(codes)) > 100
    assert len({chapter.id for chapter in CHAPTERS}) == len(CHAPTERS)


def test_what_is_kept_is_what_would_be_collected() -> None:
    assert manual_module._collected() == CHAPTERS


def test_the_pages_of_checks_are_their_docstrings_and_others_have_texts() -> None:
    checks = {name.replace("_", "-") for name in CHECKS}
    assert {page.rule.code for page in PAGES if page.text} == checks | TEXTS.keys()
    assert checks.isdisjoint(TEXTS)
    assert all(page.text.startswith(page.summary) for page in PAGES if page.rule.code in checks)


def test_a_text_says_the_same_in_both_languages() -> None:
    for text in (*TEXTS.values(), *(outline.text for outline in OUTLINES)):
        told = [[p.is_example for p in ManualPage(ERROR, text).passages(language)] for language in ("zh", "en")]
        assert told[0] == told[1], text


class Names(dict[str, str]):
    """Each field is its own name, without a language, in braces."""

    def __missing__(self, field: str) -> str:
        return f"{{{re.sub('_(zh|en)$', '', field)}}}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_a_rule_stand_as_they_are_said(language: Language) -> None:
    for page in PAGES:
        for told, words in ((page.message, page.rule.message), (page.hint, page.rule.hint)):
            said = told.zh if language == "zh" else told.en
            assert said == words.fill(language, Names())


def test_what_a_rule_is_about_in_one_line() -> None:
    assert ManualPage(ERROR, "One\nline.\n\n一行。\n\nFAIL:\n\n    a: 1").summary == "One line."
    assert ManualPage(ERROR, "FAIL:\n\n    a: 1").summary == ManualPage(ERROR).summary == "The title of a-error."


def test_a_page_in_words() -> None:
    page = ManualPage(ERROR, "A name is wrong.\n\n名称\n要对。\n\nFAIL:\n\n    a: 1\n\nMend: correct it.")
    assert page_text(page, "zh").splitlines() == [
        "a-error  错误  a-error 的标题",
        "",
        "{name}不对",
        "→ 改正{name}",
        "",
        "名称要对。",
        "",
        "错误的写法：",
        "",
        "    a: 1",
    ]
    assert page_text(page, "en").splitlines()[5:] == [
        "A name is wrong.",
        "",
        "FAIL:",
        "",
        "    a: 1",
        "",
        "Mend: correct it.",
    ]
    assert page_text(ManualPage(NOTICE), "en").splitlines() == [
        "a-notice  notice  The title of a-notice",
        "",
        "{name} is wrong",
        "→ Correct {name}",
    ]


ONE = Chapter("one", Words("一", "One"), "What it\nis.\n\n一。", (ManualPage(ERROR), ManualPage(NOTICE)))
TWO = Chapter("two", Words("二", "Two"), "", (ManualPage(ERROR),))


def test_the_list_is_aligned() -> None:
    assert list(code_list([ONE, TWO], "en")) == [
        "One",
        "  a-error   error   The title of a-error",
        "  a-notice  notice  The title of a-notice",
        "",
        "Two",
        "  a-error   error   The title of a-error",
    ]


def test_a_chapter_in_words() -> None:
    assert chapter_text(ONE, "en") == "Of its kind: One\n\nWhat it is.\n\na-error  a-notice"
    assert chapter_text(ONE, "zh") == "同类：一\n\n一。\n\na-error  a-notice"


def test_passages() -> None:
    text = (
        "One line.\n\nTwo\nlines.\n\n写 id\n的。\n\nFAIL:\n\n    a: 1\n\n      b: ▸2\n\nPASS:\n\n    a: 2\n\nMend: it."
    )
    assert ManualPage(ERROR, text).passages("en") == (
        Passage("One line."),
        Passage("Two lines."),
        Passage("FAIL:"),
        Passage("a: 1\n\n  b: ▸2", is_example=True),
        Passage("PASS:"),
        Passage("a: 2", is_example=True),
        Passage("Mend: it."),
    )
    assert ManualPage(ERROR, text).passages("zh") == (
        Passage("写 id 的。"),
        Passage("错误的写法："),
        Passage("a: 1\n\n  b: ▸2", is_example=True),
        Passage("正确的写法："),
        Passage("a: 2", is_example=True),
    )


def squeezed(text: str) -> str:
    return re.sub(r"[\s`]+", "", text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shows_a_field_of_another_language(language: Language) -> None:
    for page in PAGES:
        assert not re.search(r"\{[a-z_]+_(zh|en)\}", page_text(page, language)), page.rule.code


def test_the_site_says_the_same() -> None:
    files = render([make.sample()], (), theme(), manual=CHAPTERS)
    page = files[MANUAL].decode()
    text = squeezed(html.unescape(re.sub("<[^>]*>", "", page)))
    for chapter in CHAPTERS:
        assert f'href="#chapter_{chapter.id}"' in page
        assert f'<section class="chapter" id="chapter_{chapter.id}"' in page
        assert all(squeezed(passage.text) in text for passage in chapter.passages("zh"))
    for each in PAGES:
        assert f'<section class="rule" id="{each.rule.code}"' in page
        told = [passage.text for passage in each.passages("zh")]
        for words in (each.message.zh, each.hint.zh, each.rule.title.zh, *told):
            assert squeezed(words) in text, each.rule.code
        assert squeezed(each.message.en) not in text
    assert "<script>" not in page
    # Every page leads there.
    assert b'href="manual/index.html"' in files["index.html"]
    assert b'href="../../../manual/index.html"' in files[f"{make.sample().meta.address}/index.html"]
    assert MANUAL not in render([make.sample()], (), theme())
