"""The HTML says what the document says, and its tables are tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from disc.core.document import Block, Cell, CellKind, Enumeration, Item, Row, RowKind, Table, Text
from disc.emit.html import contents_html, to_html
from tests import sample_document as make

VOID = {"br", "hr", "img", "link", "meta", "wbr"}


class Reader(HTMLParser):
    """Collects what a browser would see; complains about tags that do not close as they opened."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute))]


def html(*blocks: Block) -> str:
    """The markup of blocks, without the section around them."""
    markup = to_html(make.document(*blocks)).body
    return markup.split("</h2>\n", 1)[1].removesuffix("</section>\n")


@pytest.fixture(scope="module")
def sample() -> Reader:
    markup = to_html(make.sample(), tables="tables")
    return Reader(markup.body + markup.panels)


def test_a_paragraph_with_every_kind_of_inline() -> None:
    content = make.paragraph("占<", make.number(make.SHARE, "%"), Text("强", strong=True), Text("重", True, True))
    assert html(content) == (
        '<p>占&lt;<a class="figure" id="n11_" href="#f11_">18.10%</a>'
        "<strong>强</strong><strong><em>重</em></strong></p>\n"
    )


def test_an_enumeration() -> None:
    inner = Enumeration((Item("", (make.paragraph("乙"),)),))
    assert html(Enumeration((Item("1.", (make.paragraph("甲"), inner)), Item("2.", ())))) == (
        '<ol class="enumeration" role="list">\n<li><p><span class="label">1.</span> 甲</p>\n'
        '<ul class="enumeration" role="list">\n<li><p>乙</p>\n</li>\n</ul>\n</li>\n'
        '<li><p><span class="label">2.</span> </p>\n</li>\n</ol>\n'
    )


def test_a_section() -> None:
    assert html(make.section("scale", 3, "（一）", "规模", make.paragraph("甲"))) == (
        '<section class="level-3" id="scale">\n'
        '<h4 id="scale_title"><span class="label">（一）</span>规模</h4>\n<p>甲</p>\n</section>\n'
    )


def test_a_table() -> None:
    table = Table(
        "t", "表1", "总<表>", (Text("编制单位"),), "单位：万元", 2,
        (Row(RowKind.HEADER, (make.column("收入", 2),)),),
        (Row(RowKind.TOTAL, (make.header("合计", 1), make.amount(make.OTHER))),
         Row(RowKind.DETAIL, (make.header(""),))),
        (make.paragraph("备注"),), ("a", "b"),
    )  # fmt: skip
    assert html(table) == (
        '<figure class="table" id="table_t">\n'
        '<figcaption id="table_t_title"><span class="label">表1</span> <span class="title">总&lt;表&gt;</span>'
        "</figcaption>\n"
        '<p class="surround"><span class="preparer">编制单位</span> <span class="unit">单位：万元</span></p>\n'
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="table_t_title">\n'
        '<table aria-labelledby="table_t_title">\n'
        '<thead>\n<tr class="header"><th scope="col" colspan="2">收入</th></tr>\n</thead>\n'
        '<tbody>\n<tr class="total"><th scope="row" data-indent="1">合计</th>'
        '<td class="number"><a class="figure" id="n4_" href="#f4_">37.00</a></td></tr>\n'
        '<tr class="detail"><td></td></tr>\n</tbody>\n'
        "</table>\n</div>\n"
        '<div class="notes">\n<p>备注</p>\n</div>\n'
        "</figure>\n"
    )


