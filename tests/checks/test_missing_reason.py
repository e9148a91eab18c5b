from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.compared import ADDRESS, FORM, MONEY, assert_told, diagnostics, told
from tests.checks.support import in_english, said
from tests.roots import a_root, checked, found

CODE = "missing-reason"


def test_a_change_without_a_reason(tmp_path: Path) -> None:
    assert_told(CODE, tmp_path, MONEY + "▸reasons: {2010301: 人员增加}\n")


def test_the_words(tmp_path: Path) -> None:
    (finding,) = diagnostics(tmp_path, MONEY + "reasons: {2010301: 人员增加}\n")
    assert said([finding]) == ["项目支出增加10.00万元（50.00%），没有写明原因。在 reasons 中写明 project 的原因。"]
    assert in_english([finding]) == [
        "项目支出 rises by 10.00万元 (50.00%), and no reason is stated. State the reason in reasons, under project."
    ]
    assert [str(span) for span in finding.related] == [f"specs/{ADDRESS}:2:77"]


def test_every_change_has_one(tmp_path: Path) -> None:
    assert told(tmp_path, MONEY + "reasons: {2010301: 人员增加, project: 新增修路}\n") == []


def test_a_remark_will_do(tmp_path: Path) -> None:
    assert told(tmp_path, MONEY + "reasons: {2010301: 人员增加, project: {remark: 由财政统筹}}\n") == []


def test_a_reason_of_the_whole_does_not_explain_its_parts(tmp_path: Path) -> None:
    # Neither of 项目支出 and 行政运行 has one.
    assert told(tmp_path, MONEY + "reasons: {total: 人员和项目增加}\n") == [(CODE, 5, 1), (CODE, 5, 1)]


ITEMS = """
- each: branches('function', 3, vanished=true)
  text: "{{ it.title }}{{ it | compared | clause }}{{ it | because | clause }}。"
"""


def test_what_its_parts_explain_is_explained(tmp_path: Path) -> None:
    # The total rises by 20 of 130 with 2010301, whose reason is stated.
    form = f"- text: '{{{{ total | compared }}}}{{{{ total | because }}}}'{ITEMS}"
    assert told(tmp_path, MONEY + "reasons: {2010301: 人员增加}\n", form) == []
    assert told(tmp_path, MONEY, form) == [(CODE, 1, 1), (CODE, 1, 1)]


def compared(this: str, last: str) -> str:
    return f"""
projects: [{{function: 2010301, source: general, economic: {{30213: {this}}}}}]
last_year: {{budget: {{sources: {{general: {{by_function: {{2010301: {last}}}}}}}}}}}
▸reasons: {{}}
"""


@pytest.mark.parametrize(
    ("this", "last"),
    [("110", "100"), ("90", "100"), ("3", "2"), ("1.2", "0.2"), ("1", "0"), ("0", "1"), ("900", "1")],
)
def test_a_large_change(tmp_path: Path, this: str, last: str) -> None:
    assert_told(CODE, tmp_path, compared(this, last), ITEMS)


@pytest.mark.parametrize(
    ("this", "last"),
    [("109.99", "100"), ("90.01", "100"), ("2.99", "2"), ("0.99", "0"), ("0", "0.99"), ("100", "100")],
)
def test_a_small_change(tmp_path: Path, this: str, last: str) -> None:
    assert told(tmp_path, compared(this, last), ITEMS) == []


def test_an_item_that_is_no_more(tmp_path: Path) -> None:
    text = """
    projects: [{function: 2010301, source: general, economic: {30213: 5}}]
    last_year: {budget: {sources: {general: {by_function: {2010301: 5, 2010302: 1}}}}}
    """
    (finding,) = diagnostics(tmp_path, text, ITEMS)
    assert said([finding]) == [
        "一般行政管理事务本年没有，减少1.00万元，没有写明原因。在 reasons 中写明 2010302 的原因。"
    ]


def test_a_form_that_asks_for_no_reason(tmp_path: Path) -> None:
    assert told(tmp_path, MONEY, "- text: '{{ total | compared }}'") == []
    asked = "- text: '{% if reason_for(total) %}{{ total | because }}{% endif %}。'"
    assert told(tmp_path, MONEY, asked) == []


def test_what_is_not_known_of_last_year(tmp_path: Path) -> None:
    assert told(tmp_path, MONEY[: MONEY.index("last_year")]) == []


def test_the_same_money_is_missed_once(tmp_path: Path) -> None:
    form = """
    - each: measures('general', 'general_budget', 'total')
      text: "{{ it | compared }}{{ it | because | clause }}。"
    """
    assert told(tmp_path, MONEY, form) == [(CODE, 1, 1)]


def test_last_years_spec_counts_as_well(tmp_path: Path) -> None:
    last = MONEY[: MONEY.index("last_year")]
    root = a_root(tmp_path, {ADDRESS: last.replace("30213: 30", "30213: 90"), ADDRESS.replace("4", "3"): last}, FORM)
    assert found(checked(root)) == [(CODE, f"{ADDRESS}:1:1")] * 3
