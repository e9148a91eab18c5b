"""How a measure changed, in every situation, and why."""

from __future__ import annotations

import pytest

from tests.forms.support import compiled, paragraphs

PHRASES = """
phrases:
  compared:
    rise: "增{{ amount }}{% if rate %}（{{ rate }}）{% endif %}"
    fall: "减{{ amount }}{% if rate %}（{{ rate }}）{% endif %}"
    equal: 持平
    new: 新增{{ amount }}
    vanished: 取消{{ amount }}
    unknown: 不详
"""
SENTENCE = "- text: '{{ general | compared }}。'"


def project(amount: str) -> str:
    return f"projects: [{{name: 修路, function: 2010301, source: general, amount: {amount}}}]\n"


def last_year(amount: str) -> str:
    return f"last_year: {{budget: {{sources: {{general: {{by_nature: {{project: {amount}}}}}}}}}}}\n"


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        ("12", "10", "增2.00万元（20.00%）"),
        ("10", "12", "减2.00万元（16.67%）"),
        ("10", "10", "持平"),
        ("10.004", "10", "持平"),
        ("10.004", "9.995", "持平"),
        ("0", "0", "持平"),
        ("10", "0", "新增10.00万元"),
        ("10", "0.004", "新增10.00万元"),
        ("0", "10", "减10.00万元（100.00%）"),
        ("1000000.01", "1000000", "增0.01万元"),
        ("5", "-10", "增15.00万元"),
        ("-12", "-10", "减2.00万元"),
        ("-5", "10", "减15.00万元"),
    ],
)
def test_situations_where_both_years_are_known(this: str, last: str, said: str) -> None:
    assert paragraphs(SENTENCE, project(this) + last_year(last), PHRASES) == [f"{said}。"]


def test_nothing_last_year() -> None:
    spec = project("10") + "last_year: {budget: {sources: {}}}\n"
    assert paragraphs(SENTENCE, spec, PHRASES) == ["新增10.00万元。"]


def test_nothing_this_year() -> None:
    assert paragraphs(SENTENCE, last_year("10"), PHRASES) == ["取消10.00万元。"]


def test_nothing_in_either_year() -> None:
    assert paragraphs(SENTENCE, "last_year: {budget: {sources: {}}}\n", PHRASES) == ["。"]


def test_last_year_is_not_known() -> None:
    assert paragraphs(SENTENCE, project("10"), PHRASES) == ["不详。"]


def test_last_year_is_known_only_by_function() -> None:
    spec = project("10") + "last_year: {budget: {sources: {general: {by_function: {2010301: 8}}}}}\n"
    blocks = "- text: '{{ general | compared }}，{{ general_project | compared }}'"
    assert paragraphs(blocks, spec, PHRASES) == ["增2.00万元（25.00%），不详"]


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        ("12", "10", "比上年预算增加2.00万元，增长20.00%"),
        ("1000000.01", "1000000", "比上年预算增加0.01万元"),
        ("-12", "-10", "比上年预算减少2.00万元"),
        ("10", "0", "上年无此项预算，比上年预算增加10.00万元"),
        ("10", "10", "与上年预算持平"),
    ],
)
def test_the_common_phrases_say_only_what_exists(this: str, last: str, said: str) -> None:
    assert paragraphs(SENTENCE, project(this) + last_year(last)) == [f"{said}。"]


def test_a_change_is_that_of_the_numbers_as_displayed() -> None:
    form = PHRASES + "display: {text: {decimals: 0}}\n"
    assert paragraphs(SENTENCE, project("11.5") + last_year("10.4"), form) == ["增2万元（20.00%）。"]


def test_a_phrase_of_another_name() -> None:
    form = """
        phrases:
          against_last_year: {rise: "多{{ amount }}", fall: "少{{ amount }}"}
          since: 因为{{ reason }}
    """
    blocks = """- text: "{{ general | compared('against_last_year') }}{{ general | because('since') | clause }}" """
    assert paragraphs(blocks, project("3") + last_year("2") + "reasons: {general: 修路。}\n", form) == [
        "多1.00万元，因为修路"
    ]


@pytest.mark.parametrize("reason", ["修路", "修路。", "修路！", "修路？", "修路；"])
def test_a_reason_brings_no_mark_along(reason: str) -> None:
    blocks = "- text: '{{ general | because }}。'"
    assert paragraphs(blocks, project("3") + last_year("2") + f"reasons: {{general: {reason}}}\n") == [
        "主要原因是修路。"
    ]


LAST_YEAR_BY_BOTH = """
last_year: {budget: {sources: {general: {by_function: {2010301: 2}, by_nature: {project: 2}}}}}
"""


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ("{general: 修路。}", "，主要原因是修路。"),
        ("{2010301: 修路}", "，主要原因是修路。"),
        ("{project: 修路}", "，主要原因是修路。"),
        ("{fund: 修路}", "。"),
        ("{}", "。"),
    ],
)
def test_a_reason_is_found_by_name_or_by_the_same_money(reasons: str, said: str) -> None:
    measure = "branches('function', 3)[0]" if "2010301" in reasons else "general"
    blocks = f"""- text: "{{{{ {measure} | because | clause }}}}。" """
    assert paragraphs(blocks, project("3") + LAST_YEAR_BY_BOTH + f"reasons: {reasons}\n") == [said]


def test_a_reason_is_told_only_where_a_change_is_known() -> None:
    blocks = "- text: '{{ general | because | clause }}。'"
    assert paragraphs(blocks, project("3") + "reasons: {general: 修路}\n") == ["。"]


def test_a_phrase_that_asks_for_what_is_not_there_is_the_forms_mistake() -> None:
    form = """
        phrases:
          compared:
            fall: 减少{{ amount }}，下降{{ rate }}
        sections: {all: {blocks: [{text: "{{ general | compared }}"}]}}
        parts: [{id: all, title: 全文, sections: [all]}]
    """
    document, diagnostics = compiled(form, project("-12") + last_year("-10"))
    assert document is None
    assert [(d.code, d.span.file, d.span.line) for d in diagnostics] == [
        ("field-absent", "schema/forms/test/form.yaml", 4)
    ]
