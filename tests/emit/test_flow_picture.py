"""The picture of where the money goes: what shares a bar, what stands on it, and that prose is never markup."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from msgspec.structs import replace

from disc.core.document import Document, Number
from disc.core.figure import Figure, Sum
from disc.core.ledger import Line
from disc.core.number import WAN_YUAN
from disc.core.span import Span
from disc.core.summary import KeyFigure, Part, Stream, Summary
from disc.emit.flow_picture import WIDE, Picture, flow_pictures
from tests import sample_document as make

Amounts = list[tuple[str, str]]
"""Titles of functions, each with its money in 万元, all of it from one source and for projects."""


def document(amounts: Amounts) -> Document:
    """Return a document whose summary has these functions."""
    lines = tuple(
        Line(Decimal(amount) * 10_000, WAN_YUAN, 2, f"projects.{n}.amount", Span("spec.yaml", n + 1, 1))
        for n, (_, amount) in enumerate(amounts)
    )
    each = [Figure(line.amount, WAN_YUAN, 2, Sum((n,))) for n, line in enumerate(lines)]
    whole = Figure(sum((f.value for f in each), Decimal(0)), WAN_YUAN, 2, Sum(tuple(range(len(lines)))))
    figures = (whole, *each)
    numbers = [Number(n, figure.text() + "万元") for n, figure in enumerate(figures)]
    total = KeyFigure("total", "收支总预算", numbers[0], None, "unknown", None, None, nothing=False, section="")
    summary = Summary(
        total=total,
        sources=(Part("general_budget", "一般公共预算", numbers[0], None, ""),),
        functions=tuple(Part(f"20{n}", title, numbers[n + 1], None, "") for n, (title, _) in enumerate(amounts)),
        natures=(Part("project", "项目支出", numbers[0], None, ""),),
        inflow=tuple(Stream(0, n, numbers[n + 1]) for n in range(len(amounts))),
        outflow=tuple(Stream(n, 0, numbers[n + 1]) for n in range(len(amounts))),
        changes=(),
        three_public=None,
        three_public_parts=(),
        staff=(),
        operating_cost=None,
        procurement=None,
        per_head=None,
    )
    return replace(make.sample(), figures=figures, lines=lines, summary=summary)


def picture(amounts: Amounts) -> Picture:
    made = document(amounts)
    assert made.summary is not None
    (drawn,) = flow_pictures(made, made.summary, (WIDE,))
    return drawn


def labels(drawn: Picture) -> list[list[str]]:
    """Return the lines of each label in the order of the bars: sources, functions, natures."""
    texts = re.findall("<text[^>]*>(.*?)</text>", drawn.body)
    return [[unescape(line) for line in re.findall("<tspan[^>]*>([^<]*)</tspan>", text)] for text in texts]


def test_the_largest_stands_first() -> None:
    assert labels(picture([("外交支出", "1"), ("教育支出", "3")])) == [
        ["一般公共预算", "4.00万元"],
        ["教育支出", "3.00万元"],
        ["外交支出", "1.00万元"],
        ["项目支出", "4.00万元"],
    ]


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        (["1"] * 7, 7),
        (["1"] * 8, 7),  # six, and two together
        (["1"] * 25, 7),
        (["100", "1"], 2),
        (["100", "0.5"], 2),  # one alone is called by its name, however small
        (["100", "0.5", "0.5"], 2),
        (["0", "1"], 1),
    ],
    ids=["seven", "eight", "twenty-five", "one percent", "one tiny", "two tiny", "nothing"],
)
def test_many_and_tiny_ones_share_a_bar(amounts: list[str], shown: int) -> None:
    found = labels(picture([(f"科目{n}", amount) for n, amount in enumerate(amounts)]))[1:-1]
    assert len(found) == shown
    together = [lines for lines in found if lines[0].startswith("其他")]
    rest = sum(amount != "0" for amount in amounts) - (shown - len(together))
    assert together == ([[f"其他{rest}项"]] if rest else [])


def test_a_label_says_which_figure_it_shows() -> None:
    found = re.findall('href="#(f[0-9]+_)"><tspan[^>]*>([^<]+)<', picture([("教育支出", "3"), ("外交支出", "1")]).body)
    assert found == [("f0_", "4.00万元"), ("f1_", "3.00万元"), ("f2_", "1.00万元"), ("f0_", "4.00万元")]


def test_what_leads_to_a_nature_is_called_by_its_name() -> None:
    assert re.findall(r'<path class="([a-z_]+)"', picture([("教育支出", "3")]).body) == ["inflow", "project"]


def test_words_are_never_markup() -> None:
    drawn = picture([("</text><b>", "3")])
    assert labels(drawn)[1][:-1] == ["</text><b>"]
    assert set(re.findall("</?([a-z]+)", drawn.body)) == {"a", "path", "rect", "text", "tspan"}


def test_there_are_no_styles_and_no_names_that_could_be_there_twice() -> None:
    assert not re.search(r"\b(style|id|on[a-z]+)=", picture([("教育支出", "3")]).body)


def test_without_a_flow_there_is_no_picture() -> None:
    made = document([("教育支出", "3")])
    assert made.summary is not None
    assert flow_pictures(made, replace(made.summary, inflow=(), outflow=()), (WIDE,)) == ()
    nothing = document([("教育支出", "0")])
    assert nothing.summary is not None
    assert flow_pictures(nothing, nothing.summary, (WIDE,)) == ()
