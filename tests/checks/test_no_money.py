from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import in_accounts
from tests.checks.support import assert_found, found, in_english, said

CODE = "no-money"
SMALL = """\
kind: budget
form: xinjiang/unit-budget
year: 2024
unit: 万元
entity: {{id: government-office, name: 办公室, region: 653023, level: unit, type: administrative}}
overview: {{functions: [职能]}}
{basic}
{projects}
of_which: {{overseas: 0}}
"""


def test_neither_basic_expenditure_nor_projects() -> None:
    diagnostics = assert_found(CODE, text=SMALL.format(basic="▸basic: {}", projects="projects: []"))
    assert said(diagnostics) == ["基本支出和项目支出都是空的。填写 basic 或 projects；没有收支的单位不需要公开文件。"]
    assert in_english(diagnostics) == [
        (
            "basic expenditure and projects are all empty. State basic or projects; "
            "where there is no money there is nothing to publish."
        )
    ]
    assert [place.line for place in diagnostics[0].related] == [8]


def test_either_will_do() -> None:
    project = "projects: [{name: 甲, function: 2010301, source: general, amount: 0}]"
    assert found(text=SMALL.format(basic="basic: {}", projects=project)) == []
    fund = "basic: {fund: {by_function: {2010301: 0}}}"
    assert found(text=SMALL.format(basic=fund, projects="projects: []")) == []


def test_accounts_may_have_income_alone(tmp_path: Path) -> None:
    nothing = "income: %s\nbasic: {}\nprojects: []\nbalances: {opening: {}, closing: %s}\nlast_year: {}\n"
    nothing = nothing.replace("last_year: {}\n", "") + "budget: {sources: {}}\n"
    codes = [d.code for d in in_accounts(tmp_path, nothing % ("{general: {2010301: 5}}", "{general: {2010301: 5}}"))]
    assert CODE not in codes
    found = [d for d in in_accounts(tmp_path, nothing % ("{}", "{}")) if d.code == CODE]
    assert said(found) == [
        "收入、支出和结转结余都是空的。填写 income、basic、projects 或 balances；没有收支的单位不需要公开文件。"
    ]
    assert in_english(found) == [
        (
            "income, expenditure and balances are all empty. State income, basic, projects or balances; "
            "where there is no money there is nothing to publish."
        )
    ]
