"""What a measure adds up, and what branches and projects there are of it."""

from __future__ import annotations

import pytest

from tests.forms.support import compile_text, compiled, paragraphs, rows

SPEC = """
basic:
  general:
    by_function: {2010301: 60, 2080501: 40}
    by_economic: {30101: 70, 30201: 10, 30231: 20}
projects:
  - {name: 修路, function: 2010301, source: general, economic: {30201: 3, 31001: 4}}
  - {name: 种树, function: 2120501, source: fund, amount: 5}
  - {name: 旧账, function: 2010301, source: general_carryover, amount: 1}
staffing: {authorised: 20, active: 18, retired: 2, veterans: 0}
assets:
  as_of: "2023-12-31"
  vehicles:
    general: {count: 3, value: 40}
    other: {count: 2, value: 10.5}
"""


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("select: {}", "113.00万元"),
        ("select: {source: appropriation}", "112.00万元"),
        ("select: {source: [fund, carryover]}", "6.00万元"),
        ("select: {nature: basic, economic: 302}", "30.00万元"),
        ("select: {nature: personnel}", "70.00万元"),
        ("select: {function: 20103}", "68.00万元"),
        ("select: {economic: [31001, 30231]}", "24.00万元"),
        ("facts: [staffing.active, staffing.retired]", "20人"),
        ("facts: [assets.vehicles.*.count]", "5辆"),
        ("facts: [assets.vehicles.*.value]", "50.50万元"),
        ("sum: [sample_part, carryover]", "6.00万元"),
        ("select: {economic: 30231}, stated: of_which.vehicle_operation", "20.00万元"),
    ],
)
def test_a_measure(declared: str, shown: str) -> None:
    form = f"""
        measures:
          sample: {{title: 某数, {declared}}}
          sample_part: {{title: 部分, select: {{source: fund}}}}
    """
    assert paragraphs("- text: '{{ sample.title }}{{ sample }}'", SPEC, form) == [f"某数{shown}"]


def test_a_stated_number_takes_the_place_of_the_selection() -> None:
    blocks = "- text: '{{ vehicle_operation }}，{{ vehicles }}'"
    assert paragraphs(blocks, SPEC + "of_which: {vehicle_operation: 19.5}\n") == ["19.50万元，19.50万元"]


def test_a_measure_without_money_is_absent_and_zero_is_not() -> None:
    blocks = """
        - {when: fund.absent, text: 没有}
        - {when: overseas.present, text: "{{ overseas }}"}
        - {when: reception, text: 不该有}
    """
    assert paragraphs(blocks, "of_which: {overseas: 0}") == ["没有", "0万元"]


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        (
            "branches('function', 1)",
            "201一般公共服务支出68.00万元、208社会保障和就业支出40.00万元、212城乡社区支出5.00万元",
        ),
        ("branches('function', 2, general_project)", "20103政府办公厅（室）及相关机构事务7.00万元"),
        ("branches('economic', 1, general_basic)", "301工资福利支出70.00万元、302商品和服务支出30.00万元"),
        (
            "measures('fund', 'special_account', 'carryover') | present",
            "fund政府性基金预算（本级安排）5.00万元、carryover上年结转结余1.00万元",
        ),
        ("projects()", "projects.0修路7.00万元、projects.1种树5.00万元、projects.2旧账1.00万元"),
        ("projects(carryover)", "projects.2旧账1.00万元"),
    ],
)  # fmt: skip
def test_lists_of_measures(expression: str, shown: str) -> None:
    each = "{{ it.id }}{{ it.title }}{{ it }}{{ '' if loop.last else '、' }}"
    text = f'- text: "{{% for it in {expression} %}}{each}{{% endfor %}}"'
    assert paragraphs(text, SPEC) == [shown]


def test_what_a_branch_and_a_project_know() -> None:
    blocks = """
        - each: branches('function', 3, general_basic)
          when: it.purpose
          text: |
            {{ it.parents[1].title }}>{{ it.parents[0].title }}>{{ it.title }}（{{ it.code }}），
            用于{{ it.purpose }}
        - each: projects(general)
          text: "{{ it.spec.basis }}，{{ it.of(fund).number }}，{{ it.of(general).number }}"
    """
    spec = SPEC.replace("amount: 5}", "amount: 5}").replace("{name: 修路,", "{name: 修路, basis: 会议,")
    assert paragraphs(blocks, spec + "purposes: {2080501: 退休费}\n") == [
        "社会保障和就业支出>行政事业单位养老支出>行政单位离退休（2080501），用于退休费",
        "会议，，7.00",
    ]


def test_shares_of_a_whole() -> None:
    blocks = "- text: '{{ basic | share(total) }}，{{ project | share(total) }}，{{ total | share(fund_transfer) }}。'"
    assert paragraphs(blocks, SPEC) == ["88.50%，11.50%，。"]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (-1, 5, "-1.00万元；5.00万元，占125.00%"),
        (1, -5, "1.00万元；-5.00万元"),
        (5, -5, "5.00万元；-5.00万元"),
    ],
)
def test_there_is_no_share_below_zero_or_of_what_is_not_above_it(one: int, other: int, said: str) -> None:
    spec = f"""
        projects:
          - {{name: 修路, function: 2010301, source: general, amount: {one}}}
          - {{name: 种树, function: 2120501, source: fund, amount: {other}}}
    """
    text = "{{ it }}{{ it | share(total) | clause('占') }}{{ '' if last else '；' }}"
    assert "".join(paragraphs(f"""- {{each: "measures('general', 'fund')", text: "{text}"}}""", spec)) == said


