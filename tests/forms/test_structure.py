"""Parts, sections, blocks and their numbers; what a form inherits."""

from __future__ import annotations

import pytest

from disc.compile.numbering import chinese, label
from disc.load.form_years import Years
from tests.forms.support import a_form, compile_text, compiled, paragraphs

FORM = """
numbering: ["第{chinese}部分", "{chinese}、", "（{chinese}）"]
item_label: "{arabic}."
parts:
  - {id: first, title: "{{ entity.name }}概况", sections: [functions, money, rest]}
  - {id: second, title: 附, sections: [glossary]}
sections:
  functions: {title: 职能, blocks: [{list: spec.overview.functions}]}
  money: {title: 资金, when: total.present, blocks: [{text: "共{{ total }}。"}]}
  rest:
    title: 其他
    blocks:
      - {section: 采购, when: procurement.present, blocks: [{text: 有。}]}
      - {section: 事项, blocks: [{prose: spec.other_matters, when: spec.other_matters}]}
  glossary: {blocks: [{text: 名词。}]}
"""


def test_what_is_skipped_takes_no_number() -> None:
    assert compile_text(FORM, "other_matters: 无\n") == [
        "# 第一部分某办公室概况", "## 一、职能", "1.办文", "## 二、其他", "### （一）事项", "无", "# 第二部分附",
        "名词。",
    ]  # fmt: skip
    money = "projects: [{name: 甲, function: 2010301, source: general, amount: 1}]\n"
    assert compile_text(FORM, money + "procurement: {goods: 1, works: 0, services: 0}\n") == [
        "# 第一部分某办公室概况", "## 一、职能", "1.办文", "## 二、资金", "共1.00万元。", "## 三、其他",
        "### （一）采购", "有。", "### （二）事项", "# 第二部分附", "名词。",
    ]  # fmt: skip


def test_a_part_can_number_its_headings_in_its_own_way() -> None:
    form = """
        numbering: ["第{chinese}部分", "{chinese}、", "（{chinese}）"]
        parts:
          - {id: first, title: 甲, sections: [sample]}
          - {id: second, title: 乙, numbering: ["（{chinese}）", "{arabic}."], sections: [sample, sample]}
          - {id: third, title: 丙, numbering: [], sections: [sample]}
        sections:
          sample: {title: 节, blocks: [{section: 小节, blocks: [{text: 文。}]}]}
    """
    assert compile_text(form, "projects: []") == [
        "# 第一部分甲", "## 一、节", "### （一）小节", "文。",
        "# 第二部分乙", "## （一）节", "### 1.小节", "文。", "## （二）节", "### 1.小节", "文。",
        "# 第三部分丙", "## 节", "### 小节", "文。",
    ]  # fmt: skip
    assert compile_text(form.replace('numbering: ["第', 'cover: ["第'), "projects: []")[4:7] == [
        "# 乙", "## （一）节", "### 1.小节"
    ]  # fmt: skip


def test_lists_and_repetitions() -> None:
    spec = """
        projects:
          - {name: 甲, function: 2010301, source: general, amount: 1}
          - {name: 乙, function: 2010301, source: other, amount: 2}
          - {name: 丙, function: 2010301, source: general, amount: 0}
    """
    blocks = """
        - list:
            each: projects()
            as: item
            when: item.shown
            text: "{{ index }}/{{ item.title }}{{ item }}{{ '。' if last else '；' }}{{ '首' if first else '' }}"
        - list:
            - text: 一直有
            - {text: 从来没有, when: fund.present}
            - {text: ""}
        - each: measures('general', 'fund', 'other') | present
          as: source
          blocks:
            - {text: "{{ source.title }}：", when: source.shown}
            - {list: {each: projects(source), text: "{{ it.title }}，占{{ it | share(source) }}"}}
    """
    assert paragraphs(blocks, spec) == [
        "1.1/甲1.00万元；首",
        "2.2/乙2.00万元。",
        "1.一直有",
        "一般公共预算（本级安排）：",
        "1.甲，占100.00%",
        "2.丙，占0.00%",
        "其他收入：",
        "1.乙，占100.00%",
    ]


