"""An amount is typed in a text that the program knows: it is the figure of a measure.

A number that is typed beside one that is derived stays as it is when the amounts change, and then the two contradict
each other. A reference, {total}, always shows the figure as it stands in the tables. Looked at are amounts from 1万元
with three significant digits or more, in any text but names and the source of a transcript. Limits (50万元以上,
单价100万元) are no figures.

写死的数不会跟着金额变，金额一改，它就与算出的数矛盾。写引用 {total}，显示的永远是表里的数。查的是 1 万元以上、有三
位以上有效数字的金额，名称和资料来源除外。限额（50万元以上、单价100万元）不是这样的数。

FAIL:

    other_matters: ▸我单位收支总预算150.00万元。
    projects: [{name: 修路, function: 2010301, source: general, amount: 30}]

PASS:

    other_matters: 我单位收支总预算{total}，单价150.00万元以上的设备没有，借出151万元、30万元。

Mend: write the reference in place of the amount; its unit comes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from disc.compile.book import Account
from disc.compile.quantity import quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, lines_of
from disc.core.number import MONEY_UNITS, WAN_YUAN, decimals_of, divide, multiply, round_half_up
from disc.load.spec_reader import Case
from disc.load.texts import starting
from disc.load.tree import Path

RULE = Rule(
    "typed-amount",
    Level.NOTICE,
    Words("文中写死了编译器算得出的数", "A derived amount is typed"),
    Words("“{words}”就是{title}，以后数变了这里不会变", "“{words}” is the figure of {title}, and will not follow it"),
    Words("改为引用 {references}，单位已在其中", "Write {references} instead; the unit comes with it"),
)

RESTS_ON = ("unknown-code", "breakdowns-disagree", "missing-breakdown", "project-amount")

# A source is a title; what a correction says of a figure does not change with it.
_LEFT_OUT = ("publication", "corrections")
_SCALES = {"元": Decimal(1), "万元": WAN_YUAN.scale, "亿元": multiply(WAN_YUAN.scale, WAN_YUAN.scale)}
_AMOUNT = starting(
    "0-9",
    r"(?<![0-9.,])(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?(?P<unit>亿元|万元|元)"
    r"(?! ?(?:[（(]含[）)]|[（(]?(?:及|含)?以[上下内外]|左右|/))",
)
_LIMIT = re.compile("(?:单价|单笔|单项|单台|每|超过|不足|低于|高于|不超|限额|标准|至多|最高|最低)[^，。；\n\0]{0,4}$")


class Typed(Struct, frozen=True):
    """An amount in an author's text."""

    path: Path
    words: str
    digits: str
    """Its digits, without commas."""

    scale: Decimal
    """How many 元 its unit is."""

    @property
    def value(self) -> Decimal:
        """The amount in 元."""
        return multiply(Decimal(self.digits), self.scale)

    @property
    def precision(self) -> int:
        """How many digits it is exact to: 150.00 to five, 150 to two."""
        return len(self.digits.replace(".", "").lstrip("0") if "." in self.digits else self.digits.strip("0"))

    def is_exactly(self, amount: Decimal) -> bool:
        """Whether an amount (in 元), rounded as this one, is this one."""
        stated = Decimal(self.digits)
        return round_half_up(divide(amount, self.scale), decimals_of(stated)) == stated


def typed_amounts(case: Case) -> Iterator[Typed]:
    """Yield the amounts that stand in texts where a reference could stand, limits left out."""
    for path, _, matches in case.spec.texts.find(_AMOUNT):
        for match in matches if path[0] not in _LEFT_OUT and path[-1] != "name" else ():
            if not _LIMIT.search(match.string, max(0, match.start() - 12), match.start()):
                yield Typed(path, match[0], match["digits"].replace(",", ""), _SCALES[match["unit"]])


def money_of(case: Case, account: Account | None = None) -> dict[str, Figure]:
    """Return the figures of all measures that are money and not nothing, by name: this year's, or an account's."""
    account, measures = account or Account(case.spec.ledger, 0), case.form.measures
    found = {name: quantity(name, measures).figure(account, case.form.text) for name in measures}
    return {
        name: figure
        for name, figure in found.items()
        if isinstance(figure, Figure) and figure.unit.name in MONEY_UNITS and figure.value
    }


def applies(case: Case) -> bool:
    """Whether an amount is typed anywhere."""
    return any(typed_amounts(case))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare every typed amount with the figures of all measures."""
    typed = [one for one in typed_amounts(case) if one.value >= WAN_YUAN.scale and one.precision >= 3]
    figures = money_of(case) if typed else {}
    for one in typed:
        if names := [name for name, figure in figures.items() if one.is_exactly(figure.value)]:
            yield RULE.at(
                case.spec.place(*one.path),
                related=[case.spec.ledger.lines[n].span for n in sorted(lines_of(figures[names[0]]))],
                words=one.words,
                title=case.form.measures[names[0]].title,
                references="、".join(f"{{{name}}}" for name in names[:3]),
            )
