"""An amount is negative.

A budget plans income and expenditure, final accounts tell what came in and went out; nothing is spent less than not at
all. A negative amount is right
only where it corrects other amounts of the same file (冲减), and then its reader should be told. More often it is a
change that was typed in where the amount belongs.

预算安排的、决算发生的是收入和支出，没有比“一分不花”更少的支出。负数只有在冲减同一文件中的其他金额时才对，那就应当告
诉读者。更常见的是把增减额写在了金额的位置上。

FAIL:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 33, 30201: ▸-3}}]

PASS:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 33, 30201: 0}}]

Mend: correct the amount. A real correction is accepted with its reason (`accepted` in the spec).
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.checks.engine.kind import called
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "negative-amount",
    Level.WARNING,
    Words("金额是负数", "An amount is negative"),
    Words(
        "这里的金额是 {amount}；{kind_zh}数一般没有负数",
        "the amount is {amount}; an amount of the {kind_en} is rarely negative",
    ),
    Words(
        "改正金额；确为冲减的，在 accepted 中写明原因",
        "Correct it; if it does correct other amounts, accept this finding with the reason",
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for negative amounts of this year and of last year."""
    kind = called(case)
    for ledger in (case.spec.ledger, *case.spec.past.values()):
        for line in ledger.lines:
            if line.amount < 0 and line.coordinates.keys().isdisjoint({"fact", "unit"}):
                yield RULE.at(line.span, amount=case.spec.written(line.amount), kind_zh=kind.zh, kind_en=kind.en)
