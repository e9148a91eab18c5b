from __future__ import annotations

from pathlib import Path

from tests.checks.support import in_english, said
from tests.roots import a_root, checked, found

CODE = "same-reason-as-last-year"
FORM = """
- each: measures('total', 'project')
  text: "{{ it | compared }}{{ it | because | clause }}。"
"""
LAST = """
projects: [{function: 2010301, source: general, economic: {30213: 30}}]
last_year: {budget: {sources: {general: {by_nature: {project: 20}}}}}
reasons: {total: 新增 修路项目。}
"""


def this(reasons: str) -> dict[str, str]:
    text = f"projects: [{{function: 2010301, source: general, economic: {{30213: 40}}}}]\nreasons: {reasons}\n"
    return {"a/office/2024-budget.yaml": text, "a/office/2023-budget.yaml": LAST}


def test_word_for_word(tmp_path: Path) -> None:
    (finding,) = checked(a_root(tmp_path, this("{total: 新增修路项目}"), FORM)).diagnostics
    assert (finding.code, str(finding.span)) == (CODE, "specs/a/office/2024-budget.yaml:2:18")
    assert [str(span) for span in finding.related] == ["specs/a/office/2023-budget.yaml:3:18"]
    assert said([finding]) == ["total 的原因与 2023 年的相同：新增修路项目。核对本年是否仍是这个原因。"]
    assert in_english([finding]) == ["the reason for total is that of 2023: 新增修路项目. See whether it still holds."]


def test_other_words_another_key_or_a_remark(tmp_path: Path) -> None:
    for reasons in ("{total: 新增修桥项目}", "{project: 新增修路项目}", "{total: {remark: 新增修路项目}}"):
        assert found(checked(a_root(tmp_path, this(reasons), FORM))) == []


def test_without_last_years_spec(tmp_path: Path) -> None:
    specs = this("{total: 新增修路项目}")
    del specs["a/office/2023-budget.yaml"]
    specs["a/office/2024-budget.yaml"] += "last_year: {budget: {sources: {general: {total: 30}}}}\n"
    assert found(checked(a_root(tmp_path, specs, FORM))) == []


def test_an_amount_that_stayed_as_it_was(tmp_path: Path) -> None:
    """An office without cars says so every year."""
    specs = this("{project: 没有新的项目}")
    specs["a/office/2024-budget.yaml"] = specs["a/office/2024-budget.yaml"].replace("40", "30")
    specs["a/office/2023-budget.yaml"] = LAST.replace("{total: 新增 修路项目。}", "{project: 没有新的项目}")
    assert found(checked(a_root(tmp_path, specs, FORM))) == []
