"""The targets' money from higher governments is not the transfer that the budget has.

`performance.transfers` splits the year's transfers from higher governments by who gives them. Their sum must be the
money of the transfer sources, none if there are none; otherwise the table of targets adds up to another budget.

performance.transfers 把当年的上级转移支付按哪一级拨付分开。各项之和应当等于资金来源中的转移支付，没有就是零；否则绩
效目标表加起来是另一个预算。

FAIL:

    performance:
      goal: 保障运转
      ▸transfers: {central: 5, region: 0, prefecture: 0}
      indicators: [{group: 产出指标, kind: 数量指标, name: 项目个数, value: 1个}]

PASS:

    performance:
      goal: 保障运转
      transfers: {central: 0, region: 0, prefecture: 0}
      indicators: [{group: 产出指标, kind: 数量指标, name: 项目个数, value: 1个}]

Mend: correct the split, or the sources of the money.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.interval import Verdict, compare
from disc.core.number import add
from disc.core.selection import Constraint
from disc.load.spec_reader import Case

RULE = Rule(
    "transfers-disagree",
    Level.ERROR,
    Words("上级资金与资金来源不符", "Transfers by giver disagree with the sources"),
    Words(
        "上级安排的资金共 {stated}，资金来源中的转移支付为 {sum}",
        "transfers by giver come to {stated}, but the sources have {sum} of transfers",
    ),
    Words("改正 transfers，或改正资金来源", "Correct `transfers`, or the sources of the money"),
)
RESTS_ON = ("breakdowns-disagree", "project-amount")


def applies(case: Case) -> bool:
    """Return whether the targets split the transfers."""
    return "transfers" in case.spec.fields.get("performance", {})


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the split with the money of the transfer sources."""
    spec, ledger = case.spec, case.spec.ledger
    split = [line for line in ledger.lines if line.path.startswith("performance.transfers.")]
    if not split:
        return
    sources = frozenset(name for name in case.classification.members["source"] if name.endswith("_transfer"))
    money = [ledger.lines[n] for n in ledger.numbers(ledger.select((Constraint("source", sources),)) or 0)]
    stated = add(*(line.amount for line in split))
    rounding = add(*(line.half_width for line in split))
    if compare(stated, rounding, [(line.amount, line.half_width) for line in money]).verdict is Verdict.INCONSISTENT:
        yield RULE.at(
            spec.key_place("performance", "transfers"),
            related=[line.span for line in money],
            stated=spec.written(stated),
            sum=spec.written(add(*(line.amount for line in money))),
        )
