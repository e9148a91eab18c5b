"""Markdown keeps the text, and reads well on a code host."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from disc.core.document import Block, Enumeration, Item, Paragraph, Row, RowKind, Table, Text
from disc.core.meta import Correction
from disc.emit.anchors import anchors
from disc.emit.markdown import to_markdown
from disc.emit.words import one_line
from tests import sample_document as make

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Half of the characters are those that Markdown or the rules of emphasis look at.
characters = st.sampled_from("\\`*_{}[]()<>#+-.!|~&$:/=\"'0123456789 \u3000增长（同比）“三公”，。aw") | st.characters(
    exclude_categories=("Cs", "Cc")
)
texts = st.text(characters, max_size=30)
troublesome = (
    "2024. 年", "2024) 年", "1.", "1、", "0001. 甲", "1234567890. 甲", "+ 增长", "- 减少", "-", "---", "- - -", "=",
    "===", "***", "___", "# 题", "####### 题", "> 引", ">=95%", "| a | b |", "a | b", "*a*", "_a_", "__a__",
    "***a***b", "~~a~~", "~a~", "`a`", "```", "~~~", "<b>", "<!-- x -->", "<http://a.cn>", "http://a.cn，其中",
    "www.a.cn", "a@b.cn", "$a$", "&amp;", "&#20;", "[a](b)", "[a]: b", "![a](b)", "\\", "a\\", "\\*", "    甲", "a  ",
    "甲\n乙", "\ufeff",
)  # fmt: skip


def body(*blocks: Block) -> str:
    """The Markdown of blocks, without title and contents list."""
    return to_markdown(make.document(*blocks)).split("## 正文\n", 1)[1]


def plain(inline: Token) -> str:
    """The characters that a reader sees."""
    assert {child.type for child in inline.children or ()} <= {
        "text", "em_open", "em_close", "strong_open", "strong_close"
    }  # fmt: skip
    return "".join(child.content for child in inline.children or ())


def inside(source: str, opening: str) -> list[str]:
    """The text of each block that begins with a token."""
    stream = PARSER.parse(source)
    return [plain(inline) for token, inline in pairwise(stream) if token.type == opening]


def expected(text: str) -> str:
    return one_line(text).strip()


@given(texts)
def test_a_paragraph_keeps_its_text(text: str) -> None:
    source = body(make.paragraph(text))
    assert inside(source, "paragraph_open") == [expected(text)] * bool(expected(text))


@pytest.mark.parametrize("text", troublesome)
def test_troublesome_text_is_kept_everywhere(text: str) -> None:
    paragraph = make.paragraph(text)
    bullets = Enumeration((Item("", (paragraph,)), Item("", (make.paragraph("末"),))))
    source = body(paragraph, Enumeration((Item("（一）", (paragraph,)),)), bullets, table(text))
    paragraphs = inside(source, "paragraph_open")
    text, labelled = expected(text), expected(f"（一）{text}")
    assert paragraphs == [text, labelled, text, "末", "表", "末"]
    assert inside(source, "th_open") == [text, "列"]
    assert inside(source, "td_open") == [text, "甲"]


styled = st.lists(st.builds(Text, texts, st.booleans(), st.booleans()), max_size=6)


@given(styled)
@example([Text("增长（同比）", strong=True), Text("的原因")])
@example([Text("真，", strong=True), Text("她")])
@example([Text("a", strong=True), Text("b", strong=True, emphasis=True), Text("c", emphasis=True)])
def test_styled_text_is_kept(content: list[Text]) -> None:
    source = body(Paragraph(tuple(content)))
    text = expected("".join(part.text for part in content))
    assert inside(source, "paragraph_open") == [text] * bool(text)


@given(texts, texts)
def test_items_keep_their_text(first: str, second: str) -> None:
    labelled = Enumeration((Item("1.", (make.paragraph(first),)), Item("2.", (make.paragraph(second),))))
    bullets = Enumeration((Item("", (make.paragraph(first), labelled)), Item("", (make.paragraph(second),))))
    source = body(labelled, bullets)
    numbered = [expected(f"1. {first}"), expected(f"2. {second}")]
    kept = [*numbered, expected(first), *numbered, expected(second)]
    assert inside(source, "paragraph_open") == list(filter(None, kept))


@given(texts)
def test_cells_and_headings_keep_their_text(text: str) -> None:
    source = body(table(text), make.section("next", 2, "一、", text))
    assert inside(source, "th_open") == [expected(text), "列"]
    assert inside(source, "td_open") == [expected(text), "甲"]
    assert inside(source, "heading_open")[-1] == expected(f"一、{text}")


def table(text: str) -> Table:
    row = Row(RowKind.DETAIL, (make.text(text), make.text("甲")))
    return Table("t", "", "表", (), "", 2, (), (row,), (make.paragraph("末"),), (text, "列"))


def test_strong_text_is_strong_up_to_the_punctuation_that_must_stay_outside() -> None:
    source = body(make.paragraph(Text("增长（同比）", strong=True), "的原因"))
    assert "**增长（同比**）的原因" in source


def test_the_contents_list_links_to_the_headings() -> None:
    source = to_markdown(make.sample())
    headings = anchors(inside(source, "heading_open"))
    inlines = [child for token in PARSER.parse(source) for child in token.children or ()]
    links = [str(inline.attrs["href"]) for inline in inlines if inline.type == "link_open"]
    assert len(links) == 11
    assert {PARSER.normalizeLink(f"#{anchor}") for anchor in headings} >= set(links)


def test_anchors_are_those_of_code_hosts() -> None:
    assert anchors(("一、“三公” 经费", "A-B c_d", "一、三公 经费", "一三公-经费-1")) == (
        "一三公-经费",
        "a-b-c_d",
        "一三公-经费-1",
        "一三公-经费-1-1",
    )


def test_tables_have_one_heading_row_and_numbers_at_the_right() -> None:
    source = body(make.two_sided())
    assert "**表1 单位收支总体情况表**\n\n编制部门（单位）：示例县人民政府办公室\n\n单位：万元\n\n" in source
    assert (
        "| 收入 项目 | 收入 预算数 | 支出 功能分类 | 支出 预算数 |\n"
        "| --- | --: | --- | --: |\n"
        "| 一、本年收入 | 607.61 | 201 一般公共服务支出 | 497.63 |\n"
        "| \u30001. 一般公共预算拨款 |  | 202 外交支出 |  |\n"
    ) in source


@pytest.mark.parametrize(
    ("number", "title", "caption"), [("", "总表", ""), ("表1", "总表", "**表1**\n\n"), ("", "分表", "**分表**\n\n")]
)
def test_a_table_does_not_repeat_the_heading_above_it(number: str, title: str, caption: str) -> None:
    section = make.section("t", 2, "1.", "总表", replace(make.empty(), label=number, title=title))
    assert body(section).startswith(f"\n### 1. 总表\n\n{caption}编制部门")


def test_a_layout_has_an_empty_heading_row() -> None:
    source = body(make.layout())
    assert inside(source, "th_open") == [""] * 6
    assert "| 产出指标 | 数量指标 | 完成项目个数（个） | >=1个 | 计划标准 | 10 |\n|  | 质量指标 |" in source


def test_what_a_reader_must_know_first_stands_below_the_title() -> None:
    corrections = (
        Correction("2024-05-06", "表3由*52*万元改为53万元", "漏填。"),
        Correction("2024-03-01", "题", "错字"),
    )
    meta = replace(make.sample().meta, draft=True, corrections=corrections)
    source = to_markdown(replace(make.sample(), meta=meta))
    assert source.split("\n## ")[0].splitlines()[1:] == [
        "",
        "> **草稿**：尚未批复或定稿，内容可能改动，不作为正式公开的文件。",
        "",
        "> **更正说明**",
        ">",
        "> - 2024年5月6日：表3由\\*52\\*万元改为53万元。更正原因：漏填。",
        "> - 2024年3月1日：题。更正原因：错字。",
    ]
