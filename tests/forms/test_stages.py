"""Last year's budget and last year's outturn, both possibly in one document; and money that is known to be none."""

from __future__ import annotations

import pytest

from tests.forms.support import compiled, found, paragraphs, rows

FORM = """
phrases:
  compared: {rise: "比上年预算多{{ amount }}", fall: "比上年预算少{{ amount }}", equal: 与上年预算持平}
  against_outturn:
    stage: last_outturn
    rise: 比{{ last_year }}年预算执行数增加{{ rate }}
    fall: 比{{ last_year }}年预算执行数减少{{ rate }}
    equal: 与{{ last_year }}年预算执行数持平
"""
SPEC = """
basic: {general: {by_function: {2010301: 12}}}
last_year:
  budget: {sources: {general: {by_function: {2010301: 13}}}}
  outturn: {sources: {general: {by_function: {2010301: 10}}}}
reasons: {2010301: 人员增加}
"""


def test_a_document_compares_with_both() -> None:
    blocks = """
        - each: branches('function', 3)
          text: |
            {{ it.title }}：{{ last_year }}年当年预算执行数为{{ it.last_outturn }}，{{ year }}年预算安排{{ it }}，
            {{ it | compared('against_outturn') }}。{{ it | because }}。另{{ it | compared }}（{{ it.last_budget }}）。
    """
    assert paragraphs(blocks, SPEC, FORM) == [
        (
            "行政运行：2023年当年预算执行数为10.00万元，2024年预算安排12.00万元，比2023年预算执行数增加20.00%。"
            "主要原因是人员增加。另比上年预算少1.00万元（13.00万元）。"
        )
    ]


def test_a_stage_that_is_not_known_has_no_figure_and_no_change() -> None:
    spec = SPEC.replace("  budget: ", "  # budget: ")
    blocks = """
        - text: "{{ general.last_budget.number }}{{ general | compared }}{{ general | compared('against_outturn') }}"
    """
    assert paragraphs(blocks, spec, FORM) == ["比2023年预算执行数增加20.00%"]


def test_what_had_only_an_outturn_vanished() -> None:
    spec = "last_year: {outturn: {sources: {general: {by_function: {2010301: 10}}}}}\n"
    form = "phrases: {against_outturn: {stage: last_outturn, vanished: '减少{{ amount }}'}}"
    blocks = """
        - each: branches('function', 3, vanished=true)
          text: "{{ it.title }}{{ it | compared('against_outturn') }}"
    """
    assert paragraphs(blocks, spec, form) == ["行政运行减少10.00万元"]


def test_a_stage_that_does_not_exist() -> None:
    assert found("phrases:\n  compared:\n    stage: last_plan\n    rise: 多\n") == [("value-not-allowed", (3, 12))]


ABSENT = """
display: {table: {absent: "0.00"}, text: {absent: "0"}}
phrases: {compared: {equal: 持平, none: 与上年持平, new: 新增}}
"""
KNOWN = """
basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 3, 30201: 2}}}
last_year: {budget: {sources: {}}}
"""


@pytest.mark.parametrize(
    ("measure", "written"),
    [
        ("business", "0万元，与上年持平"),  # every line has a source, so there is none
        ("project", "0万元，与上年持平"),
        ("overseas", "0万元，与上年持平"),
        ("three_public", "0万元，与上年持平"),
        ("general", "5.00万元，新增"),
    ],
)
def test_money_that_is_known_to_be_none(measure: str, written: str) -> None:
    blocks = f"- text: '{{{{ {measure} }}}}，{{{{ {measure} | compared }}}}'"
    assert paragraphs(blocks, KNOWN, ABSENT) == [written]


def test_money_that_may_be_there_is_not_none() -> None:
    spec = KNOWN + "projects: [{function: 2010301, source: general, amount: 7}]\n"
    blocks = "- {text: '出国{{ overseas.number }}', when: overseas.absent}\n- text: '事业{{ business }}'"
    assert paragraphs(blocks, spec, ABSENT) == ["出国", "事业0万元"]


