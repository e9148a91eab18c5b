from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.manual import merged
from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.department import CENTRE, DEPARTMENT, HEADQUARTERS, SPECS, SQUAD
from tests.roots import a_root, checked, found

CODE = "units-differ"
WHOLE = """
basic:
  general: {by_function: {2010301: 140, 2010350: 30, 2080505: 10}, by_economic: {30101: 150, 30201: 25, 30217: 5}}
projects:
  - {name: 全部项目, function: 2010301, source: general, amount: 20}
  - {name: 执法, function: 2010302, source: general, amount: 4}
  - {name: 执法, function: 2010302, source: fund, amount: 2}
  - {name: 平台, function: 2010350, source: business, amount: 3}
"""


def specs(*changes: tuple[str, str], unit: str = "万元") -> dict[str, str]:
    """The department authored whole, with some of its text replaced, beside its units."""
    whole = WHOLE
    for old, new in changes:
        assert whole.count(old) == 1
        whole = whole.replace(old, new)
    return SPECS | {DEPARTMENT: f"{SPECS[DEPARTMENT]}unit: {unit}{whole}"}


def test_a_department_that_is_its_units(tmp_path: Path) -> None:
    result = checked(a_root(tmp_path, specs(), '- text: "{{ total }}"'))
    assert found(result) == []
    assert [document.units for document in result.documents] == [()] * 4


def test_what_differs_is_said_in_all_by_function_and_by_source(tmp_path: Path) -> None:
    result = checked(a_root(tmp_path, specs(("source: fund, amount: 2", "source: fund, amount: 2.5"))))
    assert found(result) == [
        (CODE, f"{DEPARTMENT}:3:1"),
        (CODE, f"{DEPARTMENT}:12:60"),
        (CODE, f"{DEPARTMENT}:13:57"),
    ]
    assert not result.failed
    total, function, source = result.diagnostics
    hint = "改正部门或单位的金额；部门不写 basic 和 projects 的，由各单位汇总。"
    assert words(list(result.diagnostics)) == [
        f"合计：部门填报 209.5万元，各单位之和 209万元，相差 0.5万元。{hint}",
        f"2010302 一般行政管理事务：部门填报 6.5万元，各单位之和 6万元，相差 0.5万元。{hint}",
        f"政府性基金预算（本级安排）：部门填报 2.5万元，各单位之和 2万元，相差 0.5万元。{hint}",
    ]
    assert in_english([total]) == [
        (
            "合计: the department states 209.5万元, its units come to 209万元: 0.5万元 apart. Correct the department "
            "or the unit; without basic and projects the department is the sum of its units."
        )
    ]
    assert [str(span) for span in total.related] == [f"specs/{DEPARTMENT}:{line}:5" for line in (4, 5, 6)]
    assert {span.file for span in function.related} == {f"specs/{name}" for name in (DEPARTMENT, SQUAD)}
    assert [span.file for span in source.related] == [f"specs/{SQUAD}"]


def test_rounding_is_no_difference(tmp_path: Path) -> None:
    assert found(checked(a_root(tmp_path, specs(("amount: 3}", "amount: 3.01}"))))) == []
    exact = specs(("amount: 3}", "amount: 30000}"), unit="元")
    assert (CODE, f"{DEPARTMENT}:3:1") in found(checked(a_root(tmp_path, exact), DEPARTMENT))


def test_money_of_one_side_alone(tmp_path: Path) -> None:
    without = specs(("  - {name: 平台, function: 2010350, source: business, amount: 3}\n", ""))
    result = checked(a_root(tmp_path, without), DEPARTMENT)
    assert [(d.code, dict(d.fields)["name"], d.span.line) for d in result.diagnostics] == [
        (CODE, "事业收入", 3),
        (CODE, "合计", 3),
        (CODE, "2010350 事业运行", 9),
    ]
    # What another unit pays is not missed: it is internal.
    assert "上级补助收入" not in "".join(d.message("zh") for d in result.diagnostics)


@pytest.mark.parametrize("name", [HEADQUARTERS, SQUAD, CENTRE])
def test_nothing_is_compared_unless_all_units_are_there(tmp_path: Path, name: str) -> None:
    changed = specs(("amount: 20}", "amount: 25}"))
    assert len(found(checked(a_root(tmp_path / "all", changed), DEPARTMENT))) > 1
    del changed[name]
    assert CODE not in [code for code, _ in found(checked(a_root(tmp_path, changed)))]


ACCOUNTS = """
title: 决算
kind: accounts
extends: base/accounts
parts: [{id: all, title: 全文, sections: [all]}]
sections: {all: {blocks: [{text: 全文}]}}
"""
ENTITY = "form: test/accounts\nentity: {id: %s, name: %s, region: 653023, level: %s, type: institution}\n"


def accounts(folder: Path, fields: str) -> list[tuple[str, str]]:
    """Return what is found in the accounts of a department with one unit, which the fields are about."""
    files = {
        "schema/forms/test/accounts.yaml": ACCOUNTS,
        "specs/a/bureau/2024-accounts.yaml": ENTITY % ("bureau", "某局", "department")
        + "units: [{name: 某中心, type: institution, id: centre}]\n"
        + fields,
        "specs/a/centre/2024-accounts.yaml": ENTITY % ("centre", "某中心", "unit"),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if name.startswith("schema") else merged(text, "accounts"), encoding="utf-8")
    return [(d.code, d.message("zh")) for d in checked(folder).diagnostics if d.code == CODE]


def test_accounts_are_compared_flow_by_flow(tmp_path: Path) -> None:
    assert accounts(tmp_path, "") == []
    income = "income: {general: {2010301: 121, 2080505: 20}, fund: {2120803: 10}}"
    assert accounts(tmp_path, income) == [
        (CODE, "本年收入·2010301 行政运行：部门填报 121万元，各单位之和 120万元，相差 1万元"),
        (CODE, "本年收入·一般公共预算：部门填报 141万元，各单位之和 140万元，相差 1万元"),
        (CODE, "本年收入·合计：部门填报 151万元，各单位之和 150万元，相差 1万元"),
    ]


def test_balances_that_are_known_as_a_whole_are_compared_as_a_whole(tmp_path: Path) -> None:
    assert accounts(tmp_path, "balances: {opening: {general: 1}, closing: {general: 1}}") == []
    (source, whole) = accounts(tmp_path, "balances: {opening: {general: 1}, closing: {general: 2}}")
    assert whole[1].startswith("年末结转和结余·合计：部门填报 2万元，")
    assert source[1].startswith("年末结转和结余·一般公共预算：部门填报 2万元，")
