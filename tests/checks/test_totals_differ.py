"""The totals of receipts and uses stand beside each other on the page, and are one number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accounts import SPECS, THIS
from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.load.test_accounts import root
from tests.roots import checked, found

SPEC = SPECS[THIS].partition("reasons:")[0]
PLACE = ("totals-differ", f"{THIS}:9:1")
WHOLE, APPROPRIATION = "{select: {flow: %s}, amount: %s}", "{select: {flow: %s, source: appropriation}, amount: %s}"


def reported(*entries: str) -> dict[str, str]:
    return {THIS: f"{SPEC}reported: [{', '.join(entries)}]\n"}


def test_a_total_is_reported_of_one_side_alone(tmp_path: Path) -> None:
    result = checked(root(tmp_path, reported(WHOLE % ("receipts", 95.01))))
    assert found(result) == [PLACE]
    assert words(list(result.diagnostics)) == [
        (
            "收入总计 95.01万元，支出总计 95.00万元，写出来不相等。"
            "四舍五入造成的，在 reported 中写明批复的合计（flow: receipts、flow: uses）。"
        )
    ]
    assert in_english(list(result.diagnostics)) == [
        (
            "收入总计 is written 95.01万元, 支出总计 95.00万元: the two must be equal. "
            "Where rounding is why, state the approved totals in `reported`, with flow receipts and flow uses."
        )
    ]


def test_it_is_reported_of_both(tmp_path: Path) -> None:
    both = reported(WHOLE % ("receipts", 95.01), WHOLE % ("uses", 95.01))
    assert found(checked(root(tmp_path, both))) == []


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", [PLACE, PLACE]),
        (WHOLE % ("uses", 95), [PLACE]),
        (f"{WHOLE % ('uses', 95)}, {APPROPRIATION % ('uses', 85)}", []),
    ],
)
def test_parts_add_up_to_another_number(tmp_path: Path, more: str, codes: list[tuple[str, str]]) -> None:
    """Of all money and of what is appropriated, both are printed."""
    assert "closing: {general: 13," in SPEC
    spec = SPEC.replace("closing: {general: 13,", "closing: {general: 13.01,")
    assert found(checked(root(tmp_path, {THIS: f"{spec}reported: [{more}]\n"}))) == codes