def test_facts_that_nobody_stated_are_not_none() -> None:
    assert paragraphs("- text: '采购{{ procurement.number }}'", KNOWN, ABSENT) == ["采购"]


COLUMNS = """
columns:
  - {head: 项目, show: name}
  - {head: 合计, select: {}}
  - {head: 人员经费, select: {nature: personnel}}
  - {head: 公用经费, select: {nature: operating}}
rows: [{tree: economic, levels: [1]}]
"""


def test_a_table_writes_what_is_known_to_be_none() -> None:
    assert rows(COLUMNS, KNOWN, ABSENT)[1:] == [
        "| 工资福利支出 | 3.00 | 3.00 | 0.00 |",
        "| 商品和服务支出 | 2.00 | 0.00 | 2.00 |",
    ]
    assert rows(COLUMNS, KNOWN)[1:] == ["| 工资福利支出 | 3.00 | 3.00 |  |", "| 商品和服务支出 | 2.00 |  | 2.00 |"]


CLASSES = COLUMNS.replace("economic, levels: [1]", "function, levels: [1, 3]")


@pytest.mark.parametrize(
    ("basic", "cells"),
    [
        # Neither breakdown knows both dimensions.
        ("{by_function: {2010301: 5}, by_economic: {30101: 3, 30201: 2}}", ("5.00 |  | ", "5.00 |  | ")),
        ("{by_function: {2010301: {personnel: 3, operating: 2}}}", ("5.00 | 3.00 | 2.00", "5.00 | 3.00 | 2.00")),
        ("{by_function: {2010301: {30101: 3, 30201: 2}}}", ("5.00 | 3.00 | 2.00", "5.00 | 3.00 | 2.00")),
        (
            "{by_function: {2010301: 5}, by_class: {201: {personnel: 3, operating: 2}}}",
            ("5.00 | 3.00 | 2.00", "5.00 |  | "),
        ),
        ("{by_function: {2010301: 5}, by_class: {201: {personnel: 5}}}", ("5.00 | 5.00 | 0.00", "5.00 |  | ")),
    ],
)
def test_natures_of_functions(basic: str, cells: tuple[str, str]) -> None:
    spec = f"basic: {{general: {basic}}}\n"
    assert rows(CLASSES, spec, ABSENT)[1:] == [f"| 一般公共服务支出 | {cells[0]} |", f"| 　　行政运行 | {cells[1]} |"]


def test_an_empty_table_stays_empty_for_readers() -> None:
    declared = COLUMNS.replace("[{tree: economic, levels: [1]}]", "[{label: 一, select: {source: fund}}]")
    assert rows(declared.replace("show: name", "show: label"), KNOWN, ABSENT)[1:] == ["| 一 | 0.00 | 0.00 | 0.00 |"]


REMARK = """
basic: {general: {by_function: {2010301: 5}, by_economic: {30212: 5}}}
last_year: {budget: {sources: {}, of_which: {overseas: 5}}}
reasons: {overseas: {remark: 此项经费由区统筹安排。}, reception: 接待增加}
"""


def test_a_remark_stands_in_place_of_a_reason() -> None:
    blocks = "- text: '因公出国（境）费{{ overseas }}，{{ overseas | compared }}{{ overseas | because | clause }}。'"
    assert paragraphs(blocks, REMARK) == ["因公出国（境）费5.00万元，与上年预算持平，此项经费由区统筹安排。"]


