"""How numbers are written: zero, thousands, unit, decimals; for all tables, for one table, for sentences."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.forms.support import compile_text, paragraphs, rows, table

SPEC = """
unit: 元
projects:
  - {name: 修路, function: 2010301, source: general, amount: 12345678.5}
  - {name: 种树, function: 2120501, source: fund, amount: 0}
"""
TABLE = """
columns: [{head: 项目, show: project}, {head: 金额, select: {}}]
rows: [{tree: projects}]
"""


@pytest.mark.parametrize(
    ("display", "money", "zero"),
    [
        ("{}", "1234.57", "0.00"),
        ("{unit: 元}", "12345678.50", "0.00"),
        ("{unit: 元, decimals: 0}", "12345679", "0.00"),
        ("{unit: 元, decimals: 0, thousands: true, zero: '0'}", "12,345,679", "0"),
        ("{thousands: true, zero: ''}", "1,234.57", ""),
        ("{decimals: 0, zero: '—'}", "1235", "—"),
        ("{decimals: 6}", "1234.567850", "0.00"),
        ("{decimals: 6, trim: true}", "1234.56785", "0.00"),
        ("{unit: 元, trim: true, zero: '0'}", "12345678.5", "0"),
    ],
)
def test_tables(display: str, money: str, zero: str) -> None:
    wanted = ["| 项目 | 金额 |", f"| 修路 | {money} |", f"| 种树 | {zero} |"]
    if display == "{}":
        assert rows(TABLE, SPEC) == wanted
    else:
        assert rows(TABLE + f"display: {display}\n", SPEC) == wanted
        assert rows(TABLE, SPEC, f"display: {{table: {display}}}\n") == wanted


@pytest.mark.parametrize(
    ("display", "money", "zero"),
    [
        ("{decimals: 2}", "1234.57万元", "0万元"),
        ("{unit: 元, thousands: true}", "12,345,678.50元", "0万元"),
        ("{unit: 元, zero: '0.00'}", "12345678.50元", "0.00元"),
        ("{decimals: 0, zero: ''}", "1235万元", "万元"),
        ("{unit: 元, decimals: 1, trim: true, thousands: true}", "12,345,678.5元", "0元"),
    ],
)
def test_sentences(display: str, money: str, zero: str) -> None:
    zero = zero.replace("万元", "元") if "unit: 元" in display else zero
    blocks = "- text: '{{ general }}，{{ fund }}。'"
    assert paragraphs(blocks, SPEC, f"display: {{text: {display}}}\n") == [f"{money}，{zero}。"]


@pytest.mark.parametrize("display", ["{decimals: 2}", "{trim: true}", "{trim: true, zero: ''}"])
def test_an_amount_that_rounds_to_nothing_does_not_read_as_none(display: str) -> None:
    spec = "unit: 元\nprojects: [{name: 修路, function: 2010301, source: general, amount: 40}]\n"
    assert paragraphs("- text: '{{ general }}'", spec, f"display: {{text: {display}}}\n") == ["0.00万元"]


def test_a_section_a_block_or_an_item_can_write_numbers_in_its_own_way() -> None:
    form = """
        display: {text: {thousands: true}}
        sections:
          all:
            title: "{{ general }}"
            when: unit == '元'
            display: {unit: 元, thousands: false}
            blocks:
              - text: "{{ general }}，{{ fund }}。"
              - {text: "{{ general }}，{{ unit }}。", display: {unit: 万元, decimals: 0}}
              - display: {zero: 无}
                blocks:
                  - {section: "{{ fund }}", display: {decimals: 1}, blocks: [{text: "{{ general }}，{{ fund }}。"}]}
              - list:
                  - text: "{{ general }}"
                  - {text: "{{ general }}", display: {unit: 万元, thousands: true}}
        parts: [{id: all, title: "{{ general }}", sections: [all]}]
    """
    assert compile_text(form, SPEC) == [
        "# 1,234.57万元", "## 12345678.50元", "12345678.50元，0元。", "1235万元，万元。", "### 无元",
        "12345678.5元，无元。", "1.12345678.50元", "2.1,234.57万元",
    ]  # fmt: skip


def test_what_a_block_is_repeated_for_is_written_as_in_the_block() -> None:
    blocks = """
        - {each: projects(), when: it.number, display: {decimals: 0, zero: ""}, text: "{{ it.title }}{{ it }}"}
        - list: {each: projects(), display: {unit: 元}, text: "{{ it.title }}{{ it }}，占{{ it | share(total) }}"}
        - {display: {unit: 元}, prose: spec.other_matters}
        - {display: {decimals: 0}, list: spec.overview.functions}
    """
    more = """
