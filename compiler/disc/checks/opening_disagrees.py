"""The opening balance is not last year's closing balance.

Money that was left at the end of a year is what there is at the beginning of the next. Compared are, source by source,
the opening balances with the closing ones of last year's accounts: those of last year's spec, or those stated here. An
adjustment of earlier years (以前年度调整) is a reason to accept the finding.

年初结转和结余就是上年的年末结转和结余。按资金来源逐个比较本年的年初数和上年决算的年末数：上年的文件在本库的，用上年文
件的数，否则用本文件中填写的上年数。以前年度有调整的，在 accepted 中写明原因。

FAIL:

    --- specs/…/2024-accounts.yaml
    balances: {opening: {▸general: 5}, closing: {general: 5}}

PASS:

    --- specs/…/2024-accounts.yaml
    balances: {opening: {general: 1}, closing: {general: 1}}

Mend: correct the balance; or accept the finding, with the adjustment as its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disc.checks.engine.kind import APART
from disc.compile.history import past_of
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.flows import FLOW
from disc.core.ledger import Ledger, Line, reach
from disc.core.number import add
from disc.core.selection import Constraint, Selection
from disc.core.stages import LAST_OUTTURN
from disc.load.spec_reader import Case

RULE = Rule(
    "opening-disagrees",
    Level.WARNING,
    Words("年初结转和结余不是上年的年末数", "An opening balance is not last year's closing balance"),
    Words(
        "{source}：年初结转和结余 {opening}，上年年末结转和结余 {closing}",
        "{source}: the opening balance is {opening}, last year's closing balance {closing}",
    ),
    Words(
        "改正年初或上年年末的数；以前年度有调整的，在 accepted 中写明",
        "Correct one of the two; if earlier years were adjusted, say so in `accepted`",
    ),
)
RESTS_ON = ("unknown-code", "last-year-broken")


def applies(case: Case) -> bool:
    """Return whether there are balances, and last year's accounts are known."""
    return case.spec.ledger.has_flows and (case.last is not None or LAST_OUTTURN in case.spec.past)


def across(case: Case) -> Iterator[Diagnostic]:
    """Compare the balances of each group of sources, as far as rounding goes."""
    past = past_of(case).get(LAST_OUTTURN)
    if past is None:
        return
    names = case.classification.names("source")
    for group in APART:
        now, then = _balance(case.spec.ledger, "opening", group), _balance(past, "closing", group)
        if reach(now).meet(reach(then)).is_empty:
            opening, closing = (case.spec.written(add(*(line.amount for line in lines))) for lines in (now, then))
            # What units supply stands where they are named.
            place = ("units",) if case.spec.is_rolled_up else ("balances", "opening")
            yield RULE.at(
                case.spec.key_place(*(now[0].path.split(".") if len(now) == 1 and place[1:] else place)),
                related=[line.span for line in then],
                source=names[group[-1]],
                opening=opening,
                closing=closing,
            )


def _balance(ledger: Ledger, flow: str, sources: Iterable[str]) -> tuple[Line, ...]:
    chosen: Selection = (Constraint(FLOW, frozenset({flow})), Constraint("source", frozenset(sources)))
    return ledger.chosen(chosen)