def test_line_breaks_of_a_template_leave_no_space_between_chinese_words() -> None:
    blocks = """
        - text: |
            共
              {{ total }}
            ，A
            B。
    """
    spec = "projects: [{name: 甲, function: 2010301, source: general, amount: 1}]\n"
    assert paragraphs(blocks, spec) == ["共1.00万元，A B。"]


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (1010, "一千零一十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese(number) == written
    assert label("（{chinese}/{arabic}）", number) == f"（{written}/{number}）"


BASE = """
title: 底本
measures: {extra: {title: 额外, select: {source: fund}}}
display: {table: {zero: "-"}}
cover: [甲, 乙]
tables:
  sample:
    title: 原名
    unit: ""
    preparer: ""
    columns: [{head: 项目, show: project}, {head: 数, select: {}}]
    rows: [{tree: projects}]
    empty: 本表为空表。
    notes: [注一, 注二]
sections:
  words: {title: 原题, blocks: [{text: 原文}, {text: "{{ extra.title }}"}]}
parts: [{id: all, title: 全文, sections: [words, {table: sample}]}]
"""


def test_a_form_without_words_of_its_own_is_what_it_extends() -> None:
    assert compile_text("extends: test/base", "projects: []", base=BASE) == [
        "# 全文", "## 原题", "原文", "额外", "## 原名", "原名", "｜", "| 项目 | 数 |", "本表为空表。", "注一", "注二"
    ]  # fmt: skip


def test_a_form_replaces_what_it_names_and_nothing_else() -> None:
    form = """
        extends: test/base
        measures: {extra: {title: 别名}}
        tables: {sample: {title: 新名, notes: [注三]}}
        sections: {words: {title: 新题}}
    """
    assert compile_text(form, "projects: []", base=BASE) == [
        "# 全文", "## 新题", "原文", "别名", "## 新名", "新名", "｜", "| 项目 | 数 |", "本表为空表。", "注三"
    ]  # fmt: skip
    loaded, diagnostics = a_form(form, base=BASE)
    assert diagnostics == ()
    assert loaded is not None
    assert loaded.files == tuple(f"schema/forms/{name}.yaml" for name in ("test/form", "test/base", "base/budget"))
    assert loaded.tables["sample"].display.zero == "-"
    assert [line.source for line in loaded.cover] == ["甲", "乙"]


def test_a_form_takes_away_what_it_does_without() -> None:
    form = """
        extends: test/base
        without: [tables.sample.notes, tables.sample.preparer, measures.extra.select, display.table.zero, cover]
        measures: {extra: {sum: [general]}}
        tables: {sample: {notes: [注三]}}
        display: {table: {zero: "0"}}
    """
    assert compile_text(form, "projects: []", base=BASE) == [
        "# 全文", "## 原题", "原文", "额外", "## 原名", "原名", "编制部门（单位）：某办公室｜", "| 项目 | 数 |",
        "本表为空表。", "注三",
    ]  # fmt: skip
    loaded, diagnostics = a_form(form, base=BASE)
    assert diagnostics == ()
    assert loaded is not None
    assert loaded.measures["extra"].sum == ("general",)
    assert loaded.cover == ()


def test_what_a_form_takes_away_is_gone_for_those_that_extend_it() -> None:
    middle = "extends: test/base\nwithout: [tables.sample.notes]\ntitle: 中\nkind: budget\n"
    form = "extends: test/middle\ntables: {sample: {empty: 空}}\n"
    assert compile_text(form, "projects: []", base=BASE, middle=middle)[-2:] == ["| 项目 | 数 |", "空"]
    again = form + "without: [tables.sample.notes]\n"
    assert [d.code for d in a_form(again, base=BASE, middle=middle)[1]] == ["nothing-to-take-away"]


def test_what_a_form_is_for_is_inherited_and_replaced() -> None:
    base = (
        BASE
        + """
region: 310000
level: unit
years: {from: 2023, to: 2025}
requires: [staffing, projects.*.name]
"""
    )
    form, diagnostics = a_form("extends: test/base\nyears: {from: 2024}\nlevel: department\n", base=base)
    assert diagnostics == ()
    assert form is not None
    assert (form.region, form.level, form.years) == ("310000", "department", Years(2024, 2025))
    assert form.requires == (("staffing",), ("projects.*.name",))
    other, _ = a_form("extends: test/base\nwithout: [region, level, years.to]\nrequires: []\n", base=base)
    assert other is not None
    assert (other.region, other.level, other.years, other.requires) == ("", "", Years(2023), ())
    written = [Years(), Years(2023), Years(None, 2025), Years(2023, 2025), Years(2024, 2024)]
    assert [str(years) for years in written] == ["—", "2023—", "—2025", "2023—2025", "2024"]


def test_a_template_knows_the_file_it_comes_from() -> None:
    loaded, _ = a_form("extends: test/base\ntables: {sample: {title: 新名}}", base=BASE)
    assert loaded is not None
    sample = loaded.tables["sample"]
    assert (sample.title.span.file, sample.title.span.line) == ("schema/forms/test/form.yaml", 2)
    assert sample.empty is not None
    assert (sample.empty.span.file, sample.empty.span.line) == ("schema/forms/test/base.yaml", 13)


def test_a_base_can_have_parts_and_does_not_make_others_abstract() -> None:
    base = "abstract: true\nsections: {all: {blocks: [{text: 甲}]}}\nparts: [{id: all, title: 全文, sections: [all]}]\n"
    form, wrong = a_form("extends: test/common", common=base)
    assert (form is not None and form.abstract, wrong) == (False, ())
    form, _ = a_form(base)
    assert form is not None
    assert form.abstract
    form, _ = a_form("title: 试")
    assert form is not None
    assert form.abstract


def test_a_list_can_be_numbered_in_its_own_way() -> None:
    blocks = """
        - {list: spec.overview.functions, item_label: "（{chinese}）"}
        - {list: [{text: 甲}, {text: 乙}], item_label: "{circled}"}
        - {list: [{text: 丙}]}
    """
    assert paragraphs(blocks, "overview: {functions: [办文, 办会]}\n", 'item_label: "{arabic}、"') == [
        "（一）办文",
        "（二）办会",
        "①甲",
        "②乙",
        "1、丙",
    ]


EMPTY = """
sections:
  all: {title: 机关运行经费, blocks: [{when: operating_cost, text: "{{ operating_cost }}"}]}
  more:
    title: 其他
    blocks:
      - {section: 政府采购, fulfils: procurement, blocks: [{when: procurement, text: "{{ procurement }}"}]}
      - {section: 国有资产, blocks: [{prose: spec.other_matters}]}
parts: [{id: all, title: 情况说明, sections: [all, more]}, {id: none, title: 附表, sections: [all]}]
omits: {functions: 略}
"""


def test_a_heading_with_nothing_below_it_is_told_of_and_fulfils_nothing() -> None:
    document, found = compiled(EMPTY, "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n")
    assert document is not None
    empty = [d for d in found if d.code == "empty-section"]
    assert [(d.span.line, d.message("zh").partition("时，")[2]) for d in empty] == [
        (3, "“机关运行经费”下面没有内容"),
        (8, "“国有资产”下面没有内容"),
    ]
    assert all("when" in d.hint("zh") for d in empty)
    # What must be published is told of as missing.
    assert "政府采购" in "".join(d.message("zh") for d in found if d.code.startswith("missing-"))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("", "某办公室"),
        ('cover: [""]\n', "某办公室"),
        ('cover: ["{{ year }}年", 预算]\n', "2024年预算"),
        ("document_title: 预算\ncover: [封面]\n", "预算"),
    ],
)
def test_a_document_has_a_title_whatever_the_form_leaves_out(lines: str, title: str) -> None:
    form = "parts: [{id: all, title: 文, sections: [all]}]\nsections: {all: {blocks: [{text: 无}]}}\n"
    document, _ = compiled(form + lines, "projects: []")
    assert document is not None
    assert document.meta.title == title