def test_counts_of_what_the_spec_lists() -> None:
    spec = """
        overview:
          functions: [办文, 办会]
          subordinate_units:
            - {name: 甲, type: administrative}
            - {name: 乙, type: institution}
            - {name: 丙, type: institution}
        projects:
          - {name: 修路, function: 2010301, source: general, amount: 3}
    """
    blocks = """
        - text: |
            {{ count('overview.functions', '项') }}，
            {{ count('overview.subordinate_units', '家', type='institution') }}，
            {{ count('overview.offices', '个') }}，{{ count_of(projects(), '个') }}
    """
    assert paragraphs(blocks, spec) == ["2项，2家，0个，1个"]


def test_a_number_in_the_authors_words() -> None:
    spec = """
        basic: {general: {by_function: {2010301: 12.3}}}
        other_matters: "共{total}，**其中**{basic}。"
    """
    assert paragraphs("- prose: spec.other_matters", spec) == ["共12.30万元，其中12.30万元。"]


def test_every_number_of_a_sentence_is_a_figure() -> None:
    text = "- {text: '{{ total }}占{{ general | share(total) }}'}"
    form = f"sections: {{all: {{blocks: [{text[2:]}]}}}}\nparts: [{{id: all, title: 甲, sections: [all]}}]\n"
    assert compile_text(form, SPEC) == ["# 甲", "113.00万元占94.69%"]


@pytest.mark.parametrize("function", ["branches('function', 1, special_account)", "projects(special_account)"])
def test_a_measure_without_money_has_no_branches_and_no_projects(function: str) -> None:
    assert paragraphs(f"- each: {function}\n  text: '{{{{ it }}}}'\n- text: 完", SPEC) == ["完"]


def test_the_branches_of_a_sum_are_those_with_money() -> None:
    blocks = "- {each: \"branches('function', 1, three_public)\", text: '{{ it.title }}{{ it }}'}\n- text: 完"
    spec = "basic: {general: {by_function: {2010301: {30217: 3, 30231: 4}, 2080501: {30302: 5}}}}\n"
    assert paragraphs(blocks, spec) == ["一般公共服务支出7.00万元", "完"]


@pytest.mark.parametrize(
    "expression",
    ["general.of(three_public)", "branches('function', 1, staff)", "count_of(branches('function', 1), '个')"],
)
def test_what_has_no_meaning_is_the_forms_mistake(expression: str) -> None:
    form = f"""
        sections: {{all: {{blocks: [{{text: "{{{{ {expression} }}}}"}}]}}}}
        parts: [{{id: all, title: 全文, sections: [all]}}]
    """
    document, diagnostics = compiled(form, SPEC)
    assert document is None
    assert [(d.code, d.span.line) for d in diagnostics] == [("form-template", 2)]


def test_entries_of_one_name_are_one_project() -> None:
    spec = """
projects:
  - {name: 修路, function: 2010301, source: general, amount: 4}
  - {name: 种树, function: 2120501, source: fund, amount: 5}
  - {name: 修路, function: 2120501, source: fund, amount: 6}
"""
    blocks = "- text: \"{{ count_of(projects(), '个') }}：{{ projects() | names }}\"\n"
    blocks += "- {each: projects(), text: '{{ it.title }}{{ it }}，基金{{ it.of(fund).number }}'}"
    assert paragraphs(blocks, spec) == ["2个：修路、种树", "修路10.00万元，基金6.00", "种树5.00万元，基金5.00"]
    declared = """
        columns:
          - {head: 项, show: code 3}
          - {head: 科目, show: name}
          - {head: 项目, show: project}
          - {head: 数, select: {}}
        rows: [{tree: projects}]
    """
    assert rows(declared, spec) == [
        "| 项 | 科目 | 项目 | 数 |",
        "| 01 | 行政运行 | 修路 | 4.00 |",
        "| 01 | 城乡社区环境卫生 | 修路 | 6.00 |",
        "| 01 | 城乡社区环境卫生 | 种树 | 5.00 |",
    ]


def test_branches_that_vanished_are_listed_on_request() -> None:
    spec = """
basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}
last_year: {budget: {sources: {general: {by_function: {2010301: 50, 2080501: 8}}}}}
"""
    each = "branches('function', 3, general, vanished=true)"
    blocks = f"- {{each: \"{each}\", text: '{{{{ it.title }}}}{{{{ it | compared | clause }}}}'}}"
    assert paragraphs(blocks, spec) == [
        "行政运行，比上年预算增加10.00万元，增长20.00%",
        "行政单位离退休，比上年预算减少8.00万元，下降100.00%",
    ]
    assert len(paragraphs(blocks.replace(", vanished=true", ""), spec)) == 1
