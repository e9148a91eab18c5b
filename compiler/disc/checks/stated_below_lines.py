"""A stated part of the money is less than the economic lines that belong to it.

`of_which` states what the economic lines do not tell: a zero, or the part of a project whose breakdown is not known. A
stated number takes the place of the sum, so it can never be less than the lines that belong to it: reception expenses
of 0 beside 1.40 on item 30217 would contradict the table of basic expenditure on the same page.

of_which 写的是经济分类明细看不出来的部分：写明为零，或没有列经济分类的项目中的一部分。写明的数代替合计，所以不能小
于属于它的明细：30217 有 1.40，接待费却写 0，就与同一页上的基本支出表矛盾。

FAIL:

    basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30217: 10}}}
    of_which: {reception: ▸0}

PASS:

    basic: {general: {by_function: {2010301: 100, 2080505: 20}, by_economic: {30101: 90, 30108: 20, 30217: 10}}}
    of_which: {reception: 10}

Mend: take the entry out where the lines tell it all, or correct it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.compile.book import Account
from disc.compile.quantity import stated_parts
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, Sum
from disc.core.interval import Verdict, compare
from disc.core.number import add
from disc.load.spec_reader import Case

RULE = Rule(
    "stated-below-lines",
    Level.ERROR,
    Words("申报的其中数小于明细", "A stated part is less than its lines"),
    Words(
        "{title}写为 {stated}，相应经济分类的明细共 {sum}",
        "{title} is stated as {stated}, but its economic lines come to {sum}",
    ),
    Words("明细已经齐全的删去这一项，否则改正它", "Take the entry out where the lines tell it all, or correct it"),
)
RESTS_ON = ("unknown-code", "missing-breakdown")


def applies(case: Case) -> bool:
    """Return whether a part that a measure of the form takes is stated."""
    paths = case.spec.ledger.paths
    return any(paths.at(measure.stated) for measure in case.form.measures.values())


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each stated part with the lines of the measure it stands for."""
    account = Account(case.spec.ledger, 0)
    for measure, declared in stated_parts(case.form.measures):
        here = [n for n in account.numbers_of(measure.stated) if "unit" not in case.spec.ledger.lines[n].coordinates]
        if not here:
            continue
        figure = declared.otherwise.figure(account, case.form.text)
        if isinstance(figure, Figure) and isinstance(figure.derivation, Sum):
            stated = case.spec.ledger.lines[here[0]]
            lines = [case.spec.ledger.lines[n] for n in figure.derivation.lines]
            parts = [(line.amount, line.half_width) for line in lines]
            agreement = compare(stated.amount, stated.half_width, parts)
            if agreement.verdict is Verdict.INCONSISTENT and agreement.residual < 0:
                yield RULE.at(
                    stated.span,
                    related=[line.span for line in lines],
                    title=measure.title,
                    stated=case.spec.written(stated.amount),
                    sum=case.spec.written(add(*(line.amount for line in lines))),
                )
