"""There are more people than authorised posts.

It does happen (超编), while posts are being cut or where people without a post are counted in. So it is no error, but a
reader will ask, and often one of the two numbers is simply mistyped.

在职人数多于编制数（超编）确有可能，例如正在精简编制，或把没有编制的人也算了进去，所以这不是错误。但读者会问为什么，
而且往往是其中一个数写错了。

FAIL:

    staffing: {authorised: 10, active: ▸18}

PASS:

    staffing: {authorised: 10, active: 10}

Mend: correct the number that is wrong; if both are right, accept the finding with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "active-above-authorised",
    Level.NOTICE,
    Words("在职人数多于编制数", "There are more people than posts"),
    Words(
        "在职 {active} 人，编制只有 {authorised} 人",
        "{active} people are active, but {authorised} posts are authorised",
    ),
    Words(
        "核对两个数；确实超编的，在 accepted 中写明原因",
        "Check both; if they are right, accept this finding with the reason",
    ),
)


def applies(case: Case) -> bool:
    """Return whether staffing is stated."""
    return bool(case.spec.stated("staffing.active"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the active with the authorised."""
    for active in case.spec.stated("staffing.active"):
        for authorised in case.spec.stated("staffing.authorised"):
            if active.amount > authorised.amount:
                yield RULE.at(
                    active.span,
                    related=(authorised.span,),
                    active=to_text(active.amount),
                    authorised=to_text(authorised.amount),
                )
