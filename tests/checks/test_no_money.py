from __future__ import annotations

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
    assert said(diagnostics) == ["基本支出和项目支出都是空的。填写 basic 或 projects；没有预算的单位不需要公开文件。"]
    assert in_english(diagnostics) == [
        (
            "both basic expenditure and projects are empty. State basic or projects; "
            "without a budget there is nothing to publish."
        )
    ]
    assert [place.line for place in diagnostics[0].related] == [8]


def test_either_will_do() -> None:
    project = "projects: [{name: 甲, function: 2010301, source: general, amount: 0}]"
    assert found(text=SMALL.format(basic="basic: {}", projects=project)) == []
    fund = "basic: {fund: {by_function: {2010301: 0}}}"
    assert found(text=SMALL.format(basic=fund, projects="projects: []")) == []
