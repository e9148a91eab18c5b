"""Last year's figures out of last year's spec, found by who it is of and not by where it lies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.roots import a_root, a_spec, checked, document, found, said

FORM = """
- text: "{{ total }}{{ total | compared | clause }}"
- each: branches('function', 3, vanished=true)
  text: "{{ it.title }}{{ it.number }}{{ it | compared | clause }}"
- each: projects()
  text: "{{ it.title }}{{ it }}{{ it | compared | clause }}"
"""
LAST = """
unit: 元
basic: {general: {by_function: {2010301: 500000, 2080501: 80000}, by_economic: {30101: 580000}}}
projects: [{name: 修路, function: 2010301, source: general, amount: 70000}]
"""
THIS = """
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
projects:
  - {name: 种树, function: 2010301, source: general, amount: 3}
  - {name: 修路, function: 2010301, source: general, amount: 4}
"""
SAID = [
    "67.00万元，比上年预算增加2.00万元，增长3.08%",
    "行政运行67.00，比上年预算增加10.00万元，增长17.54%",
    "行政单位离退休，比上年预算减少8.00万元，下降100.00%",
    "种树3.00万元，上年无此项预算，比上年预算增加3.00万元",
    "修路4.00万元，比上年预算减少3.00万元，下降42.86%",
]
PAIR = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": THIS}


def test_a_pair_of_years_in_two_units_of_money(tmp_path: Path) -> None:
    root = a_root(tmp_path, PAIR, FORM)
    assert said(checked(root), "a/office/2024-budget") == SAID
    files = {line.span.file for line in document(checked(root), "a/office/2024-budget").lines}
    assert files == {"specs/a/office/2023-budget.yaml", "specs/a/office/2024-budget.yaml"}


def test_it_is_found_when_only_this_year_is_named(tmp_path: Path) -> None:
    root = a_root(tmp_path, PAIR, FORM)
    assert said(checked(root, "a/office/2024-budget.yaml"), "a/office/2024-budget") == SAID
    assert said(checked(root, "a/office"), "a/office/2024-budget") == SAID


def test_the_folder_above_was_renamed(tmp_path: Path) -> None:
    root = a_root(tmp_path, {"old/b/office/2023-budget.yaml": LAST, "new/office/2024-budget.yaml": THIS}, FORM)
    assert said(checked(root, "new"), "new/office/2024-budget") == SAID


@pytest.mark.parametrize(
    "last",
    [
        "entity: {id: office, name: 别处, region: 653022, level: unit, type: administrative}",
        "entity: {id: other, name: 别家, region: 653023, level: unit, type: administrative}",
        "year: 2024",
    ],
)
def test_what_only_lies_there_is_not_taken(tmp_path: Path, last: str) -> None:
    specs = {"b/office/2023-budget.yaml": LAST + last, "a/office/2024-budget.yaml": THIS}
    lines = said(checked(a_root(tmp_path, specs, FORM), "a"), "a/office/2024-budget")
    assert lines[:2] == ["67.00万元", "行政运行67.00"]


def test_the_year_before_last_is_not_last_year(tmp_path: Path) -> None:
    specs = {"a/office/2023-budget.yaml": LAST, "a/office/2025-budget.yaml": THIS}
    assert said(checked(a_root(tmp_path, specs, FORM), "a"), "a/office/2025-budget")[0] == "67.00万元"


def test_names_that_this_year_no_longer_has_are_last_years(tmp_path: Path) -> None:
    root = a_root(tmp_path, PAIR, FORM)
    text = (Path(__file__).parents[2] / "schema/classification/2024/function.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "2080501" not in line]
    assert len(lines) == len(text.splitlines()) - 1
    table = root / "schema/classification/2024/function.yaml"
    table.parent.mkdir(parents=True)
    table.write_text("\n".join(lines), encoding="utf-8")
    assert said(checked(root), "a/office/2024-budget") == SAID


@pytest.mark.parametrize(
    "broken",
    [
        LAST.replace("30101: 580000", "30101: 580001"),
        LAST.replace("general:", "generel:"),
        LAST.replace("2010301: 500000", "2010301: 500000万"),
        LAST + "reported: [",
        "year: [",
    ],
)
def test_last_years_spec_with_errors(tmp_path: Path, broken: str) -> None:
    root = a_root(tmp_path, {"a/office/2023-budget.yaml": broken, "a/office/2024-budget.yaml": THIS}, FORM)
    result = checked(root, "a/office/2024-budget.yaml")
    (finding,) = result.diagnostics
    assert finding.code == "last-year-broken"
    assert str(finding.span) == "specs/a/office/2024-budget.yaml:9:7"
    assert [str(span) for span in finding.related] == ["specs/a/office/2023-budget.yaml:1:1"]
    assert finding.message("zh") == "上年数取自 specs/a/office/2023-budget.yaml，但它有错误"
    assert result.documents == ()


def test_a_broken_spec_of_somebody_else_is_not_our_business(tmp_path: Path) -> None:
    root = a_root(tmp_path, {"b/office/2023-budget.yaml": "year: [", "a/office/2024-budget.yaml": THIS}, FORM)
    assert said(checked(root, "a"), "a/office/2024-budget")[0] == "67.00万元"


def test_an_item_that_has_vanished_may_have_a_reason(tmp_path: Path) -> None:
    form = """
        - each: branches('function', 3, vanished=true)
          text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}"
    """
    this = THIS + "reasons: {2080501: 人员减少, 2010301: 项目增加}\n"
    root = a_root(tmp_path, PAIR | {"a/office/2024-budget.yaml": this}, form)
    assert said(checked(root), "a/office/2024-budget")[1].endswith("，主要原因是人员减少")


def test_amounts_of_last_year_have_no_breakdown_of_their_own(tmp_path: Path) -> None:
    this = THIS + "last_year: {budget: {sources: {general: {by_function: {2010301: {30101: 1}}}}}}\n"
    result = checked(a_root(tmp_path, {"a/office/2024-budget.yaml": this}))
    assert found(result) == [("wrong-type", "a/office/2024-budget.yaml:5:65")]


def test_every_spec_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = a_root(tmp_path, {f"a/office/{year}-budget.yaml": THIS for year in (2023, 2024, 2025)}, FORM)
    read: Counter[str] = Counter()
    original = Path.read_bytes

    def counted(path: Path) -> bytes:
        read[path.name] += path.suffix == ".yaml" and "specs" in path.parts
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    assert checked(root).specs == 3
    assert {name: times for name, times in read.items() if times} == {f"{y}-budget.yaml": 1 for y in (2023, 2024, 2025)}


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    root = a_root(tmp_path / "root", {"a/office/2024-budget.yaml": THIS}, FORM)
    a_spec(tmp_path / "elsewhere", "a/office/2023-budget.yaml", LAST)
    (root / "specs/a/office/2023-budget.yaml").symlink_to(tmp_path / "elsewhere/specs/a/office/2023-budget.yaml")
    assert said(checked(root, "a/office/2024-budget.yaml"), "a/office/2024-budget")[0] == "67.00万元"


def test_a_number_that_only_this_spec_knows_is_used(tmp_path: Path) -> None:
    # What a project of last year bought is not known, so its reception expenses are known from here alone.
    form = """
        - {when: reception, text: "{{ reception }}{{ reception | compared | clause }}"}
        - {when: not reception, text: 没有}
    """
    budget = (
        "last_year: {budget: {sources: {general: {by_nature: {basic: 58, project: 7}}}, of_which: {reception: 2}}}\n"
    )
    this = THIS + "of_which: {reception: 1}\n"
    specs = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": this + budget}
    result = checked(a_root(tmp_path, specs, form))
    assert said(result, "a/office/2024-budget") == ["1.00万元，比上年预算减少1.00万元，下降50.00%"]
    a_spec(tmp_path, "a/office/2024-budget.yaml", this)
    assert said(checked(tmp_path), "a/office/2024-budget") == ["1.00万元"]


def test_what_is_stated_of_another_stage_stays(tmp_path: Path) -> None:
    form = """
        - text: "{{ total }}{{ total | compared | clause }}"
        - {when: year == 2024, text: "{{ total.last_outturn }}"}
    """
    outturn = "last_year: {outturn: {sources: {general: {total: 61.5}}}}\n"
    specs = {"a/office/2023-budget.yaml": LAST, "a/office/2024-budget.yaml": THIS + outturn}
    lines = said(checked(a_root(tmp_path, specs, form)), "a/office/2024-budget")
    assert lines == ["67.00万元，比上年预算增加2.00万元，增长3.08%", "61.50万元"]


def test_a_part_that_is_partly_known_of_last_year_is_taken_from_here(tmp_path: Path) -> None:
    form = """
        - text: "{{ reception }}{{ reception | compared | clause }}"
        - text: "{{ three_public }}{{ three_public | compared | clause }}"
    """
    none = "of_which: {overseas: 0, vehicle_purchase: 0, vehicle_operation: 0}\n"
    last = LAST.replace("{30101: 580000}", "{30101: 530000, 30217: 50000}") + none
    this = THIS.replace("{30101: 60}", "{30101: 52, 30217: 8}") + none
    specs = {"a/office/2023-budget.yaml": last, "a/office/2024-budget.yaml": this}
    address = "a/office/2024-budget"
    assert said(checked(a_root(tmp_path, specs, form)), address) == ["8.00万元", "8.00万元"]
    known = (
        "last_year: {budget: {sources: {general: {by_nature: {basic: 58, project: 7}}}, of_which: {reception: 10}}}\n"
    )
    specs[f"{address}.yaml"] += known
    assert said(checked(a_root(tmp_path, specs, form)), address) == [
        "8.00万元，比上年预算减少2.00万元，下降20.00%",
        "8.00万元，比上年预算减少2.00万元，下降20.00%",
    ]
