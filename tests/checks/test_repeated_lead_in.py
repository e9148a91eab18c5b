from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, found, in_english, said

CODE = "repeated-lead-in"
PURPOSE = "  221: 机关事业单位在职职工住房公积金缴费支出"
REASON = "  operating_cost: 车辆指标减少"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (REASON, "  operating_cost: ▸主要原因是车辆指标减少"))
    assert said(diagnostics) == ["“主要原因是”由表样写出，页面上会重复。删去“主要原因是”。"]
    assert in_english(diagnostics) == [
        "“主要原因是” is written by the form, and would stand there twice. Take “主要原因是” out."
    ]


@pytest.mark.parametrize("text", ["主要原因：车辆减少", "增减原因是车辆减少", "主要是车辆减少", "主要是因为车辆减少"])
def test_before_a_reason(text: str) -> None:
    assert_found(CODE, (REASON, f"  operating_cost: ▸{text}"))


@pytest.mark.parametrize("text", ["主要用于缴费", "用于缴费", "用来缴费"])
def test_before_a_purpose(text: str) -> None:
    assert_found(CODE, (PURPOSE, f"  221: ▸{text}"))


@pytest.mark.parametrize("text", ["因车辆减少", "原因与上年相同", "主要领导调整"])
def test_other_words(text: str) -> None:
    assert found((REASON, f"  operating_cost: {text}"), (PURPOSE, "  221: 缴费，用于职工")) == []


def test_why_the_outturn_differs_from_the_budget(tmp_path: Path) -> None:
    assert_in_accounts(CODE, tmp_path, "reasons: {general.budget: ▸差异原因是压减了修路支出}")
    assert in_accounts(tmp_path, "reasons: {general.budget: 压减了修路支出}") == []
