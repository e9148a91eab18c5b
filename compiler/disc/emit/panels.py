"""Where the numbers of a document come from: one panel for each figure, to which every place of the figure links.

Why links, not buttons that open popovers: a number is contents. It must survive being copied into a spreadsheet, found
by a search engine, shown in a browser's reader mode, in an old browser, without JavaScript; buttons lose their text or
do nothing in some of these. The style sheet shows the panel that is the `:target`, and "back" closes it.
`static/panels.js` makes it a popover where the browser has them: beside the number, closed by Escape or a click
elsewhere, with the focus back where it was. A panel stands there once, however often its figure does, and costs no
layout until it is opened.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import groupby
from typing import assert_never

from disc.core.document import Document
from disc.core.explained import Explained, Part
from disc.core.figure import Calculation, Count, Figure, Operation, Sum
from disc.core.ledger import Line
from disc.core.number import HUNDRED, Unit, add, decimals_of, divide, multiply, round_half_up, subtract, to_text
from disc.core.span import Span
from disc.emit.html_links import HtmlLinks
from disc.emit.markup import escape

_SIGNS = {
    Operation.TOTAL: " ＋ ",
    Operation.CHANGE: " － ",
    Operation.RATE: " ÷ ",
    Operation.SHARE: " ÷ ",
    Operation.AVERAGE: " ÷ ",
}


def panel_id(figure: int) -> str:
    """Return the anchor of a figure's panel."""
    return f"f{figure}_"


def key_id(name: str) -> str:
    """Return the anchor in the panel of a key figure, which is called alike on the page of every disclosure."""
    return f"key_{name}"


def place_id(figure: int) -> str:
    """Return the anchor of the first place at which a figure stands in the text."""
    return f"n{figure}_"


def panels_html(
    document: Document,
    placed: Collection[int],
    source_link: str = "",
    *,
    thousands: bool = False,
    known: HtmlLinks | None = None,
) -> str:
    """Return the panels of a document; nothing where it has no figures.

    Args:
        document: the document.
        placed: the figures that stand in the text.
        source_link: address of a line of a source file, with `{path}` and `{line}` in their places; may be empty.
        thousands: whether the document writes its numbers with thousands separators.
        known: is told of what links can lead to.
    """
    if not document.figures:
        return ""
    panels = _Panels(document, placed, source_link, thousands=thousands)
    if known:
        known.anchors.update(map(panel_id, range(len(document.figures))), panels.keys.values())
        known.aims.update(panels.keys.values())
    return (
        '<section class="panels" aria-labelledby="panels_title">\n<h2 id="panels_title">数字的来历</h2>\n'
        "<p>选取文中任何一个数字，就能看到它的算式，以及它来自填报文件的哪一行。</p>\n"
        # To go here closes a panel without JavaScript, and moves nothing.
        f'<span id="panels_closed"></span>\n{"".join(map(panels.panel, range(len(document.figures))))}</section>\n'
    )


def _keys(document: Document) -> dict[int, str]:
    """Return the anchors of key figures, by figure, each of which plays one part only; other pages lead to them."""
    found: dict[int, str] = {}
    for key in document.summary.key_figures if document.summary else ():
        if key.this is not None:
            found.setdefault(key.this.figure, key_id(key.name))
    return found


