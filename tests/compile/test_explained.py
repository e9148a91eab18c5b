"""Figures and lines are called in the words of the classification, and sums are cut where the document is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from disc.core.document import Document
from tests.department import DEPARTMENT, SPECS
from tests.roots import a_root, checked, document

OFFICE = "a/office/2024-budget.yaml"
UNITS = """
- text: "{{ total }}{{ total.number }}"
- text: "{{ project }}，{{ general }}，{{ staff }}，{{ procurement }}"
- {when: reception, text: "{{ reception }}"}
"""
YEARS = """
- text: "{{ total }}{{ total | compared | clause }}"
- each: branches('function', 3, vanished=true)
  text: "{{ it.title }}{{ it.number }}{{ it | compared | clause }}"
- each: projects()
  text: "{{ it.title }}{{ it }}{{ it | compared | clause }}"
"""
LAST = """
basic: {general: {by_function: {2010301: 50, 2080501: 8}, by_economic: {30101: 58}}}
projects: [{name: 修路, function: 2010301, source: general, amount: 7}]
"""
THIS = """
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
projects:
  - {function: 2010301, source: general, amount: 3}
  - {name: 修路, function: 2010301, source: fund, economic: {30201: 1, 31002: 3}}
"""
ALL = "201 一般公共服务支出（2010301 行政运行）"
GONE = "基本支出 2080501 行政单位离退休"


def told(document: Document) -> list[str]:
    """Each figure with what it is called and, if it has them, its parts."""
    digits = [figure.text() for figure in document.figures]
    lines = []
    for text, explained in zip(digits, document.explained, strict=True):
        parts = "；".join(f"{part.title} {digits[part.figure]}" for part in explained.parts)
        lines.append(f"{text} {explained.title}" + (f" = {parts}" if parts else ""))
    return lines


def made(folder: Path, specs: Mapping[str, str], form: str, name: str) -> Document:
    root = a_root(folder, specs, form)
    path = root / "schema/forms/test/form.yaml"
    # A summary has figures of its own.
    path.write_text(path.read_text(encoding="utf-8") + "without: [summary]\n", encoding="utf-8")
    return document(checked(root), name.removesuffix(".yaml"))


def test_a_department_is_cut_into_its_units(tmp_path: Path) -> None:
    assert told(made(tmp_path, SPECS, UNITS, DEPARTMENT)) == [
        "209.00 收支总预算 = 某局本级 120.00；某局监察队 56.00；某局信息中心 33.00",
        "29.00 项目支出",
        "204.00 一般公共预算（本级安排）",
        "25 实有人数",
        "11.50 政府采购预算",
        "6.00 公务接待费",
        "120.00 某局本级",
        "57.42 某局本级占收支总预算的比重 = 某局本级 120.00；收支总预算 209.00",
        "56.00 某局监察队",
        "26.79 某局监察队占收支总预算的比重 = 某局监察队 56.00；收支总预算 209.00",
        "33.00 某局信息中心",
        "15.79 某局信息中心占收支总预算的比重 = 某局信息中心 33.00；收支总预算 209.00",
    ]


def test_the_lines_of_a_department_are_called_by_their_units(tmp_path: Path) -> None:
    department = made(tmp_path, SPECS, UNITS, DEPARTMENT)
    titles = dict(zip((line.path for line in department.lines), department.line_titles, strict=True))
    expected = {
        "units.squad.basic.general.by_function.2010301": "某局监察队 基本支出 2010301 行政运行",
        # One project, two sources of money.
        "units.squad.projects.0.amount": "某局监察队 执法（一般公共预算（本级安排））",
        "units.squad.projects.1.amount": "某局监察队 执法（政府性基金预算（本级安排））",
        "units.centre.projects.1.economic.30213": "某局信息中心 执法 30213 维修（护）费",
        "units.centre.projects.1.targets.indicators.0.weight": "某局信息中心 绩效指标·平台·分值权重",
        "units.bureau-headquarters.staffing.retired": "某局本级 人员情况·退休人数",
    }
    assert {path: titles[path] for path in expected} == expected


def test_years_are_told_apart_and_projects_go_by_their_names(tmp_path: Path) -> None:
    this = made(tmp_path, {"a/office/2023-budget.yaml": LAST, OFFICE: THIS}, YEARS, OFFICE)
    assert told(this) == [
        "67.00 收支总预算",
        "65.00 收支总预算（上年预算数） = 201 一般公共服务支出 57.00；208 社会保障和就业支出 8.00",
        "2.00 收支总预算比上年预算数增加 = 收支总预算 67.00；收支总预算（上年预算数） 65.00",
        "3.08 收支总预算比上年预算数增长 = 增加额 2.00；收支总预算（上年预算数） 65.00",
        # All of this year's money is of one function.
        f"57.00 {ALL}（上年预算数）",
        f"10.00 {ALL}比上年预算数增加 = {ALL} 67.00；{ALL}（上年预算数） 57.00",
        f"17.54 {ALL}比上年预算数增长 = 增加额 10.00；{ALL}（上年预算数） 57.00",
        # What has vanished is nothing now.
        "0.00 ",
        f"8.00 {GONE}（上年预算数）",
        f"-8.00 {GONE}比上年预算数减少 = {GONE}（上年预算数） 8.00；{GONE} 0.00",
        f"-100.00 {GONE}比上年预算数下降 = 减少额 -8.00；{GONE}（上年预算数） 8.00",
        "3.00 项目支出 2010301 行政运行",
        "4.00 修路",
        "7.00 修路（上年预算数）",
        "-3.00 修路比上年预算数减少 = 修路（上年预算数） 7.00；修路 4.00",
        "-42.86 修路比上年预算数下降 = 减少额 -3.00；修路（上年预算数） 7.00",
    ]
    titles = list(zip((line.span.file for line in this.lines), this.line_titles, strict=True))
    assert titles[-1] == ("specs/a/office/2023-budget.yaml", "修路")


def test_branches_that_do_not_add_up_as_displayed_are_no_parts(tmp_path: Path) -> None:
    halves = "unit: 元\nbasic: {general: {by_function: {2010301: 50, 2080501: 50}, by_economic: {30101: 100}}}\n"
    form = "- text: '{{ total }}'\n- each: branches('function', 1)\n  text: '{{ it }}'\n"
    assert told(made(tmp_path, {OFFICE: halves}, form, OFFICE)) == [
        "0.01 收支总预算", "0.01 基本支出 2010301 行政运行", "0.01 基本支出 2080501 行政单位离退休"
    ]  # fmt: skip


def test_money_by_economic_items_is_described_by_them(tmp_path: Path) -> None:
    spec = "basic: {general: {by_function: {2010301: 9}, by_economic: {30101: 4, 30102: 3, 30201: 2}}}\n"
    form = "- each: branches('economic', 1)\n  text: '{{ it }}'\n- text: '{{ general_personnel }}'\n"
    assert told(made(tmp_path, {OFFICE: spec}, form, OFFICE)) == ["7.00 人员经费", "2.00 公用经费 30201 办公费"]


ACCOUNTS = """
kind: accounts
form: test/accounts
income: {general: {2010301: 80}, other: {2010301: 6, 2010350: 4}}
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
projects:
  - {name: 修路, function: 2010301, source: general, amount: 12}
  - {name: 绿化, function: 2010350, source: unit_funds, amount: 7}