def test_projects_without_names_are_entries_for_themselves() -> None:
    spec = """
        projects:
          - {function: 2010301, source: general, amount: 1}
          - {function: 2010301, source: general, amount: 2}
          - {name: 修路, function: 2010301, source: general, amount: 3, has_targets: true}
          - {name: 造桥, function: 2010301, source: general, amount: 4, has_targets: true}
    """
    blocks = """
        - text: "{{ count_of(projects(), '个') }}共{{ projects() | total }}"
        - text: |
            编报绩效目标的{{ count_of(projects() | with_targets, '个') }}，
            {{ projects() | with_targets | total }}，其中：
            {% for it in projects() | with_targets %}{{ it.title }}{{ it }}{{ '。' if loop.last else '，' }}{% endfor %}
    """
    assert paragraphs(blocks, spec) == [
        "4个共10.00万元",
        "编报绩效目标的2个，7.00万元，其中：修路3.00万元，造桥4.00万元。",
    ]


OPERATING = """
display: {text: {absent: "0"}}
"""


@pytest.mark.parametrize(
    ("entity", "written"),
    [
        ("level: unit, type: administrative}", ["5.00万元"]),
        ("level: unit, type: managed_as_administrative}", ["5.00万元"]),
        ("level: unit, type: institution}", ["0万元"]),
    ],
)
def test_operating_cost_is_that_of_administrative_units(entity: str, written: list[str]) -> None:
    spec = f"""
        entity: {{id: office, name: 某办公室, region: 653023, {entity}
        basic: {{general: {{by_function: {{2010301: 5}}, by_economic: {{30201: 5}}}}}}
    """
    assert paragraphs("- text: '{{ operating_cost }}'", spec, OPERATING) == written


def test_a_number_that_does_not_follow_from_the_spec_is_asked_of_its_author() -> None:
    form = """
        sections:
          all: {blocks: [{text: "{{ overseas }}"}]}
        parts: [{id: all, title: 全文, sections: [all]}]
    """
    document, (wrong,) = compiled(form, "projects: [{function: 2010301, source: general, amount: 7}]\n")
    assert document is None
    assert (wrong.code, wrong.span.file, wrong.related[0].line) == (
        "figure-not-known",
        "specs/office/2024-budget.yaml",
        3,
    )
    assert wrong.message("zh") == "表样要写因公出国（境）费（overseas），但这份文件里得不出这个数"
    assert wrong.hint("zh").startswith("在 of_which.overseas 写明")


def test_a_number_that_is_none_is_the_forms_mistake() -> None:
    form = """
        sections:
          all: {blocks: [{text: "{{ overseas }}"}]}
        parts: [{id: all, title: 全文, sections: [all]}]
    """
    document, (wrong,) = compiled(form, "basic: {}\n")
    assert document is None
    assert wrong.code == "figure-absent"
    assert wrong.message("zh") == "编译 specs/office/2024-budget.yaml 时，这里要写 overseas 的数，而它没有数"
    assert "when: overseas.present，或 {% if overseas.present %}" in wrong.hint("zh")


@pytest.mark.parametrize(
    ("block", "code", "words"),
    [
        ("{text: '{{ it }}', each: \"measures('fund')\"}", "figure-absent", "这里要写 fund 的数，而它没有数"),
        ("{text: '{{ spec.staffing.active }}'}", "field-absent", "要用 staffing，而这里没有它"),
        ("{text: '{{ spec.overview.functions }}'}", "form-template", "一组字段或列表不能写进句子"),
        ("{text: '{{ projects() }}'}", "form-template", "列表不能写进句子"),
        ("{text: '{{ procurement.comparison.rate }}'}", "form-template", "空值不能写进句子"),
        ("{text: 甲, when: total > 5}", "form-template", "指标和数不能这样计算或比较"),
        ("{text: '{{ total / 2 }}'}", "form-template", "指标和数不能这样计算或比较"),
        ("{text: '{{ total.number - total.number }}'}", "form-template", "文字不能计算或比较大小"),
        ("{text: '{{ total.number + 1 }}'}", "form-template", "连接文字用 ~"),
        ("{text: 甲, when: total.number > 5}", "form-template", "文字不能计算或比较大小"),
        ("{text: '{{ total.number * 2 }}'}", "form-template", "* 只能用于个数"),
        ("{text: '{{ 2 ** 9 }}'}", "form-template", "表样里没有 **"),
        ("{text: '{{ 1 / 0 }}'}", "form-template", "除数是零"),
        ("{text: \"{{ count('overview.functions') }}\"}", "form-template", "函数或过滤器后面括号里写得不对"),
        ("{text: \"{{ branches('functions', 1) }}\"}", "form-template", "没有 'functions'"),
        ("{text: '{{ it | compared }}', each: spec.overview.functions}", "form-template", "过滤器或函数用错了对象"),
        ("{list: total}", "form-template", "total 不是列表"),
        ("{text: '{{ total | string | first }}'}", "form-template", "过滤器改动了数的文字"),
    ],
)
def test_a_template_that_cannot_be_run_says_why_in_words(block: str, code: str, words: str) -> None:
    form = f"sections: {{all: {{blocks: [{block}]}}}}\nparts: [{{id: all, title: 全文, sections: [all]}}]\n"
    document, (wrong,) = compiled(form, "basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}\n")
    assert document is None
    assert wrong.code == code
    assert words in wrong.message("zh")
    assert wrong.hint("zh").startswith("请维护表样的人")