class _Panels:
    """Writes the panels of one document."""

    def __init__(self, document: Document, placed: Collection[int], source_link: str, *, thousands: bool) -> None:
        self._figures = document.figures
        self._lines = document.lines
        self._explained = document.explained or (Explained(),) * len(document.figures)
        self._titles = document.line_titles or ("",) * len(document.lines)
        self._placed = placed
        self.keys = _keys(document)
        """The anchors of key figures."""

        self._source_link = source_link
        self._thousands = thousands
        self._digits = [_read(figure, thousands=thousands) for figure in document.figures]
        # Units and lines are met with again and again.
        units = {figure.unit.name for figure in self._figures} | {line.unit.name for line in self._lines}
        self._units = {name: escape(name) for name in units}
        self._shown = [
            f"{digits}{self._units[figure.unit.name]}"
            for digits, figure in zip(self._digits, document.figures, strict=True)
        ]
        self._addresses: dict[str, str] = {}
        self._files = [line.span.file for line in document.lines]
        self._amounts = list(map(self._amount, document.lines))
        self._items = [
            f"<li>{escape(title)} {amount}</li>\n" for title, amount in zip(self._titles, self._amounts, strict=True)
        ]

    def panel(self, number: int) -> str:
        """Return the panel of a figure."""
        figure, told = self._figures[number], self._explained[number]
        name = panel_id(number)
        title = f" {escape(told.title)}" if told.title else ""
        place = f'<a href="#{place_id(number)}">在文中的位置</a> ' if number in self._placed else ""
        key = f' id="{self.keys[number]}"' if number in self.keys else ""
        return (
            f'<div class="panel" id="{name}" role="dialog" tabindex="-1" aria-labelledby="{name}title">\n'
            f'<p class="result" id="{name}title">'
            f'<data{key} value="{figure.text()}">{self._shown[number]}</data>{title}</p>\n'
            f"{self._derivation(number, told)}"
            f'<p class="way">{place}<a class="close" href="#panels_closed">关闭</a></p>\n</div>\n'
        )

    def _derivation(self, number: int, told: Explained) -> str:
        match derivation := self._figures[number].derivation:
            case Sum(()):
                return "<p>填报的金额中没有属于这里的，按零列示。</p>\n"
            case Sum((line,), None):
                return self._stated(number, line, told.title)
            case Sum(lines, reported):
                said = self._of_lines(number, lines) if reported is None else self._of_report(lines, reported)
                return f"{self._formula(' ＋ ', told.parts)}<p>{said}</p>\n{self._list(lines)}"
            case Calculation():
                # What is calculated from calculations says how these are made, so that lines are one step away.
                own = self._calculation(derivation.operation, number, told.parts)
                return own + "".join(map(self._made_of, self._calculated(told.parts)))
            case Count(places=places):
                return self._count(places)
            case _:
                assert_never(derivation)

    def _calculation(self, operation: Operation, number: int, parts: Sequence[Part], of: str = "") -> str:
        return self._formula(_SIGNS[operation], parts, of, self._after(operation, number, parts))

    def _calculated(self, parts: Sequence[Part]) -> Sequence[Part]:
        """Return the operands that are calculated themselves, each with its own below it, each figure once."""
        found: dict[int, Part] = {}
        for part in parts:
            if isinstance(self._figures[part.figure].derivation, Calculation):
                below = self._calculated(self._explained[part.figure].parts)
                found |= {each.figure: found.get(each.figure, each) for each in (part, *below)}
        return tuple(found.values())

    def _made_of(self, part: Part) -> str:
        """Return the formula of an operand that is calculated."""
        number = part.figure
        derivation = self._figures[number].derivation
        assert isinstance(derivation, Calculation)  # noqa: S101 - by `_calculated`
        of = f"{escape(part.title)} {self._digits[number]} "
        return self._calculation(derivation.operation, number, self._explained[number].parts, of)

    def _formula(self, sign: str, parts: Sequence[Part], of: str = "", after: str = "") -> str:
        return f'<p class="formula">{of}＝ {sign.join(map(self._operand, parts))}{after}</p>\n' if parts else ""

    def _operand(self, part: Part) -> str:
        digits = self._digits[part.figure]
        digits = f"（{digits}）" if digits.startswith("-") else digits
        return f'{escape(part.title)} <a href="#{panel_id(part.figure)}">{digits}</a>'

    def _after(self, operation: Operation, number: int, parts: Sequence[Part]) -> str:
        """Return the end of a formula: the percent, and that it has been rounded where it has."""
        figures = self._figures
        result, operands = _number(figures[number]), [_number(figures[part.figure]) for part in parts]
        match operation:
            case Operation.TOTAL:
                return "" if add(*operands) == result else "，四舍五入前相加"
            case Operation.CHANGE:
                return ""
            case Operation.RATE | Operation.SHARE:
                exact = multiply(operands[0], HUNDRED) == multiply(result, operands[1])
                return " × 100%" if exact else " × 100%，四舍五入"
            case Operation.AVERAGE:
                return "" if operands[0] == multiply(result, operands[1]) else "，四舍五入"
            case _:
                assert_never(operation)

    def _stated(self, number: int, stated: int, title: str) -> str:
        """Return what there is to say of a figure that is a single line."""
        line, called = self._lines[stated], self._titles[stated]
        name = "" if title.startswith(called) else f"{escape(called)} "
        rounded = self._rounded(number, line.unit)
        return f"<p>填报的数：{name}{self._amounts[stated]}{rounded}</p>\n{_file(line.span.file)}"

    def _of_lines(self, number: int, lines: Sequence[int]) -> str:
        """Return what there is to say of a sum of lines: how many, and what their exact sum is if it is not shown."""
        unit = self._unit(lines, self._figures[number].unit)
        rounded = self._rounded(number, unit)
        return f"由以下{len(lines)}行相加{f'，共{self._sum(lines, unit)}{rounded}' if rounded else ''}："

    def _rounded(self, number: int, unit: Unit) -> str:
        """Return how a sum in some unit is shown, where it is not shown as it is."""
        figure = self._figures[number]
        rounded = figure.shown_value != figure.value
        if unit.name == figure.unit.name and not rounded:
            return ""
        return f"，{'四舍五入为' if rounded else '即'}{self._shown[number]}"

    def _of_report(self, lines: Sequence[int], reported: int) -> str:
        """Return what there is to say of an approved total: where it is stated, and what rounding parts it from."""
        report = self._lines[reported]
        where = f"这是批复的合计数，填报在{self._line(report.span)}"
        rest = abs(subtract(report.amount, add(*(self._lines[n].amount for n in lines))))
        if not rest:
            return f"{where}，与以下{len(lines)}行之和相等："
        total = self._sum(lines, self._unit(lines, report.unit))
        missed = f"{self._written(divide(rest, report.unit.scale))}{self._units[report.unit.name]}"
        return f"{where}。以下{len(lines)}行之和为{total}，相差{missed}，是四舍五入的尾差："

    def _unit(self, lines: Sequence[int], other: Unit) -> Unit:
        """Return the unit of lines, or another where they have several."""
        units = {unit.name: unit for unit in [self._lines[n].unit for n in lines]}
        return units.popitem()[1] if len(units) == 1 else other

    def _sum(self, lines: Sequence[int], unit: Unit) -> str:
        """Return the exact sum of lines in a unit."""
        stated = [self._lines[n] for n in lines]
        total = divide(add(*(line.amount for line in stated)), unit.scale)
        # Every digit, and as many as the lines have.
        decimals = max(decimals_of(total), *(line.decimals for line in stated))
        return f"{self._written(round_half_up(total, decimals))}{self._units[unit.name]}"

    def _count(self, places: Sequence[Span]) -> str:
        if not places:
            return "<p>文件中没有列出。</p>\n"
        lines = "、".join(map(self._line, dict.fromkeys(Span(place.file, place.line) for place in places)))
        return f"<p>文件中列出的个数：{lines}</p>\n{_file(places[0].file)}"

    def _list(self, lines: Sequence[int]) -> str:
        """Return lines as a list with the name of their file, a list for each file."""
        return "".join(
            f"<ul>\n{''.join(map(self._items.__getitem__, group))}</ul>\n{_file(file)}"
            for file, group in groupby(lines, key=self._files.__getitem__)
        )

    def _amount(self, line: Line) -> str:
        """Return what a line states, and where."""
        digits = self._written(round_half_up(divide(line.amount, line.unit.scale), line.decimals))
        return f"<b>{digits}{self._units[line.unit.name]}</b> {self._line(line.span)}"

    def _line(self, place: Span) -> str:
        """Return the name of a line, as a link to it if the site says where its files are."""
        if not self._source_link:
            return f"第{place.line}行"
        if place.file not in self._addresses:
            self._addresses[place.file] = escape(self._source_link.replace("{path}", place.uri))
        address = self._addresses[place.file].replace("{line}", str(place.line))
        return f'<a href="{address}">第{place.line}行</a>'

    def _written(self, number: Decimal) -> str:
        return to_text(number, thousands=self._thousands)


def _file(file: str) -> str:
    return f'<p class="file">{escape(file)}</p>\n'


def _read(figure: Figure, *, thousands: bool) -> str:
    """Return the digits that are read: words say whether it is a rise or a fall."""
    digits = figure.text(thousands=thousands)
    return digits.removeprefix("-") if _is_way(figure) else digits


def _number(figure: Figure) -> Decimal:
    """Return the number that is read."""
    return abs(figure.shown) if _is_way(figure) else figure.shown


def _is_way(figure: Figure) -> bool:
    made = figure.derivation
    return isinstance(made, Calculation) and made.operation in (Operation.CHANGE, Operation.RATE)
