"""Terms: explained in the glossary, linked to where they are first said."""

from __future__ import annotations

import re

from msgspec.structs import replace

from disc.core.document import Block, Covered, Document, Enumeration, Item, Status, Text
from disc.emit.glossary import terms
from disc.emit.html import to_html
from tests import sample_document as make

EXPLAINED = ("财政拨款：由预算安排的款项。", "财政拨款收入：从财政取得的收入。", "“三公”经费：三项费用。")


def document(*blocks: Block, explained: tuple[str, ...] = EXPLAINED, fulfilled: bool = True) -> Document:
    glossary = Enumeration(tuple(Item("", (make.paragraph(words),)) for words in explained))
    made = make.document(
        make.section("text", 2, "一、", "说明", *blocks), make.section("glossary", 2, "二、", "名词", glossary)
    )
    covered = Covered("glossary", "名词解释", Status.PRESENT, "glossary")
    return replace(made, coverage=(covered,) if fulfilled else ())


def links(*blocks: Block, explained: tuple[str, ...] = EXPLAINED) -> list[tuple[str, str]]:
    page = to_html(document(*blocks, explained=explained)).body
    return re.findall('<a class="term" href="#([^"]*)">([^<]*)</a>', page)


def test_each_term_has_an_address() -> None:
    page = to_html(document()).body
    assert re.findall('<li id="([^"]*)"><p>([^：]*)', page) == [
        ("term_1", "财政拨款"),
        ("term_2", "财政拨款收入"),
        ("term_3", "“三公”经费"),
    ]


def test_the_first_mention_is_a_link_and_no_other() -> None:
    said = make.paragraph("本年“三公”经费和财政拨款，", Text("财政拨款", strong=True), "与上年“三公”经费。")
    assert links(said, make.paragraph("财政拨款")) == [("term_3", "“三公”经费"), ("term_1", "财政拨款")]


def test_a_longer_term_is_no_mention_of_a_shorter_one() -> None:
    assert links(make.paragraph("财政拨款收入增加。")) == [("term_2", "财政拨款收入")]
    both = links(make.paragraph("财政拨款收入增加。"), make.paragraph("财政拨款减少。"))
    assert both == [("term_2", "财政拨款收入"), ("term_1", "财政拨款")]


def test_items_of_a_list_are_running_text_and_cells_are_not() -> None:
    item = Enumeration((Item("1.", (make.paragraph("财政拨款"),)),))
    assert links(make.two_sided(), item) == [("term_1", "财政拨款")]
    assert links(make.section("more", 3, "（一）", "财政拨款")) == []


def test_what_is_around_a_link_is_escaped() -> None:
    page = to_html(document(make.paragraph("<b>财政拨款&"))).body
    assert '<p>&lt;b&gt;<a class="term" href="#term_1">财政拨款</a>&amp;</p>' in page


def test_a_term_with_marks_is_escaped_too() -> None:
    assert links(make.paragraph("R&D投入"), explained=("R&D：研发。",)) == [("term_1", "R&amp;D")]


def test_what_is_no_term() -> None:
    sentences = ("没有冒号", f"{'长' * 25}：太长", "：没有词")
    assert terms(document(explained=sentences)) == ()


def test_without_a_glossary_there_are_no_terms() -> None:
    assert terms(document(fulfilled=False)) == ()
    assert 'class="term"' not in to_html(document(make.paragraph("财政拨款"), fulfilled=False)).body