@pytest.mark.parametrize(
    ("number", "title", "caption", "names"),
    [
        ("", "总表", "", "t_title"),
        ("表1", "总表", '<span class="label">表1</span>', "table_t_title t_title"),
        ("", "分表", '<span class="title">分表</span>', "table_t_title"),
    ],
)
def test_a_table_does_not_repeat_the_heading_above_it(number: str, title: str, caption: str, names: str) -> None:
    table = replace(make.empty(), id="t", label=number, title=title)
    section = make.section("t", 2, "1.", "总表", table, make.paragraph("甲"))
    start, _, rest = html(section).partition('<p class="surround">')
    assert start == (
        '<section class="level-2" id="t">\n<h3 id="t_title"><span class="label">1.</span> 总表</h3>\n'
        '<figure class="table" id="table_t">\n'
        + (f'<figcaption id="table_t_title">{caption}</figcaption>\n' if caption else "")
    )
    assert set(re.findall('aria-labelledby="(.*?)"', rest)) == {names}
    assert rest.endswith("</figure>\n<p>甲</p>\n</section>\n")


def test_each_table_has_a_link_to_its_data(sample: Reader) -> None:
    links = [value for value in sample.values("href") if value.endswith(".csv")]
    assert links == [f"tables/{name}.csv" for name in ("overall", "income", "fund", "targets-1")]


def test_wide_tables_and_layouts_are_marked(sample: Reader) -> None:
    assert [a["class"] for tag, a in sample.elements if tag == "figure"] == [
        "table", "table wide", "table", "table layout"
    ]  # fmt: skip


def test_names_are_unique_and_every_reference_has_its_name(sample: Reader) -> None:
    names = sample.values("id")
    assert len(names) == len(set(names))
    contents = Reader(contents_html(make.sample()))
    links = [link.removeprefix("#") for link in contents.values("href")]
    assert len(links) == 11
    here = [link.removeprefix("#") for link in sample.values("href") if link.startswith("#")]
    assert {*links, *here, *" ".join(sample.values("aria-labelledby")).split()} <= set(names)


def test_every_number_links_to_its_panel_and_every_figure_has_one(sample: Reader) -> None:
    numbers = [a for tag, a in sample.elements if tag == "a" and a.get("class") == "figure"]
    panels = [str(a["id"]) for _, a in sample.elements if a.get("class") == "panel"]
    assert len(numbers) > 30
    assert {str(a["href"]) for a in numbers} <= {f"#{name}" for name in panels}
    assert panels == [f"f{n}_" for n in range(len(make.FIGURES))]


def test_the_first_place_of_a_figure_is_an_anchor(sample: Reader) -> None:
    places = [str(a["id"]) for tag, a in sample.elements if tag == "a" and a.get("class") == "figure" and "id" in a]
    numbers = [str(a["href"]) for tag, a in sample.elements if tag == "a" and a.get("class") == "figure"]
    assert places == [f"n{name.removeprefix('#f')}" for name in dict.fromkeys(numbers)]


def test_a_table_of_many_numbers_has_a_link_past_them() -> None:
    rows = tuple(Row(RowKind.DETAIL, (make.amount(make.OTHER),)) for _ in range(10))
    table = replace(make.empty(), body=rows, notes=())
    markup = html(table)
    skip = '<a class="skip-table" href="#table_fund_end">跳过本表的10个数字</a>\n<div class="scroll"'
    assert skip in markup
    assert markup.endswith('</table>\n</div>\n<span id="table_fund_end"></span>\n</figure>\n')
    assert "skip-table" not in html(replace(table, body=rows[1:]))


def test_there_is_no_style_and_no_script(sample: Reader) -> None:
    assert not sample.values("style")
    assert not any(tag in {"script", "style"} for tag, _ in sample.elements)
    assert not any(name.startswith("on") for _, attributes in sample.elements for name in attributes)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_text_is_never_markup(text: str) -> None:
    hostile = Row(RowKind.DETAIL, (make.text(text), Cell(CellKind.CODE, (Text(text),))))
    table = Table("t", text, text, (Text(text),), text, 2, (), (hostile,), (), ())
    reader = Reader(html(make.paragraph(text), Enumeration((Item(text, (make.paragraph(text),)),)), table))
    assert re.sub(r"\s", "", reader.text) == re.sub(r"\s", "", text * 9)
