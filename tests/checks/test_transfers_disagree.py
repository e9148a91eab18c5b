from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said
from tests.seed.spec import WITHOUT_REPORTED

CODE = "transfers-disagree"
SPLIT = "  transfers: {central: 0, region: 0, prefecture: 0}"
CARRIED = "  - name: 2023年访惠聚工作队"
PROJECT = "  - {name: 甲, function: 2010301, source: general_transfer, economic: {30299: 12.5}}\n"


def test_transfers_that_the_budget_does_not_have() -> None:
    diagnostics = assert_found(CODE, (SPLIT, "  ▸transfers: {central: 3, region: 0.5}"))
    assert said(diagnostics) == [
        "上级安排的资金共 3.5万元，资金来源中的转移支付为 0万元。改正 transfers，或改正资金来源。"
    ]
    assert in_english(diagnostics) == [
        (
            "transfers by giver come to 3.5万元, but the sources have 0万元 of transfers. "
            "Correct `transfers`, or the sources of the money."
        )
    ]


def test_transfers_that_nobody_gives() -> None:
    (diagnostic,) = assert_found(
        CODE, (SPLIT, f"  ▸{SPLIT.strip()}"), (CARRIED, PROJECT + CARRIED), text=WITHOUT_REPORTED
    )
    assert len(diagnostic.related) == 1


def test_transfers_that_agree() -> None:
    split = SPLIT.replace("central: 0, region: 0", "central: 12, region: 0.5")
    assert found((SPLIT, split), (CARRIED, PROJECT + CARRIED), text=WITHOUT_REPORTED) == []
    rounded = SPLIT.replace("central: 0, region: 0", "central: 12.01, region: 0.5")
    assert found((SPLIT, rounded), (CARRIED, PROJECT + CARRIED), text=WITHOUT_REPORTED) == []


def test_without_a_split_there_is_nothing_to_compare() -> None:
    assert found((f"{SPLIT}\n", ""), (CARRIED, PROJECT + CARRIED), text=WITHOUT_REPORTED) == []
