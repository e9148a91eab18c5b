"""Two approved totals for the same lines.

What identifies a figure is the set of lines it sums, so one set can have only one approved total, however it is
selected: `{}` and `{source: general}` are the same where all money is from that source. The same total may be written
twice.

一个数由它所加的明细决定，同一些明细只能有一个批复的合计，不管用什么写法选出来：所有的钱都来自一般公共预算
时，{} 和 {source: general} 是一回事。相同的合计写两遍没有关系。

FAIL:

    reported: [{select: {}, amount: 150.01}, {select: ▸{source: general}, amount: 150.02}]

PASS:

    reported: [{select: {}, amount: 150.01}, {select: {source: general}, amount: 150.01}]

Mend: keep one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.selection import selection
from disc.load.spec_reader import Case
from disc.load.tree import words

RULE = Rule(
    "reported-twice",
    Level.ERROR,
    Words("同一些明细有两个批复的合计", "The same lines have two approved totals"),
    Words("这些明细的合计已经写过，不是这个数", "these lines have another approved total already"),
    Words("只保留一个", "Keep one of the two"),
)


def applies(case: Case) -> bool:
    """Return whether totals are reported."""
    return bool(case.spec.fields.get("reported"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare what the entries select."""
    seen: dict[int, int] = {}
    for number, entry in enumerate(case.spec.fields.get("reported", ())):
        mask = case.spec.ledger.select(selection({d: words(member) for d, member in entry["select"].items()}))
        first = seen.setdefault(mask, number) if mask else number
        if case.spec.fields["reported"][first]["amount"] != entry["amount"]:
            place = case.spec.place("reported", number, "select")
            yield RULE.at(place, related=(case.spec.place("reported", first, "select"),))
