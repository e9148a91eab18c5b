"""A stated part of the money is more than its economic lines, and no other money can make up for it.

`of_which` states what the economic lines do not tell, so a stated part may exceed them by as much as money without an
economic breakdown may hold. Where all the money is broken down, the two must agree: reception expenses of 79.40 beside
66.40 on their economic item contradict the tables on the same page. 机关运行经费 likewise cannot exceed the 公用经费 of
the appropriation, and there is none where no unit is an administrative one. It is a warning, because an approved
document may count more under such a name than the national classification does.

of_which 写的是经济分类明细看不出来的部分，所以它可以比明细多，但最多多出没有列经济分类的那些钱。全部的钱都列了经济
分类时，两者必须相等：明细是 66.40，另写接待费 79.40，就与同一页上的表矛盾。机关运行经费同样不能多于财政拨款的公用经
费，没有行政单位的也没有机关运行经费。批复的口径可能比全国的分类宽，所以这只是警告。

FAIL:

    of_which: {reception: ▸12}

FAIL:

    of_which: {operating_cost: ▸11}

PASS:

    of_which: {reception: 12}
    projects: [{name: 会务, function: 2010301, source: general, amount: 30}]

Mend: take the entry out where the lines tell it all, or correct it, or the lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.ledger import reach
from disc.core.number import add
from disc.load.spec_reader import Case

RULE = Rule(
    "stated-above-lines",
    Level.WARNING,
    Words("申报的其中数大于明细", "A stated part is more than its lines"),
    Words(
        "{title}写为 {stated}，相应的明细只有 {sum}，没有经济分类的金额至多 {rest}",
        "{title} is stated as {stated}, but its lines come to {sum}, and money without a breakdown to {rest}",
    ),
    Words(
        "漏了明细的，写进经济分类的相应科目，并删去这一项；明细齐全的，删去或改正这一项",
        "If a line is missing, write it under its economic item and take this entry out; "
        "if the lines tell it all, take it out or correct it",
    ),
)

RESTS_ON = ("unknown-code", "breakdowns-disagree", "missing-breakdown")


def applies(case: Case) -> bool:
    """Return whether any part is stated."""
    return bool(case.spec.stated("of_which.*"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each stated part with the lines of the measure it stands for, and with what may belong to it."""
    for measure, declared in stated_parts(case.form.measures):
        for stated in case.spec.stated(measure.stated):
            lines = case.spec.ledger.chosen(declared.otherwise.selection)
            rest = case.spec.ledger.uncertain(declared.otherwise.selection)
            if reach([stated]).low > reach((*lines, *rest)).high:
                yield RULE.at(
                    stated.span,
                    related=[line.span for line in (*lines, *rest)],
                    title=measure.title,
                    stated=case.spec.written(stated.amount),
                    sum=case.spec.written(add(*(line.amount for line in lines))),
                    rest=case.spec.written(add(*(line.amount for line in rest))),
                )
