"""More people joined or retired than there are.

People who joined this year are among the active, and the newly retired among the retired. A part cannot exceed its
whole. Mostly two numbers were exchanged.

本年增加的人在在职人员之中，新退休的在退休人员之中，部分不能多于整体。多半是两个数写反了。

FAIL:

    staffing: {authorised: 10, active: 8, joined: ▸80}

FAIL:

    staffing: {authorised: 10, active: 8, retired: 2, newly_retired: ▸3}

PASS:

    staffing: {authorised: 10, active: 8, joined: 1, left: 12, retired: 2, newly_retired: 2}

Mend: correct the number that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "staffing-parts",
    Level.WARNING,
    Words("增加的人数多于现有的人数", "More people joined than there are"),
    Words("增加 {part} 人，而现有只有 {whole} 人", "{part} people are new, but there are only {whole}"),
    Words("改正写错的人数", "Correct the number that is wrong"),
)

_WHOLES = {"joined": ("active",), "newly_retired": ("retired", "veterans")}


def applies(case: Case) -> bool:
    """Return whether newcomers are stated."""
    return any(case.spec.stated(f"staffing.{part}") for part in _WHOLES)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the new ones with all of them, where both are stated."""
    for part, wholes in _WHOLES.items():
        whole = [line for name in wholes for line in case.spec.stated(f"staffing.{name}")]
        total = add(*(line.amount for line in whole))
        for new in case.spec.stated(f"staffing.{part}"):
            if whole and new.amount > total:
                places = [line.span for line in whole]
                yield RULE.at(new.span, related=places, part=to_text(new.amount), whole=to_text(total))
