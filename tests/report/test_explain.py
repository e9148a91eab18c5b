"""The manual: complete, in words, the same on the site and in a terminal."""

from __future__ import annotations

import html
import re

import pytest

from disc import manual as manual_module
from disc.core.diagnostic import Language
from disc.core.manual import ManualPage, Passage
from disc.manual import manual
from disc.publish.pages import render
from disc.publish.site_pages import MANUAL
from disc.report.explain import code_list, page_text
from tests import sample_document as make
from tests.checks.test_checks import CHECKS, RULES
from tests.report.samples import ERROR, NOTICE
from tests.themes import theme

PAGES = manual()


def test_every_rule_has_one_page() -> None:
    codes = [page.rule.code for page in PAGES]
    assert codes == sorted(rule.code for rule in RULES.values())
    assert len(codes) == len(set(codes)) > 100


def test_what_is_kept_is_what_would_be_collected() -> None:
    assert manual_module._collected() == PAGES


def test_the_pages_of_checks_are_their_docstrings() -> None:
    told = {page.rule.code: page for page in PAGES if page.text}
    assert told.keys() == {name.replace("_", "-") for name in CHECKS}
    assert all(page.text.startswith(page.summary) for page in told.values())


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


def test_the_list_is_aligned() -> None:
    assert list(code_list([ManualPage(ERROR), ManualPage(NOTICE)], "en")) == [
        "a-error   error   The title of a-error",
        "a-notice  notice  The title of a-notice",
    ]


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
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shows_a_field_of_another_language(language: Language) -> None:
    for page in PAGES:
        assert not re.search(r"\{[a-z_]+_(zh|en)\}", page_text(page, language)), page.rule.code


def test_the_site_says_the_same() -> None:
    files = render([make.sample()], (), theme(), manual=PAGES)
    page = files[MANUAL].decode()
    text = squeezed(html.unescape(re.sub("<[^>]*>", "", page)))
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
