"""An approved total of lines that are not there.

`select` of a `reported` entry says which lines the total belongs to; if none matches, the total is never shown.

reported 中每一条的 select 写明合计属于哪些明细；没有一行符合，这个合计就永远不会显示。

FAIL:

    reported: [{select: ▸{source: fund}, amount: 5}]

PASS:

    reported: [{select: {source: general}, amount: 150}]

Mend: correct `select`, or take the entry out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.selection import selection
from disc.load.spec_reader import Case
from disc.load.tree import words

RULE = Rule(
    "reported-nothing",
    Level.ERROR,
    Words("批复的合计没有对应的明细", "An approved total belongs to no lines"),
    Words("select 没有选到任何明细", "`select` matches no line of this spec"),
    Words("改正 select，或删去这一条", "Correct `select`, or take the entry out"),
)


def applies(case: Case) -> bool:
    """Return whether totals are reported."""
    return bool(case.spec.fields.get("reported"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for entries that match nothing though their members exist."""
    for number, entry in enumerate(case.spec.fields.get("reported", ())):
        members = {dimension: words(member) for dimension, member in entry["select"].items()}
        known = all(case.classification.knows(d, code) for d, codes in members.items() for code in codes)
        if known and not case.spec.ledger.select(selection(members)):
            yield RULE.at(case.spec.place("reported", number, "select"))
