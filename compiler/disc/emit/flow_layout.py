"""Where everything stands in a flow picture: bars in three columns, ribbons between them, a label beside each bar.

All lengths are whole tenths of a unit of the picture, so that there is no rounding to go wrong: of each column and each
bar the parts come to exactly the whole. Widths and heights are found from the labels, so that each has room of its own:
none can overlap another or stand out of the picture, however long it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

FONT, LEADING = 130, 170
"""Size of the letters, and from one line to the next. The style sheet writes the same size."""

ASCENT = 110
"""From the top of a line to its baseline."""

BAR, SPACE = 80, 50
"""Width of a bar, and between it and its label."""

GAP = 110
"""Between the places of two nodes of a column."""

REACH = 150
"""Least length of a ribbon that no label covers."""

_THIN, _THINLY = frozenset("0123456789.,- "), 81
"""What amounts are written with, and the most that such a character is wide; others are as wide as the type at most."""


class Node(Struct, frozen=True):
    """What a bar stands for."""

    lines: tuple[str, ...]
    """Its label, broken into lines."""

    weight: int
    """Its money in some small unit; more than nothing."""


class Link(Struct, frozen=True):
    """What two nodes of neighbouring columns have in common."""

    column: int
    """0 from the first column to the second, 1 from the second to the third."""

    start: int
    end: int
    weight: int


class Bar(Struct, frozen=True):
    """A node as drawn."""

    column: int
    node: int
    x: int
    y: int
    height: int


class Ribbon(Struct, frozen=True):
    """A link as drawn: its upper edge at both ends, and how thick it is there."""

    link: Link
    left: int
    right: int
    top_left: int
    top_right: int
    thick_left: int
    thick_right: int


class Label(Struct, frozen=True):
    """A label as drawn: to the right of its bar, in the last column to the left."""

    column: int
    node: int
    x: int
    """Where its lines begin; in the last column where they end."""

    y: int
    """Baseline of the first line."""

    width: int
    """Most that it is wide."""


class Drawing(Struct, frozen=True):
    """A flow picture with the place of everything in it."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    labels: tuple[Label, ...]


@lru_cache(maxsize=1024)
def width_of(line: str) -> int:
    """Return the most that a line of a label is wide."""
    return sum(_THINLY if character in _THIN else FONT for character in line)


def draw(columns: Sequence[Sequence[Node]], links: Iterable[Link], *, least: int, full: int) -> Drawing:
    """Return where everything stands.

    Args:
        columns: three; what all nodes of a column weigh together is as high in each.
        links: those of a node on one side fill that side of its bar.
        least: width of the picture at least; labels may need more.
        full: height of all bars of a column together.
    """
    rooms = [max((width_of(line) for node in column for line in node.lines), default=0) for column in columns]
    needed = sum(rooms) + 3 * (BAR + SPACE) + 2 * REACH
    width = max(least, needed)
    second = BAR + SPACE + rooms[0] + REACH + (width - needed) // 2
    lefts = (0, second, width - BAR)
    stacks = [_Stack(column, full) for column in columns]
    height = max(stack.height for stack in stacks)
    bars: list[Bar] = []
    labels: list[Label] = []
    for number, (stack, x) in enumerate(zip(stacks, lefts, strict=True)):
        moved = (height - stack.height) // 2
        bars += [Bar(number, n, x, y + moved, high) for n, (y, high) in enumerate(stack.bars)]
        labels += [_label(number, n, node, x, moved + stack.middles[n]) for n, node in enumerate(stack.nodes)]
    placed = {(bar.column, bar.node): bar for bar in bars}
    ordered = sorted(links, key=lambda link: (link.column, link.start, link.end))
    return Drawing(width, height, tuple(bars), tuple(_ribbons(placed, ordered)), tuple(labels))


class _Stack:
    """The nodes of one column, one below the other, each with room for its bar and its label."""

    def __init__(self, nodes: Sequence[Node], full: int) -> None:
        self.nodes = nodes
        ends = [0, *accumulate(node.weight for node in nodes)]
        self.bars: list[tuple[int, int]] = []
        """Top and height of each bar."""

        self.middles: list[int] = []
        self.height = -GAP if nodes else 0
        for node, start, end in zip(nodes, ends, ends[1:], strict=False):
            high = end * full // ends[-1] - start * full // ends[-1]
            room = max(high, len(node.lines) * LEADING)
            top = self.height + GAP
            self.bars.append((top + (room - high) // 2, high))
            self.middles.append(top + room // 2)
            self.height = top + room


def _label(column: int, number: int, node: Node, x: int, middle: int) -> Label:
    width = max((width_of(line) for line in node.lines), default=0)
    beside = x - SPACE if column == 2 else x + BAR + SPACE
    return Label(column, number, beside, middle - len(node.lines) * LEADING // 2 + ASCENT, width)


def _ribbons(bars: Mapping[tuple[int, int], Bar], links: Sequence[Link]) -> Iterator[Ribbon]:
    """Yield the ribbons: on each side of a bar one below the other, in the order of the bars that they lead to."""
    whole: dict[tuple[int, int, int], int] = {}
    for link, side, node in _ends(links):
        whole[link.column, side, node] = whole.get((link.column, side, node), 0) + link.weight
    used = dict.fromkeys(whole, 0)
    for link in links:
        edges: list[tuple[int, int]] = []
        for _, side, node in _ends((link,)):
            key, bar = (link.column, side, node), bars[link.column + side, node]
            start = used[key] * bar.height // whole[key]
            used[key] += link.weight
            edges.append((bar.y + start, used[key] * bar.height // whole[key] - start))
        (top_left, thick_left), (top_right, thick_right) = edges
        left, right = bars[link.column, link.start].x + BAR, bars[link.column + 1, link.end].x
        yield Ribbon(link, left, right, top_left, top_right, thick_left, thick_right)


def _ends(links: Iterable[Link]) -> Iterator[tuple[Link, int, int]]:
    """Yield each link with both its ends: the side, 0 for where it starts, and the node there."""
    for link in links:
        yield link, 0, link.start
        yield link, 1, link.end
