"""The way of the money as a picture: static SVG, its looks left to the style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from disc.core.document import Document, Number
from disc.core.figure import lines_of
from disc.core.number import add, multiply
from disc.core.summary import Part, Stream, Summary
from disc.emit.flow_layout import BAR, LEADING, Bar, Drawing, Label, Link, Node, Ribbon, draw
from disc.emit.markup import escape
from disc.emit.panels import panel_id
from disc.emit.text_lines import broken

SHOWN = 7
"""Most bars of a column; what is more is one bar together."""

TINY = 100
"""What is less than this fraction of the total shares a bar with others like it."""


_FINE = Decimal(10_000)
"""How many units of weight one 元 has; amounts in 万元 have been seen with six decimals."""


class Size(Struct, frozen=True):
    """How a picture is cut for a kind of screen."""

    letters: tuple[int, int, int]
    """Most letters in a line of the labels of each column."""

    least: int
    """Least width, in tenths of a unit."""

    full: int
    """Height of all bars of a column together, in tenths of a unit."""


WIDE = Size((9, 12, 8), 7200, 2500)
NARROW = Size((7, 7, 4), 3300, 2200)


class Picture(Struct, frozen=True):
    """A picture to be set into an `svg` element by the theme."""

    width: str
    height: str
    body: Markup


class _Group(Struct, frozen=True):
    """What a bar stands for: a part, or several small ones."""

    name: str
    """Of its part; empty for several."""

    title: str
    amount: Number | None
    places: tuple[int, ...]
    """Places of its parts in their tuple."""


def flow_pictures(document: Document, summary: Summary, sizes: Sequence[Size]) -> tuple[Picture, ...]:
    """Return the picture of a summary in several sizes; none where its flow is not known."""
    inflow, outflow = (_weighed(streams, document) for streams in (summary.inflow, summary.outflow))
    if not inflow:
        return ()
    groups = (
        _groups(summary.sources, _weights((start, weight) for start, _, weight in inflow)),
        _groups(summary.functions, _weights((end, weight) for _, end, weight in inflow)),
        _groups(summary.natures, _weights((end, weight) for _, end, weight in outflow), keep_order=True),
    )
    links = (*_links(0, inflow, groups[0], groups[1]), *_links(1, outflow, groups[1], groups[2]))
    weights = [_of_column(number, links) for number in range(len(groups))]
    return tuple(_picture(groups, weights, links, size) for size in sizes)


def _picture(
    groups: Sequence[Sequence[_Group]], weights: Sequence[Sequence[int]], links: Sequence[Link], size: Size
) -> Picture:
    columns = [
        [
            Node((*broken(group.title, most), *([group.amount.text] if group.amount else [])), weight)
            for group, weight in zip(column, of_column, strict=True)
        ]
        for column, of_column, most in zip(groups, weights, size.letters, strict=True)
    ]
    drawing = draw(columns, links, least=size.least, full=size.full)
    markup = Markup("".join(_markup(drawing, columns, groups)))  # noqa: S704 - the words in it are escaped
    return Picture(_units(drawing.width), _units(drawing.height), markup)


def _weighed(streams: Iterable[Stream], document: Document) -> list[tuple[int, int, int]]:
    """Return start, end and weight of each stream, by what its lines come to, not by what was approved."""
    lines, figures = document.lines, document.figures
    amounts = ((s, add(*(lines[n].amount for n in lines_of(figures[s.amount.figure])))) for s in streams)
    return [(s.start, s.end, weight) for s, amount in amounts if (weight := int(multiply(amount, _FINE))) > 0]


def _weights(weighed: Iterable[tuple[int, int]]) -> dict[int, int]:
    together: dict[int, int] = {}
    for place, weight in weighed:
        together[place] = together.get(place, 0) + weight
    return together


def _groups(parts: Sequence[Part], weights: dict[int, int], *, keep_order: bool = False) -> tuple[_Group, ...]:
    """Return what the bars of a column stand for, the largest first; many and tiny ones share one at the end."""
    places = sorted(weights) if keep_order else sorted(weights, key=lambda place: (-weights[place], place))
    total = sum(weights.values())
    large = [place for place in places if weights[place] * TINY >= total]
    kept = large if len(places) - len(large) > 1 else places
    kept = kept if len(kept) + (len(kept) < len(places)) <= SHOWN else kept[: SHOWN - 1]
    rest = tuple(place for place in places if place not in kept)
    alone = (_Group(parts[place].name, parts[place].title, parts[place].amount, (place,)) for place in kept)
    return (*alone, *([_Group("", f"其他{len(rest)}项", None, rest)] if rest else []))


def _links(
    column: int, weighed: Iterable[tuple[int, int, int]], starts: Sequence[_Group], ends: Sequence[_Group]
) -> tuple[Link, ...]:
    first, second = (
        {place: number for number, group in enumerate(groups) for place in group.places} for groups in (starts, ends)
    )
    together: dict[tuple[int, int], int] = {}
    for start, end, weight in weighed:
        key = first[start], second[end]
        together[key] = together.get(key, 0) + weight
    return tuple(Link(column, start, end, weight) for (start, end), weight in together.items())


def _of_column(number: int, links: Iterable[Link]) -> list[int]:
    """Return the weights of the nodes of a column: of the first by what leaves them, of the others by what comes in."""
    ends = (
        (link.start if number == 0 else link.end, link.weight) for link in links if link.column == max(number - 1, 0)
    )
    return [weight for _, weight in sorted(_weights(ends).items())]


def _markup(drawing: Drawing, columns: Sequence[Sequence[Node]], groups: Sequence[Sequence[_Group]]) -> Iterator[str]:
    for ribbon in drawing.ribbons:
        # What leads to a nature is named for it.
        yield _ribbon(ribbon, groups[2][ribbon.link.end].name if ribbon.link.column else "inflow")
    yield from map(_bar, drawing.bars)
    for label in drawing.labels:
        yield _label(label, columns[label.column][label.node], groups[label.column][label.node])


def _ribbon(ribbon: Ribbon, name: str) -> str:
    left, right = _units(ribbon.left), _units(ribbon.right)
    middle = _units((ribbon.left + ribbon.right) // 2)
    top, end = _units(ribbon.top_left), _units(ribbon.top_right)
    low, low_end = _units(ribbon.top_left + ribbon.thick_left), _units(ribbon.top_right + ribbon.thick_right)
    there = f"M{left} {top}C{middle} {top} {middle} {end} {right} {end}"
    back = f"V{low_end}C{middle} {low_end} {middle} {low} {left} {low}Z"
    return f'<path class="{escape(name)}" d="{there}{back}"/>'


def _bar(bar: Bar) -> str:
    place = f'x="{_units(bar.x)}" y="{_units(bar.y)}"'
    return f'<rect {place} width="{_units(BAR)}" height="{_units(bar.height)}"/>'


def _label(label: Label, node: Node, group: _Group) -> str:
    x = _units(label.x)
    spans = []
    for n, line in enumerate(node.lines):
        is_amount = group.amount is not None and n == len(node.lines) - 1
        span = f'<tspan x="{x}" y="{_units(label.y + n * LEADING)}">{escape(line)}</tspan>'
        link = f'<a class="figure" href="#{panel_id(group.amount.figure)}">' if group.amount and is_amount else ""
        spans.append(f"{link}{span}</a>" if link else span)
    side = "end" if label.column == 2 else "start"
    return f'<text text-anchor="{side}">{"".join(spans)}</text>'


# Pictures are not large, and all begin at the same places.
@lru_cache(maxsize=4096)
def _units(tenths: int) -> str:
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)
