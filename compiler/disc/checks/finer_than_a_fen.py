"""An amount is finer than a fen.

The smallest unit of money is the fen (分), 0.01 yuan: an amount in 元 has at most two digits after the point, one in
万元 at most six, zeros at the end apart. More come from a division in a spreadsheet; no amount was approved so.

人民币最小到分：以元计的金额最多两位小数，以万元计的最多六位，末尾的零不算。更多的小数位是表格软件做除法得来的，批复的
金额不会这样写。

FAIL:

    basic:
      general:
        by_function: {2010301: ▸100.1234567, 2080505: 20}
        by_economic: {30101: ▸90.1234567, 30108: 20, 30201: 10}

PASS:

    basic:
      general:
        by_function: {2010301: 100.123456, 2080505: 20}
        by_economic: {30101: 90.123456, 30108: 20, 30201: 10}

Mend: write the amount that was approved.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import Line
from disc.core.number import MONEY_UNITS, decimals_of, divide, to_text, trimmed
from disc.load.spec_reader import Case

RULE = Rule(
    "finer-than-a-fen",
    Level.WARNING,
    Words("金额精确到分以下", "An amount is finer than a fen"),
    Words(
        "这里的金额有 {digits} 位小数，{unit}最多 {most} 位（精确到分）",
        "the amount has {digits} digits after the point; in {unit} there are at most {most}, which is a fen",
    ),
    Words(
        "按批复的金额填写，不要用表格软件算出的数", "Write the amount that was approved, not what a spreadsheet divided"
    ),
)

_FEN = Decimal("0.01")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look at the digits of every amount that this file states, of this year and last."""
    most = {name: decimals_of(divide(_FEN, unit.scale)) for name, unit in MONEY_UNITS.items()}
    for ledger in (case.spec.ledger, *case.spec.past.values()):
        for line in ledger.lines:
            allowed = most.get(line.unit.name, line.decimals)
            if line.decimals > allowed and (digits := _digits(line)) > allowed:
                yield RULE.at(line.span, digits=digits, unit=line.unit.name, most=allowed)


def _digits(line: Line) -> int:
    """Return how many digits an amount has after the point, without idle zeros."""
    return decimals_of(Decimal(trimmed(to_text(divide(line.amount, line.unit.scale)))))
