from __future__ import annotations

from pathlib import Path

from tests.checks.compared import MONEY
from tests.roots import a_root, checked

FORM = """
- text: "{{ total | compared }}，{{ project | because }}，{{ general | because }}，{{ general | because }}"
- each: branches('function', 3)
  text: "{{ it | because }}"
"""
TEXT = MONEY + "reasons: {total: 甲, 2010301: {remark: 乙}}\n"


def test_a_document_knows_the_changes_of_which_it_says_why(tmp_path: Path) -> None:
    (document,) = checked(a_root(tmp_path, {"a/office/2024-budget.yaml": TEXT}, FORM)).documents
    assert [
        (c.measure, c.situation, c.this and c.this.text(), c.last and c.last.text(), c.rate and c.rate.text(), c.reason)
        for c in document.changes
    ] == [
        ("project", "rise", "30.00", "20.00", "50.00", ""),
        ("general", "rise", "150.00", "130.00", "15.38", "total"),
        ("2010301", "rise", "130.00", "110.00", "18.18", "2010301"),
        ("2080505", "equal", "20.00", "20.00", None, ""),
    ]
    assert [c.amount and c.amount.text() for c in document.changes] == ["10.00", "20.00", "20.00", None]


def test_what_rose_against_one_stage_and_fell_against_the_other_explains_neither(tmp_path: Path) -> None:
    lists = "{by_function: {2010301: 140, 2080505: 20}, by_nature: {basic: 135, project: 25}}"
    text = TEXT.replace("reasons:", f"  outturn: {{sources: {{general: {lists}}}}}\nreasons:")
    (document,) = checked(a_root(tmp_path, {"a/office/2024-budget.yaml": text}, FORM)).documents
    # 2010301 fell against the outturn; project rose against both.
    assert [c.measure for c in document.changes] == ["project", "2080505"]
