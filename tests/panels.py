"""Reads the panels of a page back: what is claimed of each figure, as a reader with a calculator takes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

_PANEL = re.compile(r'<div class="panel" id="(f[0-9]+_)".*?</div>\n', re.DOTALL)
_OPERAND = re.compile(r'<a href="#(f[0-9]+_)">（?(-?[0-9,.]+)）?</a>( [＋－÷] )?')
_LINE = re.compile(r"<b>(-?[0-9,.]+)([^0-9<]+)</b> (?:<a href=\"([^\"]+)\">)?第([0-9]+)行")
_NUMBER = r"(-?[0-9,.]*[0-9])"
UNITS = {"元": Decimal(1), "万元": Decimal(10000)}


@dataclass(frozen=True)
class Formula:
    """One formula: what it is of (empty: the figure itself), the operands with their panels, the signs, the end."""

    of: str
    operands: tuple[tuple[str, Decimal], ...]
    signs: str
    after: str


@dataclass(frozen=True)
class StatedLine:
    """A line as a panel shows it."""

    file: str
    line: int
    amount: Decimal
    unit: str
    link: str


@dataclass(frozen=True)
class Panel:
    """What a panel says."""

    value: Decimal
    shown: Decimal
    unit: str
    title: str
    formulas: tuple[Formula, ...]
    lines: tuple[StatedLine, ...]
    text: str

    def number(self, pattern: str) -> Decimal | None:
        """The number that stands in place of N in the words."""
        found = re.search(pattern.replace("N", _NUMBER), self.text)
        return decimal(found[1]) if found else None


def decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def read_panels(page: str) -> dict[str, Panel]:
    """The panels of a page by their anchors."""
    return {match[1]: _panel(match[0]) for match in _PANEL.finditer(page)}


def _panel(markup: str) -> Panel:
    heading = re.search(r'<data(?: id="[^"]*")? value="([^"]+)">(-?[0-9,.]+)([^<]*)</data>(?: ([^<]*))?</p>', markup)
    assert heading, markup
    formulas = re.findall(r'<p class="formula">(.*?)＝ (.*)</p>', markup)
    text = unescape(re.sub(r"<[^>]+>", "", markup))
    return Panel(
        value=Decimal(heading[1]),
        shown=decimal(heading[2]),
        unit=heading[3],
        title=unescape(heading[4] or ""),
        formulas=tuple(_formula(of, rest) for of, rest in formulas),
        lines=tuple(_lines(markup)),
        text=text,
    )


def _formula(of: str, markup: str) -> Formula:
    operands = [*_OPERAND.finditer(markup)]
    signs = "".join(operand[3].strip() for operand in operands if operand[3])
    assert len(signs) == len(operands) - 1
    after = markup[operands[-1].end() :]
    return Formula(of, tuple((operand[1], decimal(operand[2])) for operand in operands), signs, after)


def _lines(markup: str) -> list[StatedLine]:
    """The lines of a panel; the name of their file stands below them."""
    found: list[StatedLine] = []
    before = 0
    for file in re.finditer(r'<p class="file">([^<]*)</p>', markup):
        found += (
            StatedLine(file[1], int(line[4]), decimal(line[1]), line[2], line[3] or "")
            for line in _LINE.finditer(markup, before, file.start())
        )
        before = file.end()
    return found
