"""Amounts of last year or of the budget as stated here are not those of the spec that they come from.

Where last year's spec of the same entity is in the repository, its money is what this year is compared with; final
accounts are compared with this year's budget, too. What this spec states of them as well must then agree with that
spec, amount by amount: in 万元 as far as rounding goes, in 元 exactly. A source, or an item of a list, that the other
spec has money in and that is not listed here, is a difference too: it would mean that there was none. Numbers that do
not follow from the other spec are not compared.

仓库里有同一单位上年的文件时，今年与它的数比较；决算还与本年的预算文件比较。本文件也写了上年数、年初预算数的，就应当
逐项与那份文件相等：以万元为单位的，差额在舍入范围之内不算；以元为单位的，必须完全相等。那份文件有金额、这里没有列出
的来源或条目，也算不符，因为那等于说没有。从那份文件得不出的数不比较。

FAIL:

    last_year:
      budget:
        sources:
          general: {by_function: {2010301: ▸110, 2080505: 20}, by_nature: {basic: ▸100, project: 30}}
    reasons: {}
    --- specs/…/2023-budget.yaml

FAIL:

    --- specs/…/2024-accounts.yaml
    budget:
      sources:
        general: {by_function: {2010301: ▸118, 2080505: 20}, by_nature: {basic: 120, project: ▸18}}
    --- specs/…/2024-budget.yaml

PASS:

    last_year:
      budget:
        sources:
          general: {by_function: {2010301: 130, 2080505: 20}, by_nature: {basic: 120, project: 30}}
    reasons: {}
    --- specs/…/2023-budget.yaml

Mend: take what is stated here out, or correct it; or correct the other spec, if it is that one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from disc.compile.book import Account, Missing
from disc.compile.quantity import Stated, StatedSum, quantity
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.figure import Figure, Sum
from disc.core.flows import FLOW
from disc.core.interval import Verdict, compare
from disc.core.ledger import Ledger, Line
from disc.core.number import add
from disc.core.selection import Selection, within
from disc.core.span import Span
from disc.core.stages import LAST_BUDGET, LAST_OUTTURN, STATED_AT, THIS_BUDGET
from disc.load.spec_reader import Case
from disc.load.tree import Path

RULE = Rule(
    "last-year-disagrees",
    Level.ERROR,
    Words("上年数、预算数与其文件不符", "Amounts of last year or of the budget disagree with their spec"),
    Words(
        "{name}的{stage_zh}，这里{stated_zh}，{file_zh}{found_zh}",
        "{stage_en} of {name} is {stated_en} here and {found_en} in {file_en}",
    ),
    Words(
        "{file_zh}已在本库，删去这里的{amounts_zh}，或改正其中写错的一处",
        "Take {amounts_en} out here, since {file_en} is in the repository, or correct the amount that is wrong",
    ),
)
RESTS_ON = ("unknown-code", "last-year-broken")

_DIMENSIONS = (FLOW, "source", "function", "nature")
_LAST_FILE, _LAST_AMOUNTS = Words("上年的文件", "last year's spec"), Words("上年数", "last year's amounts")
# By stage: what it is called, the spec that it comes from, and what is stated here.
_WORDS: Mapping[str, tuple[Words, Words, Words]] = {
    LAST_BUDGET: (Words("上年预算数", "last year's budget"), _LAST_FILE, _LAST_AMOUNTS),
    LAST_OUTTURN: (Words("上年决算数", "last year's outturn"), _LAST_FILE, _LAST_AMOUNTS),
    THIS_BUDGET: (
        Words("年初预算数", "this year's budget"),
        Words("本年的预算文件", "the spec of the budget"),
        Words("年初预算数", "these amounts"),
    ),
}


class _Pair(Struct, frozen=True):
    """What a spec states of a stage, beside the spec that it comes from."""

    case: Case
    stage: str
    stated: Ledger
    other: Case

    def lines(self, chosen: Selection) -> list[Line]:
        """Return the lines of the other spec that a selection means."""
        ledger = self.other.spec.ledger
        return [ledger.lines[n] for n in ledger.numbers(ledger.select(chosen) or 0)]

    def name(self, dimension: str, member: str) -> str:
        """Return what messages call a member of a dimension."""
        case = self.case
        if dimension in case.classification.tables:
            return f"{member} {case.classification.tables[dimension].name(member)}"
        # A budget and accounts call some sources otherwise.
        return self.other.classification.members[dimension].get(member, member)

    def compared(self, line: Line, name: str, lines: Sequence[Line]) -> Iterator[Diagnostic]:
        """Compare a stated amount with the lines that it is the sum of."""
        agreement = compare(line.amount, line.half_width, [(each.amount, each.half_width) for each in lines])
        if agreement.verdict is Verdict.INCONSISTENT:
            yield self.finding(line.span, name, self.case.spec.written(line.amount), lines)

    def finding(self, place: Span, name: str, stated: str, lines: Sequence[Line]) -> Diagnostic:
        """Return that an amount, empty where it is not stated, is not the sum of the lines."""
        found = self.case.spec.written(_total(lines)) if lines else ""
        (stated_zh, stated_en), (found_zh, found_en) = map(_said, (stated, found))
        stage, file, amounts = _WORDS[self.stage]
        return RULE.at(
            place,
            related=[line.span for line in lines],
            name=name,
            stage_zh=stage.zh,
            stage_en=stage.en,
            stated_zh=stated_zh,
            stated_en=stated_en,
            found_zh=found_zh,
            found_en=found_en,
            file_zh=file.zh,
            file_en=file.en,
            amounts_zh=amounts.zh,
            amounts_en=amounts.en,
        )


def applies(case: Case) -> bool:
    """Return whether a stage is stated here whose spec is in the repository."""
    return any(_pairs(case))


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare what is stated of each stage with the spec that it comes from."""
    for pair in _pairs(case):
        yield from _money(pair)
        yield from _not_listed(pair)
        yield from _parts(pair)


