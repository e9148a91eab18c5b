"""Last year's amounts as stated here are not those of last year's spec.

Where last year's spec of the same entity is in the repository, its money is what this year is compared with. What this
spec states of last year's budget as well must then agree with it, amount by amount: in 万元 as far as rounding goes, in
元 exactly. A source, or an item of a list, that last year's spec has money in and that is not listed here, is a
difference too: it would mean that there was none. Numbers that do not follow from last year's spec are not compared.

仓库里有同一单位上年的文件时，今年与它的数比较。本文件也写了上年预算的，就应当逐项与它相等：以万元为单位的，差额在舍
入范围之内不算；以元为单位的，必须完全相等。上年文件有金额、这里没有列出的来源或条目，也算不符，因为那等于说上年没
有。从上年文件得不出的数不比较。

FAIL:

    last_year:
      budget:
        sources:
          general: {by_function: {2010301: ▸110, 2080505: 20}, by_nature: {basic: ▸100, project: 30}}
    reasons: {}
    --- specs/…/2023-budget.yaml

PASS:

    last_year:
      budget:
        sources:
          general: {by_function: {2010301: 130, 2080505: 20}, by_nature: {basic: 120, project: 30}}
    reasons: {}
    --- specs/…/2023-budget.yaml

Mend: take `last_year.budget` out, or correct it; or correct last year's spec, if it is that one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from disc.compile.book import Account, Missing
from disc.compile.quantity import Stated, quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, Sum
from disc.core.interval import Verdict, compare
from disc.core.ledger import Ledger, Line
from disc.core.number import add
from disc.core.selection import Constraint, Selection
from disc.core.span import Span
from disc.core.stages import LAST_BUDGET
from disc.load.spec_reader import Case

RULE = Rule(
    "last-year-disagrees",
    Level.ERROR,
    Words("上年数与上年的文件不符", "Last year's amounts disagree with last year's spec"),
    Words(
        "{name}的上年预算数，这里{stated_zh}，上年的文件{found_zh}",
        "last year's budget of {name} is {stated_en} here and {found_en} in last year's spec",
    ),
    Words(
        "上年的文件已在本库，删去这里的上年数，或改正其中写错的一处",
        "Last year's spec is in the repository: take the amount out here, or correct the one that is wrong",
    ),
)
RESTS_ON = ("unknown-code", "last-year-broken")

_BUDGET = ("last_year", "budget")
_DIMENSIONS = ("source", "function", "nature")


def applies(case: Case) -> bool:
    """Return whether last year's budget is stated here and in last year's spec."""
    return case.last is not None and LAST_BUDGET in case.spec.past


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare what is stated of last year's budget with last year's spec."""
    stated = case.spec.past.get(LAST_BUDGET)
    if case.last is not None and stated is not None:
        yield from _money(case, case.last, stated)
        yield from _not_listed(case, case.last)
        yield from _parts(case, case.last, stated)


def _money(case: Case, last: Case, stated: Ledger) -> Iterator[Diagnostic]:
    for line in stated.lines:
        if line.pool:
            known = {d: line.coordinates[d] for d in _DIMENSIONS if d in line.coordinates}
            chosen = tuple(Constraint(dimension, frozenset({member})) for dimension, member in known.items())
            name = "·".join(_name(case, dimension, member) for dimension, member in known.items())
            yield from _compared(case, line, name, _lines(last, chosen))


def _not_listed(case: Case, last: Case) -> Iterator[Diagnostic]:
    """Look for sources, and for members of each list, that last year's spec has money in and that are not here."""
    path = (*_BUDGET, "sources")
    sources = case.spec.fields["last_year"]["budget"]["sources"]
    yield from _beyond(case, last, "source", sources, (), path)
    for source, lists in sources.items():
        within = (Constraint("source", frozenset({source})),)
        for dimension in _DIMENSIONS[1:]:
            if (key := f"by_{dimension}") in lists:
                yield from _beyond(case, last, dimension, lists[key], within, (*path, source, key))


def _beyond(
    case: Case, last: Case, dimension: str, listed: Iterable[str], within: Selection, path: tuple[str, ...]
) -> Iterator[Diagnostic]:
    ledger = last.spec.ledger
    members = ledger.members(dimension, within)
    branches = {above for member in members for above in ledger.ancestry(dimension, member)[1:]}
    for member in sorted(members - branches):
        if set(ledger.ancestry(dimension, member)).isdisjoint(listed):
            lines = _lines(last, (*within, Constraint(dimension, frozenset({member}))))
            if _total(lines):
                place, name = case.spec.key_place(*path), _name(case, dimension, member)
                yield _finding(case, place, name, "", lines)


def _parts(case: Case, last: Case, stated: Ledger) -> Iterator[Diagnostic]:
    """Compare the stated parts, as far as they follow from last year's spec."""
    account = Account(last.spec.ledger, 0, is_past=True)
    here = {line.coordinates["fact"]: line for line in stated.lines if "fact" in line.coordinates}
    for name, measure in case.form.measures.items():
        declared = quantity(name, case.form.measures)
        if not isinstance(declared, Stated) or measure.stated not in here:
            continue
        figure = declared.figure(account, case.form.text)
        if figure is not Missing.UNKNOWN:
            numbers = (
                figure.derivation.lines if isinstance(figure, Figure) and isinstance(figure.derivation, Sum) else ()
            )
            lines = [last.spec.ledger.lines[n] for n in numbers]
            yield from _compared(case, here.pop(measure.stated), measure.title, lines)


def _compared(case: Case, stated: Line, name: str, lines: Sequence[Line]) -> Iterator[Diagnostic]:
    agreement = compare(stated.amount, stated.half_width, [(line.amount, line.half_width) for line in lines])
    if agreement.verdict is Verdict.INCONSISTENT:
        yield _finding(case, stated.span, name, case.spec.written(stated.amount), lines)


def _finding(case: Case, place: Span, name: str, stated: str, lines: Sequence[Line]) -> Diagnostic:
    (stated_zh, stated_en), (found_zh, found_en) = map(
        _said, (stated, case.spec.written(_total(lines)) if lines else "")
    )
    return RULE.at(
        place,
        related=[line.span for line in lines],
        name=name,
        stated_zh=stated_zh,
        stated_en=stated_en,
        found_zh=found_zh,
        found_en=found_en,
    )


def _said(amount: str) -> tuple[str, str]:
    """Return what a file says of an amount, empty where it says nothing, in Chinese and in English."""
    return (f"是 {amount}", amount) if amount else ("没有写", "not stated")


def _lines(last: Case, chosen: Selection) -> list[Line]:
    ledger = last.spec.ledger
    return [ledger.lines[n] for n in ledger.numbers(ledger.select(chosen) or 0)]


def _total(lines: Iterable[Line]) -> Decimal:
    return add(*(line.amount for line in lines))


def _name(case: Case, dimension: str, member: str) -> str:
    if dimension in case.classification.tables:
        return f"{member} {case.classification.tables[dimension].name(member)}"
    return case.classification.members[dimension].get(member, member)
