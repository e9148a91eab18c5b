"""Each panel says, in words and with links, what its figure is made of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from disc.core.document import Document
from disc.core.explained import Part
from disc.core.figure import Count, Figure, Sum, total
from disc.core.ledger import Line
from disc.core.number import WAN_YUAN, YUAN, Unit
from disc.core.span import Span
from disc.emit.panels import panels_html
from tests import sample_document as make

FILE = "specs/sample/office/2024-budget.yaml"
LINKS = "https://example.org/{path}#{line}"


def panel(figure: int, document: Document | None = None, *, source_link: str = "", thousands: bool = False) -> str:
    """What stands in the panel of a figure between its heading and its last line."""
    markup = panels_html(document or make.sample(), (), source_link, thousands=thousands)
    return markup.partition(f'id="f{figure}_title">')[2].partition("</p>\n")[2].partition('<p class="way">')[0]


def heading(figure: int) -> str:
    return panels_html(make.sample(), ()).partition(f'id="f{figure}_title">')[2].partition("</p>\n")[0]


def of(*figures: Figure, lines: tuple[Line, ...] = make.LINES) -> Document:
    """A document with these figures; nothing is told of them."""
    return replace(
        make.sample(), figures=figures, lines=lines, explained=(), line_titles=tuple(line.path for line in lines)
    )


def index(figure: Figure) -> int:
    return make.FIGURES.index(figure)


def test_a_whole_panel() -> None:
    markup = panels_html(make.sample(), {0}, LINKS)
    assert (
        '<div class="panel" id="f0_" role="dialog" tabindex="-1" aria-labelledby="f0_title">\n'
        '<p class="result" id="f0_title"><data value="330.30">330.30万元</data> 行政运行</p>\n'
        f'<p>填报的数：<b>330.30万元</b> <a href="https://example.org/{FILE}#10">第10行</a></p>\n'
        f'<p class="file">{FILE}</p>\n'
        '<p class="way"><a href="#n0_">在文中的位置</a> <a class="close" href="#panels_closed">关闭</a></p>\n</div>\n'
    ) in markup
    assert markup.count('class="close"') == len(make.FIGURES)
    assert markup.count("在文中的位置") == 1
    assert markup.count('id="panels_closed"') == 1


def test_a_document_without_figures_has_no_panels() -> None:
    assert panels_html(of(), ()) == ""


def test_a_sum_of_lines_with_its_parts() -> None:
    assert panel(index(make.GENERAL_SERVICES)) == (
        '<p class="formula">＝ 行政运行 <a href="#f0_">330.30</a> ＋ 事业运行 <a href="#f1_">130.33</a> ＋ '
        '&lt;其他&gt;资金 <a href="#f4_">37.00</a></p>\n'
        "<p>由以下3行相加：</p>\n<ul>\n"
        "<li>行政运行 <b>330.30万元</b> 第10行</li>\n"
        "<li>事业运行 <b>130.33万元</b> 第11行</li>\n"
        "<li>&lt;其他&gt;资金 <b>37.00万元</b> 第14行</li>\n"
        f'</ul>\n<p class="file">{FILE}</p>\n'
    )


def test_an_approved_total_says_what_parts_it_from_its_lines() -> None:
    assert panel(index(make.SOCIAL)).startswith(
        "<p>这是批复的合计数，填报在第15行。以下2行之和为109.99万元，相差0.01万元，是四舍五入的尾差：</p>\n<ul>\n"
    )
    equal = replace(make.LINES[5], amount=Decimal(1099900))
    assert panel(0, of(make.SOCIAL, lines=(*make.LINES[:5], equal))).startswith(
        "<p>这是批复的合计数，填报在第15行，与以下2行之和相等：</p>\n"
    )


def test_a_total_a_fall_its_rate_and_a_share() -> None:
    general, social = index(make.GENERAL_SERVICES), index(make.SOCIAL)
    total_formula = f'一般公共服务 <a href="#f{general}_">497.63</a> ＋ 社会保障 <a href="#f{social}_">109.98</a></p>\n'
    assert panel(index(make.TOTAL)) == f'<p class="formula">＝ {total_formula}'
    fall = f'离退休（上年预算数） <a href="#f{index(make.LAST)}_">80.00</a> － 离退休 <a href="#f2_">50.76</a></p>\n'
    assert panel(index(make.CHANGE)) == f'<p class="formula">＝ {fall}'
    assert heading(index(make.CHANGE)) == '<data value="-29.24">29.24万元</data> 离退休比上年预算数减少'
    # What is calculated from a calculation says how that is made.
    assert panel(index(make.RATE)) == (
        f'<p class="formula">＝ 减少额 <a href="#f{index(make.CHANGE)}_">29.24</a> ÷ '
        f'离退休（上年预算数） <a href="#f{index(make.LAST)}_">80.00</a> × 100%</p>\n'
        f'<p class="formula">减少额 29.24 ＝ {fall}'
    )
    assert panel(index(make.SHARE)) == (
        f'<p class="formula">＝ 社会保障 <a href="#f{social}_">109.98</a> ÷ '
        f'支出总计 <a href="#f{index(make.TOTAL)}_">607.61</a> × 100%，四舍五入</p>\n'
        f'<p class="formula">支出总计 607.61 ＝ {total_formula}'
    )


def test_what_is_rounded_or_shown_in_another_unit_says_so() -> None:
    yuan = Line(Decimal("31214205.80"), YUAN, 2, "甲", Span("a.yaml", 3))
    fine = Line(Decimal(180), WAN_YUAN, 3, "乙", Span("b.yaml", 4))
    even = Line(Decimal(30000), YUAN, 2, "丙", Span("a.yaml", 5))
    lines = (yuan, fine, even)
    figures = (
        Figure(yuan.amount, WAN_YUAN, 2, Sum((0,))),
        Figure(fine.amount, WAN_YUAN, 2, Sum((1,))),
        Figure(even.amount, WAN_YUAN, 2, Sum((2,))),
        Figure(yuan.amount + even.amount, WAN_YUAN, 2, Sum((0, 2))),
        Figure(yuan.amount + fine.amount, WAN_YUAN, 2, Sum((0, 1))),
    )
    document = replace(of(*figures, lines=lines), line_titles=("", "", ""))
    said = [panel(n, document, thousands=True).partition("</p>")[0] for n in range(5)]
    assert said == [
        "<p>填报的数：<b>31,214,205.80元</b> 第3行，四舍五入为3,121.42万元",
        "<p>填报的数：<b>0.018万元</b> 第4行，四舍五入为0.02万元",
        "<p>填报的数：<b>30,000.00元</b> 第5行，即3.00万元",
        "<p>由以下2行相加，共31,244,205.80元，四舍五入为3,124.42万元：",
        "<p>由以下2行相加，共3,121.43858万元，四舍五入为3,121.44万元：",
    ]
    # Lines of several files are listed by file.
    assert panel(4, document).endswith(
        '<ul>\n<li> <b>31214205.80元</b> 第3行</li>\n</ul>\n<p class="file">a.yaml</p>\n'
        '<ul>\n<li> <b>0.018万元</b> 第4行</li>\n</ul>\n<p class="file">b.yaml</p>\n'
    )


def test_a_line_that_is_called_otherwise_than_its_figure_is_named() -> None:
    document = of(make.ADMINISTRATION)
    assert panel(0, document).startswith("<p>填报的数：basic.general.by_function.2010301 <b>330.30万元</b> 第10行</p>")


def test_a_total_whose_parts_miss_it_by_rounding() -> None:
    thirds = tuple(Figure(Decimal(13333), WAN_YUAN, 2, Sum((n,))) for n in range(3))
    whole = total(thirds, WAN_YUAN, 2)
    parts = tuple((f"第{n}", figure) for n, figure in enumerate(thirds))
    told = (*(make.EXPLAINED[:3]), replace(make.EXPLAINED[0], parts=tuple(map(_part, range(3)))))
    assert whole.text() == "4.00"
    assert [figure.text() for _, figure in parts] == ["1.33"] * 3
    assert "，四舍五入前相加</p>" in panel(3, replace(of(*thirds, whole), explained=told))


def _part(figure: int) -> Part:
    return Part(f"第{figure}", figure)


@pytest.mark.parametrize(
    ("derivation", "expected"),
    [
        (Count("a", ()), "<p>文件中没有列出。</p>\n"),
        (
            Count("a", (Span("a.yaml", 3, 1), Span("a.yaml", 3, 9), Span("a.yaml", 7))),
            '<p>文件中列出的个数：第3行、第7行</p>\n<p class="file">a.yaml</p>\n',
        ),
        (Sum(()), "<p>填报的金额中没有属于这里的，按零列示。</p>\n"),
    ],
)
def test_a_count_and_nothing(derivation: Count | Sum, expected: str) -> None:
    assert panel(0, of(Figure(Decimal(0), Unit("个"), 0, derivation))) == expected


def test_a_path_cannot_break_out_of_an_address() -> None:
    line = Line(Decimal(1), Unit("人"), 0, "甲", Span('specs/a"b 县&.yaml', 3))
    assert '<a href="https://example.org/specs/a%22b%20%E5%8E%BF%26.yaml#3">第3行</a>' in panel(
        0, of(Figure(Decimal(1), Unit("人"), 0, Sum((0,))), lines=(line,)), source_link=LINKS
    )