def _pairs(case: Case) -> Iterator[_Pair]:
    for stage, other in ((case.form.compares, case.last), (THIS_BUDGET, case.budget)):
        stated = case.spec.past.get(stage)
        if stated is not None and other is not None:
            yield _Pair(case, stage, stated, other)


def _money(pair: _Pair) -> Iterator[Diagnostic]:
    for line in pair.stated.lines:
        if "fact" in line.coordinates:
            continue
        known = {d: line.coordinates[d] for d in _DIMENSIONS if d in line.coordinates}
        chosen = tuple(within(dimension, member) for dimension, member in known.items())
        if not pair.other.spec.ledger.uncertain(chosen):
            name = "·".join(pair.name(dimension, member) for dimension, member in known.items())
            yield from pair.compared(line, name, pair.lines(chosen))


def _not_listed(pair: _Pair) -> Iterator[Diagnostic]:
    """Look for sources, and for members of each list, that the other spec has money in and that are not here."""
    stated, at = _stated(pair)
    if "balances" in stated:
        flows = ("income", "expenditure", *stated["balances"])
        yield from _beyond(pair, FLOW, flows, (), (*at, "balances"))
    for chosen, path, sources in _lists(stated, at):
        yield from _beyond(pair, "source", sources, chosen, path)
        for source, value in sources.items():
            one = (*chosen, within("source", source))
            for dimension, listed, at in _within(value, (*path, source)):
                yield from _beyond(pair, dimension, listed, one, at)


def _stated(pair: _Pair) -> tuple[Mapping[str, Any], Path]:
    """Return what the spec states of the stage, and where."""
    stated = pair.case.spec.fields
    for step in STATED_AT[pair.stage]:
        stated = stated[step]
    return stated, STATED_AT[pair.stage]


def _lists(stated: Mapping[str, Any], at: Path) -> Iterator[tuple[Selection, Path, Mapping[str, Any]]]:
    """Return every list of sources that is stated: of what money, where, and the list."""
    if "sources" in stated:
        yield (), (*at, "sources"), stated["sources"]
    for flow in (flow for flow in ("income", "expenditure") if flow in stated):
        yield (within(FLOW, flow),), (*at, flow), stated[flow]
    for flow, value in stated.get("balances", {}).items():
        if isinstance(value, dict):
            yield (within(FLOW, flow),), (*at, "balances", flow), value


def _within(value: object, path: Path) -> Iterator[tuple[str, Iterable[str], Path]]:
    """Return the lists that one source is split by: the dimension, the members, and where."""
    split = value if isinstance(value, dict) else {}
    views = {name: members for name, members in split.items() if isinstance(members, dict)}
    for dimension in ("function", "nature"):
        if (key := f"by_{dimension}") in views:
            yield dimension, views[key], (*path, key)
    if split and not views and "total" not in split:
        yield "function", split, path


def _beyond(pair: _Pair, dimension: str, listed: Iterable[str], chosen: Selection, path: Path) -> Iterator[Diagnostic]:
    ledger = pair.other.spec.ledger
    members = ledger.members(dimension, chosen)
    branches = {above for member in members for above in ledger.ancestry(dimension, member)[1:]}
    for member in sorted(members - branches):
        if set(ledger.ancestry(dimension, member)).isdisjoint(listed):
            lines = pair.lines((*chosen, within(dimension, member)))
            if _total(lines):
                place, parts = pair.case.spec.key_place(*path), [*chosen, within(dimension, member)]
                name = "·".join(pair.name(each.dimension, *each.members) for each in parts)
                yield pair.finding(place, name, "", lines)


def _parts(pair: _Pair) -> Iterator[Diagnostic]:
    """Compare the stated parts, as far as they follow from the other spec."""
    ledger, form = pair.other.spec.ledger, pair.case.form
    account = Account(ledger, 0, is_past=True)
    here = {line.coordinates["fact"]: line for line in pair.stated.lines if "fact" in line.coordinates}
    for name, measure in form.measures.items():
        declared = quantity(name, form.measures)
        if not isinstance(declared, Stated | StatedSum) or measure.stated not in here:
            continue
        figure = declared.figure(account, form.text)
        if figure is not Missing.UNKNOWN:
            summed = figure.derivation if isinstance(figure, Figure) else None
            lines = [ledger.lines[n] for n in (summed.lines if isinstance(summed, Sum) else ())]
            yield from pair.compared(here.pop(measure.stated), measure.title, lines)


def _said(amount: str) -> tuple[str, str]:
    """Return what a file says of an amount, empty where it says nothing, in Chinese and in English."""
    return (f"是 {amount}", amount) if amount else ("没有写", "not stated")


def _total(lines: Iterable[Line]) -> Decimal:
    return add(*(line.amount for line in lines))
