"""A form of final accounts says of all its money whether it came in, went out or is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accounts import BUDGET, FORM, SPECS, THIS
from tests.roots import a_root, checked

SPEC = SPECS[THIS].partition("reasons:")[0]
TABLE = "tables: {t: {title: 表, empty: 空, "
COLUMNS = "columns: [{head: 项目, show: label}, {head: 数, select: %s}]"


def wrong(folder: Path, more: str) -> list[tuple[str, str]]:
    """What is wrong with the form of the accounts when it has more."""
    made = a_root(folder, {THIS: SPEC})
    form = FORM.replace("sections: [all]", "sections: [all, {table: t}]" if "tables:" in more else "sections: [all]")
    if more.startswith("measures"):
        form = form.replace("- text:", '- text: "{{ a }}"\n      - text:', 1)
    (made / "schema/forms/test/accounts.yaml").write_text(form + more, encoding="utf-8")
    return [(d.code, d.message("zh")) for d in checked(made).diagnostics]


@pytest.mark.parametrize(
    "more",
    [
        "measures: {a: {title: 甲, select: {flow: uses, source: general}}}",
        TABLE + "select: {flow: income}, " + COLUMNS % "{}" + ", rows: [{label: 甲, select: {}}], total: 合计}}",
        TABLE
        + COLUMNS % "{flow: income}"
        + ", rows: [{tree: function, levels: [1], label: '{{ name }}'}], total: 合计}}",
        TABLE + COLUMNS % "{}" + ", rows: [{label: 甲, select: {flow: opening}}, {label: 乙, measure: general}]}}",
        TABLE
        + "sides: [{select: {flow: income}, "
        + COLUMNS % "{}"
        + ", rows: [{label: 甲, select: {}}], total: 合计}]}}",
        # Of two that are named one may be of both sides, if the other is not.
        TABLE + COLUMNS % "{flow: [income, uses]}" + ", rows: [{label: 甲, select: {flow: income}}]}}",
    ],
)
def test_what_says_which(tmp_path: Path, more: str) -> None:
    assert wrong(tmp_path, more) == []


@pytest.mark.parametrize(
    ("more", "code", "name"),
    [
        ("measures: {a: {title: 甲, select: {source: general}}}", "flow-missing", "甲"),
        ("measures: {a: {title: 甲, select: {flow: [income, expenditure]}}}", "flows-mixed", "甲"),
        (TABLE + COLUMNS % "{}" + ", rows: [{label: 甲, select: {flow: income}}, {label: 乙}]}}", "flow-missing", "数"),
        (TABLE + COLUMNS % "{}" + ", rows: [{label: 甲, select: {flow: income}}], total: 合计}}", "flow-missing", "数"),
        (TABLE + COLUMNS % "{flow: [income, closing]}" + ", rows: [{label: 甲}]}}", "flows-mixed", "数"),
    ],
)  # fmt: skip
def test_what_does_not(tmp_path: Path, more: str, code: str, name: str) -> None:
    messages = [message for found, message in wrong(tmp_path, more) if found == code]
    assert [f"“{name}”" in message for message in messages] == [True]


def test_forms_of_budgets_need_not(tmp_path: Path) -> None:
    assert checked(a_root(tmp_path, {BUDGET: SPECS[BUDGET]})).diagnostics == ()


def test_rows_of_a_tree_for_some_of_the_money(tmp_path: Path) -> None:
    """A closing row may stand for more than the rows of the tree above it, and `all` lists only the codes chosen."""
    rows = "{tree: function, levels: [1], all: true, select: {flow: expenditure, function: [201, 202]}}"
    more = TABLE + COLUMNS % "{flow: uses}" + f", rows: [{rows}, {{label: 年末, select: {{flow: closing}}}},"
    more += " {label: 分配, select: {flow: distribution}}], total: 总计}}"
    made = a_root(tmp_path, {THIS: SPEC})
    form = FORM.replace("sections: [all]", "sections: [all, {table: t}]")
    (made / "schema/forms/test/accounts.yaml").write_text(form + more, encoding="utf-8")
    result = checked(made)
    assert result.diagnostics == ()
    (table,) = result.documents[0].tables
    cells = [[getattr(cell.content[0], "text", "") if cell.content else "" for cell in row.cells] for row in table.body]
    assert cells == [
        ["一般公共服务支出", "79.00"],
        ["外交支出", "0.00"],
        ["年末", "15.00"],
        ["分配", "1.00"],
        ["总计", "95.00"],
    ]