@pytest.mark.parametrize(
    "block", ["{text: 甲, each: total}", "{text: 甲, each: year}", "{text: 甲, each: entity.name}", "{list: total}"]
)
def test_what_is_no_list_cannot_be_repeated(block: str) -> None:
    form = f"sections: {{all: {{blocks: [{block}]}}}}\nparts: [{{id: all, title: 全文, sections: [all]}}]\n"
    document, (wrong,) = compiled(form, "basic: {}\n")
    assert document is None
    assert wrong.code == "form-template"


OPEN = """
tables:
  sample:
    title: 样表
    columns: [{head: 科目, show: name}, {head: 合计, select: {}}, {head: 人员经费, select: {nature: personnel}}]
    rows: [{tree: function, levels: [1]}]
    total: 合计
parts: [{id: all, title: 全文, sections: [{table: sample}]}]
"""


def test_cells_that_do_not_follow_from_the_spec_are_said() -> None:
    spec = "basic: {general: {by_function: {2010301: 5, 2080505: 2}, by_economic: {30101: 6, 30201: 1}}}\n"
    document, (notice,) = compiled(OPEN, spec)
    assert document is not None
    assert (notice.code, notice.level.value, notice.span.line) == ("open-cells", "notice", 1)
    assert notice.message("zh") == "样表有 2 格的数从这份文件中得不出，留空"
    document, found_here = compiled(
        OPEN,
        spec.replace(
            "{by_function", "{by_class: {201: {personnel: 5}, 208: {personnel: 1, operating: 1}}, by_function"
        ),
    )
    assert document is not None
    assert found_here == ()


@pytest.mark.parametrize(
    ("stated", "lacking"),
    [
        ({}, " last_year.budget 或 last_year.outturn"),
        ({"budget"}, " last_year.outturn"),
        ({"outturn"}, " last_year.budget"),
        ({"budget", "outturn"}, "它的上年数"),
    ],
)
def test_a_reason_that_is_not_told_lacks_a_stage(stated: set[str], lacking: str) -> None:
    amounts = "{sources: {general: {by_function: {2010301: 4}}}}"
    spec = "basic: {general: {by_function: {2010301: 5}}}\nreasons: {2010301: 甲}\n"
    spec += "last_year: {" + ", ".join(f"{stage}: {amounts}" for stage in sorted(stated)) + "}\n" if stated else ""
    layout = "parts:\n  - {id: one, title: 一, sections: [all]}\nsections:\n  all: {blocks: [{text: 空}]}\n"
    _, diagnostics = compiled(FORM + layout, spec)
    hints = [d.hint("zh") for d in diagnostics if d.code == "unused-reason"]
    assert hints == [f"改正名字，补上{lacking}，或删去这一条"]
