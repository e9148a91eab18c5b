"""A flow picture is whole and has room for everything in it, whatever the money and however long the words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from disc.emit.flow_layout import ASCENT, BAR, FONT, LEADING, Drawing, Link, Node, draw, width_of

WEIGHT = st.one_of(st.integers(1, 9), st.integers(1, 10**14))
LINES = st.lists(st.text(st.sampled_from("支出经费（）0123,."), min_size=1, max_size=12), min_size=1, max_size=4)

Columns = list[list[Node]]


@st.composite
def flows(draw: st.DrawFn) -> tuple[Columns, list[Link]]:
    """Links between up to eight nodes in each column, no node without one; the weights of nodes follow from them."""
    counts = [draw(st.integers(1, 8)) for _ in range(3)]
    links: list[Link] = []
    for column, (left, right) in enumerate(pairwise(counts)):
        pairs = {(n, n % right) for n in range(left)} | {(n % left, n) for n in range(right)}
        pairs |= draw(st.sets(st.tuples(st.integers(0, left - 1), st.integers(0, right - 1)), max_size=12))
        links += [Link(column, start, end, draw(WEIGHT)) for start, end in sorted(pairs)]
    columns: Columns = []
    for column, count in enumerate(counts):
        ends = [
            (link.end if column else link.start, link.weight) for link in links if link.column == max(column - 1, 0)
        ]
        weights = [sum(weight for end, weight in ends if end == node) for node in range(count)]
        columns.append([Node(tuple(draw(LINES)), weight) for weight in weights])
    return columns, links


def drawn(flow: tuple[Columns, list[Link]], least: int = 3300, full: int = 2200) -> Drawing:
    return draw(*flow, least=least, full=full)


@given(flows())
def test_everything_stands_within_the_picture(flow: tuple[Columns, list[Link]]) -> None:
    picture = drawn(flow)
    assert picture.width >= 3300
    for bar in picture.bars:
        assert 0 <= bar.x <= picture.width - BAR
        assert 0 <= bar.y <= bar.y + bar.height <= picture.height
    for left, top, right, bottom in boxes(picture, flow[0]):
        assert 0 <= left <= right <= picture.width
        assert 0 <= top <= bottom <= picture.height
    for ribbon in picture.ribbons:
        assert 0 <= ribbon.left < ribbon.right <= picture.width
        for top, thick in ((ribbon.top_left, ribbon.thick_left), (ribbon.top_right, ribbon.thick_right)):
            assert 0 <= top <= top + thick <= picture.height


def boxes(picture: Drawing, columns: Columns) -> list[tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each label."""
    found = []
    for label in picture.labels:
        left = label.x - label.width if label.column == 2 else label.x
        top = label.y - ASCENT
        found.append((left, top, left + label.width, top + len(columns[label.column][label.node].lines) * LEADING))
    return found


@given(flows())
def test_no_label_overlaps_another_or_a_bar(flow: tuple[Columns, list[Link]]) -> None:
    picture = drawn(flow)
    labels = boxes(picture, flow[0])
    others = [(bar.x, bar.y, bar.x + BAR, bar.y + bar.height) for bar in picture.bars]
    for n, one in enumerate(labels):
        for other in (*labels[n + 1 :], *others):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


@given(flows())
def test_the_bars_of_each_column_come_to_the_whole(flow: tuple[Columns, list[Link]]) -> None:
    picture = drawn(flow)
    for column in range(3):
        assert sum(bar.height for bar in picture.bars if bar.column == column) == 2200
        ordered = sorted((bar for bar in picture.bars if bar.column == column), key=lambda bar: bar.node)
        assert all(above.y + above.height < below.y for above, below in pairwise(ordered))


@given(flows())
def test_what_flows_into_a_bar_and_out_of_it_fills_it_without_a_gap(flow: tuple[Columns, list[Link]]) -> None:
    picture = drawn(flow)
    for bar in picture.bars:
        ins = [(r.top_right, r.thick_right) for r in picture.ribbons if into(r.link, bar.column, bar.node)]
        outs = [(r.top_left, r.thick_left) for r in picture.ribbons if out_of(r.link, bar.column, bar.node)]
        assert ins or outs
        for side in filter(None, (ins, outs)):
            at = bar.y
            for top, thick in side:
                assert top == at
                at += thick
            assert at == bar.y + bar.height


def into(link: Link, column: int, node: int) -> bool:
    return (link.column + 1, link.end) == (column, node)


def out_of(link: Link, column: int, node: int) -> bool:
    return (link.column, link.start) == (column, node)


@given(flows())
def test_a_bar_is_as_high_as_its_money_says(flow: tuple[Columns, list[Link]]) -> None:
    picture = drawn(flow)
    for bar in picture.bars:
        nodes = flow[0][bar.column]
        exact = nodes[bar.node].weight * 2200
        total = sum(node.weight for node in nodes)
        assert abs(bar.height * total - exact) < 2 * total  # two edges, each rounded down to a tenth


def test_chinese_is_as_wide_as_the_type_and_latin_narrower() -> None:
    assert width_of("支出（类）") == 5 * FONT
    assert 0 < width_of("0") < FONT
    assert width_of("") == 0


def test_one_of_each() -> None:
    node = Node(("教育支出", "12.00万元"), 12)
    picture = drawn(([[node], [node], [node]], [Link(0, 0, 0, 12), Link(1, 0, 0, 12)]), full=1000)
    assert [(bar.x, bar.y, bar.height) for bar in picture.bars] == [(0, 0, 1000), (1252, 0, 1000), (3220, 0, 1000)]
    assert [(label.x, label.y) for label in picture.labels] == [(130, 440), (1382, 440), (3170, 440)]
    assert [(r.left, r.right, r.thick_left, r.thick_right) for r in picture.ribbons] == [
        (80, 1252, 1000, 1000),
        (1332, 3220, 1000, 1000),
    ]
