"""A reason for something that the form does not compare.

The keys of `reasons` are names of the form's measures, or function codes of items that have money, this year or last. A
reason under any other key would never be shown. In final accounts `.budget` and `.adjusted_budget` behind a key say
that the reason is about the budget.

reasons 的键是表样中指标的名字，或者今年、上年有金额的功能分类科目的编码。写在别的键下的原因永远不会显示。
决算的键可以加 .budget、.adjusted_budget，写的是与年初预算、全年预算比的原因。

FAIL:

    reasons: {▸2010391: 人员增加}

PASS:

    reasons: {2010301: 人员增加}

Mend: correct the key, or take the reason out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.nearest import HINT, near
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-reason",
    Level.ERROR,
    Words("原因没有对应的指标", "A reason belongs to nothing"),
    Words(
        "{key} 既不是表样的指标，也不是本文件中有金额的功能分类编码",
        "{key} is neither a measure of the form nor a function code with money in this spec",
    ),
    HINT,
)
RESTS_ON = ("unknown-code",)


def applies(case: Case) -> bool:
    """Return whether there are reasons."""
    return bool(case.spec.fields.get("reasons"))


def across(case: Case) -> Iterator[Diagnostic]:
    """Look up the key of every reason."""
    ledgers = (case.spec.ledger, *case.spec.past.values(), *(other.spec.ledger for other in case.others))
    codes = {code for ledger in ledgers for code in ledger.members("function", ())}
    known = [*case.form.measures, *sorted(codes)]
    for key in case.spec.fields.get("reasons", {}):
        # Why the outturn differs from the budget is told apart from why it differs from last year's.
        if key.partition(".")[0] not in known:
            span, meant = case.spec.key_place("reasons", key), near(key, known)
            yield RULE.at(span, key=key, near_zh=meant["near_zh"], near_en=meant["near_en"])
