"""The weights of the indicators do not come to what the form asks.

A table of targets gives each third-level indicator a weight (分值权重), and the weights come to 100 points
(项目支出绩效评价管理办法, 财预〔2020〕10号). Some regions keep 10 points for the rate of execution, which then is no
indicator of the table: their forms ask for 90. Where an indicator has no weight, only a sum that is too large is found.

绩效目标表给每个三级指标规定分值权重，合计 100 分（《项目支出绩效评价管理办法》，财预〔2020〕10号）。有的地区
把 10 分留给预算执行率，它不是表中的指标，那里的表样要求合计 90 分。有的指标没有写权重时，只报告合计过大的。

FAIL:

    performance:
      goal: 完成任务
      ▸indicators:
        - {group: 产出指标, kind: 数量指标, name: 件数, value: ≥1件, weight: 40}
        - {group: 满意度指标, kind: 满意度指标, name: 满意度, value: ≥95%, weight: 30}

PASS:

    performance:
      goal: 完成任务
      indicators:
        - {group: 产出指标, kind: 数量指标, name: 件数, value: ≥1件, weight: 60}
        - {group: 满意度指标, kind: 满意度指标, name: 满意度, value: ≥95%, weight: 40}

Mend: correct the weights, or add the indicator that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, to_text
from disc.load.spec_reader import Case
from disc.load.tree import Path

RULE = Rule(
    "indicator-weights",
    Level.WARNING,
    Words("绩效指标的权重之和不对", "The weights of the indicators do not add up"),
    Words("分值权重之和是 {sum}，应当是 {wanted}", "the weights come to {sum}, not to {wanted}"),
    Words("改正权重，或补上漏列的指标", "Correct the weights, or add the indicator that is missing"),
)


def applies(case: Case) -> bool:
    """Return whether any indicator has a weight."""
    return any("weight" in entry for _, indicators in _tables(case) for entry in indicators)


def check(case: Case) -> Iterator[Diagnostic]:
    """Add up the weights of each table of indicators."""
    wanted = case.settings.threshold("weight_total")
    for path, indicators in _tables(case):
        weights = {n: Decimal(entry["weight"]) for n, entry in enumerate(indicators) if "weight" in entry}
        total = add(*weights.values())
        if weights and (total > wanted or (len(weights) == len(indicators) and total != wanted)):
            yield RULE.at(
                case.spec.key_place(*path),
                related=[case.spec.place(*path, number, "weight") for number in weights],
                sum=to_text(total),
                wanted=to_text(wanted),
            )


def _tables(case: Case) -> Iterator[tuple[Path, Sequence[Mapping[str, Any]]]]:
    """Return where each table of indicators stands, and the indicators."""
    fields = case.spec.own_fields
    owners: list[tuple[Path, Any]] = [(("performance",), fields.get("performance", {}))]
    owners += [(("projects", n, "targets"), p.get("targets", {})) for n, p in enumerate(fields.get("projects", ()))]
    for path, owner in owners:
        yield (*path, "indicators"), owner.get("indicators", ())