other_matters: 共{total}
overview: {functions: ["办理{total}"]}
"""
    assert paragraphs(blocks, SPEC + more) == [
        "修路1235万元",
        "1.修路12345678.50元，占100.00%", "2.种树0元，占0.00%",
        "共12345678.50元",
        "1.办理1235万元",
    ]  # fmt: skip


def test_a_sentence_without_decimals_compares_what_it_shows() -> None:
    """17,192 is 12,789, 1,756, 467 and 2,180, and a change is the difference of the numbers shown."""
    spec = """
        unit: 元
        basic:
          general:
            by_function: {2010301: 127885500, 2010302: 17564800, 2010303: 4668700, 2010350: 21799900}
            by_economic: {30101: 171918900}
        projects: []
        last_year: {budget: {sources: {general: {by_function: {2010301: 127804600, 2010302: 17564799}}}}}
    """
    blocks = """
        - display: {decimals: 0, thousands: true}
          blocks:
            - text: "{{ total }}"
            - {each: "branches('function', 3)", text: "{{ it }}{{ it | compared | clause }}"}
    """
    assert paragraphs(blocks, spec) == [
        "17,192万元",
        "12,789万元，比上年预算增加9万元，增长0.07%",
        "1,756万元，与上年预算持平",
        "467万元，上年无此项预算，比上年预算增加467万元",
        "2,180万元，上年无此项预算，比上年预算增加2,180万元",
    ]


def test_a_number_can_be_asked_whether_it_is_zero() -> None:
    blocks = '- text: "{% if fund.shown %}{{ fund }}{% else %}未安排{% endif %}，{{ fund.number }}"'
    assert paragraphs(blocks, SPEC) == ["未安排，0"]


def test_the_unit_line_follows_the_table() -> None:
    assert table(TABLE, SPEC)[1] == "编制部门（单位）：某办公室｜单位：万元"
    assert table(TABLE + "display: {unit: 元}\n", SPEC)[1] == "编制部门（单位）：某办公室｜单位：元"
    assert (
        table(TABLE + "unit: ''\npreparer: '编制：{{ entity.name }}（{{ unit }}）'\n", SPEC)[1]
        == "编制：某办公室（万元）｜"
    )


def test_people_and_areas_keep_their_own_unit_and_digits() -> None:
    spec = """
        staffing: {authorised: 12, active: 10}
        assets:
          as_of: "2023-12-31"
          vehicles: {general: {count: 0}}
          buildings: {area: 1090.5, value: 954.25}
    """
    blocks = """
        - text: |
            {% set buildings = spec.assets.buildings %}
            {{ staff }}，{{ buildings.area }}，{{ buildings.value }}，{{ asset_vehicles }}
    """
    assert paragraphs(blocks, spec, "display: {text: {decimals: 1}}\n") == ["10人，1090.5平方米，954.3万元，0辆"]


def test_dates() -> None:
    spec = """
        publication: {date: "2024-02-05"}
        projects: [{name: 甲, function: 2010301, source: general, amount: 1, period: {from: "2024-01", to: "2024-12"}}]
        assets: {as_of: "2023-12-31", vehicles: {general: {count: 1}}}
    """
    blocks = """
        - text: "{{ spec.publication.date | date }}，{{ spec.publication.date | as_of }}"
        - text: "{{ spec.assets.as_of | as_of }}"
        - {each: projects(), text: "{{ it.spec.period.from | date }}—{{ it.spec.period.to | date }}"}
    """
    assert paragraphs(blocks, spec) == ["2024年2月5日，2024年2月5日", "2023年底", "2024年1月—2024年12月"]


def test_the_sentences_of_a_spec_can_have_a_unit_of_their_own() -> None:
    spec = """
        unit: 元
        text_unit: 万元
        basic: {general: {by_function: {2010301: 31214205.80}, by_economic: {30101: 31214205.80}}}
        last_year: {budget: {sources: {general: {total: 3013.80}}, of_which: {reception: 0.95}}}
        of_which: {reception: 0.95}
        procurement: {goods: 17, works: 0, services: 100}
    """
    blocks = """
        - text: |
            {{ general }}，{{ general | compared }}，
            {{ reception }}{{ reception | compared | clause }}，{{ procurement }}
    """
    assert paragraphs(blocks, spec) == [
        "3121.42万元，比上年预算增加107.62万元，增长3.57%，0.95万元，与上年预算持平，117.00万元"
    ]


def test_shares_and_rates_have_decimals_of_their_own() -> None:
    spec = """
        projects:
          - {name: 修路, function: 2010301, source: general, amount: 20}
          - {name: 种树, function: 2120501, source: fund, amount: 10}
        last_year: {budget: {sources: {general: {by_function: {2010301: 18}}}}}
    """
    blocks = "- text: '{{ general | share(total) | clause }}{{ general | compared | clause }}'"
    declared = """
        columns: [{head: 数, select: {source: general}}, {head: 率, select: {source: general}, change: rate}]
        rows: [{}]
    """
    written = {"": ("66.67%", "11.11%"), ", percent: 1": ("66.7%", "11.1%"), ", percent: 0": ("67%", "11%")}
    for percent, (share, rate) in written.items():
        form = f"display: {{text: {{decimals: 0{percent}}}, table: {{decimals: 0{percent}}}}}"
        assert paragraphs(blocks, dedent(spec), form) == [f"，{share}，比上年预算增加2万元，增长{rate}"]
        assert rows(declared, dedent(spec), form)[1:] == [f"| 20 | {rate} |"]
