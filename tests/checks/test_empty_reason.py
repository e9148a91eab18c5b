from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "empty-reason"
REASON = "  operating_cost: 车辆指标减少"


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (REASON, "  operating_cost: ▸按实际需要。"))
    assert said(diagnostics) == ["“按实际需要”没有说明为什么增减。写明具体的人员、项目、标准或政策变化。"]
    assert in_english(diagnostics) == [
        "“按实际需要” does not say why it changed. Name what changed: people, projects, standards, policies."
    ]


@pytest.mark.parametrize(
    "reason",
    [
        *("按实际需要", "工作需要", "根据实际工作需要", "业务开展需要", "据实安排", "按需安排", "根据实际情况调整预算"),
        *("正常增减变动", "正常变动", "预算调整", "支出增加", "减少", "因工作需要增加支出", "其他", "同上", "无"),
    ],
)
def test_phrases(reason: str) -> None:
    assert_found(CODE, (REASON, f"  operating_cost: ▸{reason}"))


@pytest.mark.parametrize(
    "reason",
    [
        *("按实际需要新购2台设备", "人员增加", "项目资金增加", "业务需要或跨部门协作交流等进行公务接待", "工资调整"),
        *("根据实际需要安排的会议减少", "在职人员正常增资", "{remark: 按实际需要}"),
    ],
)
def test_what_says_something(reason: str) -> None:
    assert found((REASON, f"  operating_cost: {reason}")) == []


BUDGET = "budget: {sources: {general: {by_function: {2010301: 100, 2080505: 20}}}}"


def test_what_says_nothing_in_accounts(tmp_path: Path) -> None:
    for text in ("年中追加", "年中追加预算", "据实列支", "按实际支出", "决算数大于预算数", "因年中调整预算所致"):
        assert_in_accounts(CODE, tmp_path, f"reasons: {{general.budget: ▸{text}}}\n{BUDGET}")
    for text in ("年中追加修路资金", "据实列支两名退休人员的慰问费", "年中调整预算用于征地"):
        assert in_accounts(tmp_path, f"reasons: {{general.budget: {text}}}\n{BUDGET}") == []


def test_budgets_have_no_course_of_the_year() -> None:
    assert found(text=example("reasons: {2010301: 年中追加预算, project: 新增修路项目}")) == []
