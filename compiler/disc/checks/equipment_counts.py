"""There is more equipment above a million yuan a piece than above half a million.

What is worth more than 1,000,000 yuan is also worth more than 500,000: the first is a part of the second. Some offices
count only what lies between the two in the second number, or put the same number into both places by mistake.

单价 100 万元以上的设备也在 50 万元以上，前者是后者的一部分。有的单位在第二个数里只计两者之间的，或把同一个数填到了
两处。

FAIL:

    assets: {as_of: "2023-12-31", vehicles: {general: {count: 0}}, equipment: {over_500k: 1, over_1m: ▸3}}

PASS:

    assets: {as_of: "2023-12-31", vehicles: {general: {count: 0}}, equipment: {over_500k: 3, over_1m: 3}}

Mend: correct the two numbers (often they are exchanged); count each piece above a million in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "equipment-counts",
    Level.WARNING,
    Words("100万元以上的设备多于50万元以上的", "More equipment above a million than above half a million"),
    Words(
        "单位价值100万元以上的设备有 {above} 台（套），50万元以上的只有 {known} 台（套）",
        "pieces above 1,000,000 yuan: {above}; above 500,000 yuan: only {known}",
    ),
    Words(
        "改正两个数；100万元以上的也要计入50万元以上的",
        "Correct the two numbers; what is above 1,000,000 yuan is also above 500,000",
    ),
)

_PLACES = ("assets.equipment", "assets.planned.equipment")


def applies(case: Case) -> bool:
    """Return whether equipment above a million is stated."""
    return any(case.spec.stated(f"{place}.over_1m") for place in _PLACES)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the two numbers, where both are stated."""
    for place in _PLACES:
        for above in case.spec.stated(f"{place}.over_1m"):
            for every in case.spec.stated(f"{place}.over_500k"):
                if above.amount > every.amount:
                    counted, known = to_text(above.amount), to_text(every.amount)
                    yield RULE.at(above.span, related=(every.span,), above=counted, known=known)