balances: {opening: {general: 5}, distribution: 1, closing: {general: 13, unit_funds: 2}}
"""
ACCOUNTS_FORM = """
title: 决算试用表样
kind: accounts
extends: base/accounts
without: [summary]
parts:
  - {id: all, title: 全文, sections: [all]}
sections:
  all:
    blocks:
      - text: "{{ receipts }}，{{ income }}，{{ opening }}"
      - each: branches('function', 3)
        text: "{{ it }}"
      - each: branches('function', 3, income)
        text: "{{ it }}"
"""


def test_income_and_spending_of_one_function_are_told_apart(tmp_path: Path) -> None:
    name = "a/office/2024-accounts.yaml"
    root = a_root(tmp_path, {name: ACCOUNTS})
    (root / "schema/forms/test/accounts.yaml").write_text(ACCOUNTS_FORM, encoding="utf-8")
    assert told(document(checked(root), name.removesuffix(".yaml"))) == [
        "95.00 收入总计 = 本年收入 90.00；年初结转和结余 5.00",
        "90.00 本年收入合计 = 2010301 行政运行 86.00；2010350 事业运行 4.00",
        "5.00 年初结转和结余",
        "72.00 本年支出 2010301 行政运行",
        "7.00 绿化",
        "86.00 本年收入 2010301 行政运行",
        "4.00 本年收入 2010350 事业运行",
    ]


def test_the_cost_for_each_person_is_called_what_the_summary_calls_it(tmp_path: Path) -> None:
    spec = f"staffing: {{authorised: 9, active: PEOPLE}}{LAST}"
    specs = {"a/office/2023-budget.yaml": spec.replace("PEOPLE", "4"), OFFICE: spec.replace("PEOPLE", "5")}
    economic = "by_economic: {30101: 38, 30201: 20}"
    specs = {name: text.replace("by_economic: {30101: 58}", economic) for name, text in specs.items()}
    both = document(checked(a_root(tmp_path, specs)), OFFICE.removesuffix(".yaml"))
    assert [line.partition(" = ")[0] for line in told(both) if "人均" in line] == [
        "4.00 人均机关运行经费",
        "5.00 人均机关运行经费（上年预算数）",
        "-1.00 人均机关运行经费比上年预算数减少",
        "-20.00 人均机关运行经费比上年预算数下降",
    ]
