"""An amount is finer than a fen.

The smallest unit of money is the fen (分), 0.01 yuan: an amount in 元 has at most two digits after the point, one in
万元 at most six. More come from a division in a spreadsheet; no budget was approved so.

人民币最小到分：以元计的金额最多两位小数，以万元计的最多六位。更多的小数位是表格软件做除法得来的，批复的预算不会
这样写。

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
from disc.core.number import MONEY_UNITS, decimals_of, divide
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
    """Look at the digits of every amount that this file states."""
    ledgers = (case.spec.ledger, *case.spec.past.values())
    stated = (line for ledger in ledgers for line in ledger.lines if line.span.file == case.spec.file)
    for line in stated:
        # Zeros at the end are no finer amount.
        if line.unit.name in MONEY_UNITS and line.amount % _FEN:
            digits = decimals_of(divide(line.amount, line.unit.scale).normalize())
            most = decimals_of(divide(_FEN, line.unit.scale))
            yield RULE.at(line.span, digits=digits, unit=line.unit.name, most=most)
