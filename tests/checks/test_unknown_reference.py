from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.support import assert_found, found, in_english, said
from tests.roots import a_root, checked
from tests.roots import found as in_roots

CODE = "unknown-reference"
MATTERS = "other_matters: 我单位无其他需说明事项。"


def test_a_name_that_the_form_does_not_have() -> None:
    diagnostics = assert_found(CODE, (MATTERS, "other_matters: ▸收支总预算{totl}。"))
    assert said(diagnostics) == ["引用 {totl}：表样没有这个指标。删去这处引用，或改用最接近的 {total}。"]
    assert in_english(diagnostics) == [
        "the reference {totl}: the form has no such measure. Take the reference out, or write the nearest, {total}."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    - 负责县政府信访工作。", "    - ▸负责{work}的信访工作。"),
        ("  offices: [公文处理室, ", "  offices: [公文处理室, ▸'文书{room}室', "),
        ("    basis: 县财经领导小组会议通过", "    basis: ▸会议{meeting}通过"),
        ("  2080501: 行政单位离退休费减少", "  2080501: ▸离退休费{x}减少"),
        ('value: "≤{total}"', 'value: ▸"≤{totale}"'),
    ],
)
def test_wherever_an_author_writes(old: str, new: str) -> None:
    assert_found(CODE, (old, new))


@pytest.mark.parametrize("name", ["fund", "state_capital_budget", "non_fiscal_carryover"])
def test_a_measure_without_money(name: str) -> None:
    diagnostics = assert_found(CODE, (MATTERS, f"other_matters: ▸没有{{{name}}}。"))
    assert said(diagnostics) == [f"引用 {{{name}}}：本文件没有它的数。删去这处引用，或补上它的数。"]
    assert in_english(diagnostics) == [
        f"the reference {{{name}}}: this spec has no figure for it. Take the reference out, or state the figure."
    ]


@pytest.mark.parametrize("text", ["{ total }", "{}", "{Total}", "{1}", "{total.title}", "{合计}"])
def test_whatever_stands_in_braces_is_a_reference(text: str) -> None:
    assert_found(CODE, (MATTERS, f"other_matters: ▸我单位{text}。"))


def test_a_name_holds_no_reference(tmp_path: Path) -> None:
    spec = "entity: {id: office, name: 某局{total}, region: 653023, level: unit, type: institution}\n"
    result = checked(a_root(tmp_path, {"a/office/2024-budget.yaml": spec.replace("某局{total}", "'某局{total}'")}))
    assert in_roots(result) == [("bad-text", "a/office/2024-budget.yaml:1:28")]
    assert said(list(result.diagnostics)) == [
        "entity.name（名称） 的写法不对：“某局{total}”。应为：单位全称，没有花括号，如 阿合奇县人民政府办公室。"
    ]


def test_two_in_one_text() -> None:
    diagnostics = found((MATTERS, "other_matters: 我单位{a_a}和{b_b}。"))
    assert {dict(d.fields)["name"] for d in diagnostics} == {"{a_a}", "{b_b}"}


def test_measures_of_every_kind() -> None:
    names = ["total", "basic", "overseas", "staff", "three_public", "procurement"]
    assert found((MATTERS, "other_matters: 我单位" + "、".join(f"{{{name}}}" for name in names))) == []


@pytest.mark.parametrize("text", ["一 } 二 { 三", "{一\n\n  二}"])
def test_braces_that_are_none(text: str) -> None:
    assert found((MATTERS, f"other_matters: |\n  我单位{text}。")) == []


def test_a_reference_that_resembles_no_measure() -> None:
    place = "other_matters: 我单位无其他需说明事项。"
    diagnostics = assert_found(CODE, (place, "other_matters: ▸另见{水电费用}。"))
    assert said(diagnostics) == ["引用 {水电费用}：表样没有这个指标。删去这处引用，或改用表样的指标。"]
    assert in_english(diagnostics)[0].endswith("Take the reference out, or write a measure of the form.")
