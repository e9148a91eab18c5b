"""The form's own words, and the name of the region."""

from __future__ import annotations

from tests.forms.support import compile_text, compiled, paragraphs, rows

WORDS = """
words:
  body: 部门
  preparer: 编制{{ entity.level | replace('unit', '单位') }}
  titled: "{{ year }}年"
  all: 共{{ total }}
"""
SPEC = "projects: [{name: 修路, function: 2010301, source: general, amount: 12}]\n"


def test_words_stand_in_every_template() -> None:
    form = (
        WORDS
        + """
cover: ["{{ words.titled }}公开"]
phrases: {preparer: "{{ words.preparer }}：{{ entity.name }}", because: "本{{ words.body }}{{ reason }}"}
parts: [{id: all, title: "{{ words.body }}预算", sections: [sample, {table: sample}]}]
sections:
  sample:
    title: "{{ words.titled }}情况"
    when: words.body == '部门'
    blocks: [{text: "本{{ words['body'] }}{{ words.all }}"}]
tables:
  sample:
    title: "{{ words.titled }}{{ words.body }}预算表"
    columns: [{head: "{{ words.body }}科目", show: label}, {head: 数, select: {}}]
    rows: [{label: "{{ words.body }}"}]
"""
    )
    assert compile_text(form, SPEC) == [
        "# 部门预算", "## 2024年情况", "本部门共12.00万元", "## 2024年部门预算表", "2024年部门预算表",
        "编制单位：某办公室｜单位：万元", "| 部门科目 | 数 |", "| 部门 | 12.00 |",
    ]  # fmt: skip
    document, _ = compiled(form, SPEC)
    assert document is not None
    assert document.cover == ("2024年公开",)


def test_a_word_has_figures_written_as_in_its_place() -> None:
    blocks = """
        - text: "{{ words.all }}。"
        - {text: "{{ words.all }}。", display: {unit: 元, decimals: 0}}
    """
    assert paragraphs(blocks, SPEC, WORDS) == ["共12.00万元。", "共120000元。"]


def test_a_word_that_nobody_uses_is_not_filled_in() -> None:
    assert paragraphs("- text: 甲", "projects: []", WORDS) == ["甲"]


def test_an_extending_form_replaces_single_words() -> None:
    base = (
        WORDS
        + """
sections: {all: {blocks: [{text: "{{ words.body }}{{ words.titled }}"}]}}
parts: [{id: all, title: 全文, sections: [all]}]
"""
    )
    assert compile_text("extends: test/base\nwords: {body: 单位}", SPEC, base=base) == ["# 全文", "单位2024年"]


def test_the_region_by_its_full_name() -> None:
    assert paragraphs("- text: '{{ region }}'", SPEC) == ["新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县"]
    spec = "entity: {id: office, name: 某办公室, region: 650000, level: unit, type: administrative}\n" + SPEC
    assert paragraphs("- text: '{{ region }}{{ words.body }}'", spec, WORDS) == ["新疆维吾尔自治区部门"]


def test_the_words_of_a_table() -> None:
    declared = """
        columns: [{head: "{{ words.body }}", show: name}, {head: 数, select: {}}]
        rows: [{tree: function, levels: [1]}]
        total: "{{ words.body }}合计"
    """
    assert rows(declared, SPEC, WORDS) == ["| 部门 | 数 |", "| 一般公共服务支出 | 12.00 |", "| 部门合计 | 12.00 |"]
