from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disc.checks import all_readings, run_checks
from disc.compile.document import compile_document
from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.compared import assert_told, diagnostics, told
from tests.checks.support import in_english, said
from tests.seed.spec import case, mutated, templates

CODE = "reason-contradicts"
FORM = """
- each: branches('function', 3, vanished=true)
  text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}。"
"""


def a_spec(this: int, last: int, reason: str) -> str:
    return f"""
projects: [{{function: 2010301, source: general, economic: {{30213: {this}}}}}]
last_year: {{budget: {{sources: {{general: {{by_function: {{2010301: {last}}}}}}}}}}}
reasons: {{2010301: {reason}}}
"""


def test_the_words(tmp_path: Path) -> None:
    (finding,) = diagnostics(tmp_path, a_spec(30, 20, "人员减少，经费相应减少、压减"), FORM)
    assert said([finding]) == [
        "行政运行比上年增加 10.00万元，原因却只说“减少、压减”。核对是否沿用了上年的原因，或者有一个数有误。"
    ]
    assert in_english([finding]) == [
        (
            "行政运行 rises by 10.00万元 against last year, but its reason speaks of 减少、压减 only. "
            "See whether the reason is last year's, or an amount is wrong."
        )
    ]
    assert [str(span) for span in finding.related] == ["specs/a/office/2024-budget.yaml:1:67"]


@pytest.mark.parametrize(
    "reason", ["人员减少", "在职人员较上年减少2人", "严格执行过紧日子要求，压减支出", "经费下降，取消培训"]
)
def test_a_fall_for_a_rise(tmp_path: Path, reason: str) -> None:
    assert_told(CODE, tmp_path, a_spec(30, 20, f"▸{reason}"), FORM)
    assert_told(CODE, tmp_path, a_spec(30, 0, f"▸{reason}"), FORM)
    assert told(tmp_path, a_spec(20, 30, reason), FORM) == []


@pytest.mark.parametrize("reason", ["人员增加", "新增2个项目", "提高公积金缴存基数", "退休费增加", "工资上调"])
def test_a_rise_for_a_fall(tmp_path: Path, reason: str) -> None:
    assert_told(CODE, tmp_path, a_spec(20, 30, f"▸{reason}"), FORM)
    assert told(tmp_path, a_spec(30, 20, reason), FORM) == []


@pytest.mark.parametrize("reason", ["增加培训，减少会议", "办公费减少但新增修路项目", "工资调整", "项目完工"])
def test_both_directions_or_none(tmp_path: Path, reason: str) -> None:
    assert told(tmp_path, a_spec(30, 20, reason), FORM) == []
    assert told(tmp_path, a_spec(20, 30, reason), FORM) == []


@pytest.mark.parametrize(
    "reason",
    [
        "本年没有新增项目",
        "退休人员增加",
        "上级补助增加",
        "不再增加聘用人员",
        "提高资金使用效率",
        "上年增加的车辆不再安排",
    ],
)
def test_why_something_falls(tmp_path: Path, reason: str) -> None:
    assert told(tmp_path, a_spec(20, 30, reason), FORM) == []


@pytest.mark.parametrize(
    "reason",
    [
        "上级补助减少，由本级安排",
        "上年结转减少",
        "支出不能减少",
        "经费没有压缩",
        "上年压减较多",
        "人员减少，但工资标准提高",
    ],
)
def test_why_something_rises(tmp_path: Path, reason: str) -> None:
    assert told(tmp_path, a_spec(30, 20, reason), FORM) == []


def test_what_did_not_change_and_what_is_no_reason(tmp_path: Path) -> None:
    assert told(tmp_path, a_spec(30, 30, "人员减少"), FORM) == []
    assert told(tmp_path, a_spec(30, 20, "{remark: 人员减少}"), FORM) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  basic: 预算中人员经费及公用经费相应调整", "  basic: ▸人员减少，人员经费及公用经费相应减少"),
        ("  unit_funds:", "  reception: ▸增加华能接待经费\n  unit_funds:"),
        ("  unit_funds:", "  fiscal_carryover: ▸本年增加访惠聚驻村工作经费\n  unit_funds:"),
    ],
)
def test_as_the_seed_was_published(old: str, new: str) -> None:
    text = mutated((old, new))
    loaded = case(text.replace("▸", ""))
    compiled, _ = compile_document(loaded, templates(loaded.form.id), loaded.spec.past)
    findings = run_checks(replace(loaded, document=compiled), all_readings())
    (expected,) = [(n, line.index("▸") + 1) for n, line in enumerate(text.splitlines(), start=1) if "▸" in line]
    assert [(d.span.line, d.span.column) for d in findings if d.code == CODE] == [expected]
    assert {d.code for d in findings} <= {CODE, "missing-reason"}


def test_why_accounts_differ_from_the_budget(tmp_path: Path) -> None:
    # General expenditure is 10万元 below the budget, 公务接待费 0.50万元 below its adjusted budget.
    for reason in ("压减修路支出", "人员减少，同时追加修路资金"):
        assert in_accounts(tmp_path, f"reasons: {{general.budget: {reason}}}") == []
    found = assert_in_accounts(
        CODE, tmp_path, "reasons: {general.budget: ▸年中追加修路资金, reception.adjusted_budget: ▸接待任务增加}"
    )
    assert [finding.message("zh") for finding in found] == [
        "一般公共预算财政拨款支出比年初预算减少 10万元，原因却只说“追加”",
        "公务接待费比全年预算减少 0.5万元，原因却只说“增加”",
    ]
    assert found[0].message("en") == (
        "一般公共预算财政拨款支出 falls by 10万元 against the budget, but its reason speaks of 追加 only"
    )
