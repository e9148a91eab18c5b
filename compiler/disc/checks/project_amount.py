"""A project states no amount, or an amount that is not the sum of its economic lines.

A project's amount is the sum of its economic lines; `amount` is for projects whose economic breakdown is not known.
Stating both is legal only while they agree.

项目金额是它的经济分类明细之和；amount 是给不知道经济分类的项目用的。两样都写，只有在相等时才可以。

FAIL:

    projects: [{name: 修路, function: 2010301, source: general, amount: ▸35, economic: {30213: 30}}]

PASS:

    projects: [{name: 修路, function: 2010301, source: general, amount: 30, economic: {30213: 30}}]

Mend: give one of the two; keep the economic lines where they are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case

RULE = Rule(
    "project-amount",
    Level.ERROR,
    Words("项目金额缺失或与明细不符", "A project's amount is missing, or not the sum of its lines"),
    Words(
        "项目金额写为 {stated}，经济分类明细之和为 {sum}",
        "the project states {stated} but its economic lines sum to {sum}",
    ),
    Words(
        "有经济分类明细时不必写 amount；没有明细时写 amount",
        "With economic lines leave `amount` out; without them state it",
    ),
)


def applies(case: Case) -> bool:
    """Return whether the spec itself states projects."""
    return not case.spec.is_rolled_up and bool(case.spec.fields["projects"])


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare what each project states with the sum of its lines."""
    for number, project in enumerate(() if case.spec.is_rolled_up else case.spec.fields["projects"]):
        lines, stated = project.get("economic"), project.get("amount")
        if lines is None and stated is None:
            yield RULE.at(case.spec.place("projects", number), stated="—", sum="—")
        elif lines is not None and stated is not None:
            total = add(*(Decimal(amount) for amount in lines.values()))
            if total != stated:
                yield RULE.at(
                    case.spec.place("projects", number, "amount"),
                    related=(case.spec.key_place("projects", number, "economic"),),
                    stated=to_text(Decimal(stated)),
                    sum=to_text(total),
                )
