"""What authors write: paragraphs, lists and emphasis; everything else stays the characters it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.compile.prose import prose
from disc.core.document import Enumeration, Inline, Number, Paragraph, Text

# Blocks as text: / between paragraphs, [1. …] for items, **strong**, *emphasis*, «digits:figure».
CASES = {
    "一段。": "一段。",
    "  一段。\n": "一段。",
    "": "",
    " \n ": "",
    "甲\n\n乙": "甲 / 乙",
    # Line breaks: nothing between wide characters, a space between others.
    "甲\n乙": "甲乙",
    "甲\r\n乙": "甲乙",
    "甲  \n乙": "甲乙",
    "甲\\\n乙": "甲乙",
    "甲\nb": "甲b",
    "a\n乙": "a乙",
    "a\nb": "a b",
    "2024\n2025": "2024 2025",
    "甲，\n乙": "甲，乙",
    # Emphasis.
    "**重**点": "**重**点",
    "*斜*与**粗*斜*粗**": "*斜*与**粗*****斜*****粗**",
    "a_b_c": "a_b_c",
    "5 * 3": "5 * 3",
    "\\*非\\*": "*非*",
    "**不完": "**不完",
    "真**，**她": "真**，**她",
    "**增长（同比）**的原因": "**增长（同比）**的原因",
    "因**“一上”**而*（减）*少": "因**“一上”**而*（减）*少",
    "甲 ** 乙 ** 丙": "甲 ** 乙 ** 丙",
    "a**(b)**c": "a**(b)**c",
    # Lists.
    "- 一\n- 二": "[ 一][ 二]",
    "1. 一\n2. 二": "[1. 一][2. 二]",
    "1) 一\n2) 二": "[1. 一][2. 二]",
    "前\n\n- 一\n\n  又\n- 二\n\n后": "前 / [ 一 / 又][ 二] / 后",
    "- 一\n  1. 内\n  2. 外\n- 二": "[ 一 / [1. 内][2. 外]][ 二]",
    "+增长": "+增长",
    "-5%": "-5%",
    "1.5": "1.5",
    # HTML, links, images, code, headings, quotes, tables: literal.
    "<b>x</b>": "<b>x</b>",
    "<script>alert(1)</script>\n乙": "<script>alert(1)</script>乙",
    "<!-- x -->": "<!-- x -->",
    "&lt;&amp;&#60;": "&lt;&amp;&#60;",
    "[链](http://x.cn)\n乙": "[链](http://x.cn)乙",
    "![图](x.png)\n乙": "![图](x.png)乙",
    "<http://x.cn>\n乙": "<http://x.cn>乙",
    "http://x.cn\n乙": "http://x.cn乙",
    "`码`\n乙": "`码`乙",
    "# 题\n乙": "# 题乙",
    "> 引\n乙": "> 引乙",
    "题\n===": "题===",
    "***": "***",
    "~~删~~\n乙": "~~删~~乙",
    "| a |\n| - |": "| a | | - |",
    "[a]: http://x.cn\n\n[a]": "[a]: http://x.cn / [a]",
    # Figures, as templates mark them, stay figures.
    "\ue0003\ue001896.16万元\ue002": "«896.16万元:3»",
    "共\ue0003\ue0015\ue002，占\ue0004\ue0011%\ue002。": "共«5:3»，占«1%:4»。",
    "**共\ue0003\ue0015\ue002**": "**共**«5:3»",
    "甲\n\ue0003\ue0015\ue002\n乙": "甲«5:3»乙",
    "- \ue0003\ue0015\ue002": "[ «5:3»]",
}


@pytest.mark.parametrize("text", CASES)
def test_prose(text: str) -> None:
    assert shown(prose(text, lambda number: f"{number}.")) == CASES[text]


def test_items_are_labelled_as_the_form_says() -> None:
    assert shown(prose("1. 一\n8. 二", lambda number: f"（{number}）")) == "[（1） 一][（2） 二]"


def test_a_sentence_that_begins_with_a_year_keeps_it() -> None:
    assert shown(prose("2024. 年初安排", lambda number: f"{number}.")) == "[2024. 年初安排]"


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="*_\\+-)."), max_size=40))
def test_text_without_markdown_is_kept(text: str) -> None:
    assert shown(prose(text, str)) == text


@given(st.text("a甲*_\\-+1.) \n<>&[]()#`\ue000\ue001\ue002", max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for block in prose(text, str):
        assert isinstance(block, Paragraph | Enumeration)


def shown(blocks: tuple[Paragraph | Enumeration, ...]) -> str:
    return " / ".join(
        "".join(map(inline, block.content))
        if isinstance(block, Paragraph)
        else "".join(f"[{item.label} {shown(item.blocks)}]" for item in block.items)
        for block in blocks
    )


def inline(piece: Inline) -> str:
    match piece:
        case Number():
            return f"«{piece.text}:{piece.figure}»"
        case Text():
            stars = "*" * (2 * piece.strong + piece.emphasis)
            return f"{stars}{piece.text}{stars}"


@pytest.mark.parametrize("text", ["*" * 490 + "甲" + "*" * 490, "*aaaa " * 490 + " aaaa*" * 490, "- " * 30 + "甲"])
def test_depth_that_nobody_writes_loses_no_word(text: str) -> None:
    words = shown(prose(text, str))
    assert words.count("甲") == text.count("甲")
    assert words.count("a") == text.count("a")
