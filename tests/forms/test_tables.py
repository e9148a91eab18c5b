"""Tables of rows and columns."""

from __future__ import annotations

import pytest

from tests.forms.support import compile_text, compiled, rows, table

SPEC = """
basic:
  general:
    by_function: {2010301: 60, 2080501: 40}
    by_economic: {30101: 70, 30201: 30}
projects:
  - {name: 修路, function: 2010301, source: general, economic: {30201: 3, 31001: 4}}
  - {name: 种树, function: 2120501, source: fund, amount: 5}
"""


def test_merged_headings_and_the_rows_of_a_tree() -> None:
    declared = """
        columns:
          - head: 科目
            columns:
              - {head: 编码, columns: [{head: 类, show: code 1}, {head: 款, show: code 2}, {head: 项, show: code 3}]}
              - {head: 名称, show: name}
          - {head: 合计, select: {}}
          - head: 其中
            columns: [{head: 基本支出, select: {nature: basic}}, {head: 项目支出, select: {nature: project}}]
        rows: [{tree: function, levels: [1, 2, 3]}]
        total: 合计
    """
    assert rows(declared, SPEC) == [
        "| 科目 | < | < | < | 合计 | 其中 | < |",
        "| 编码 | < | < | 名称 | ^ | 基本支出 | 项目支出 |",
        "| 类 | 款 | 项 | ^ | ^ | ^ | ^ |",
        "| 201 |  |  | 一般公共服务支出 | 67.00 | 60.00 | 7.00 |",
        "| 201 | 03 |  | 　政府办公厅（室）及相关机构事务 | 67.00 | 60.00 | 7.00 |",
        "| 201 | 03 | 01 | 　　行政运行 | 67.00 | 60.00 | 7.00 |",
        "| 208 |  |  | 社会保障和就业支出 | 40.00 | 40.00 |  |",
        "| 208 | 05 |  | 　行政事业单位养老支出 | 40.00 | 40.00 |  |",
        "| 208 | 05 | 01 | 　　行政单位离退休 | 40.00 | 40.00 |  |",
        "| 212 |  |  | 城乡社区支出 | 5.00 |  | 5.00 |",
        "| 212 | 05 |  | 　城乡社区环境卫生 | 5.00 |  | 5.00 |",
        "| 212 | 05 | 01 | 　　城乡社区环境卫生 | 5.00 |  | 5.00 |",
        "|  |  |  | 合计 | 112.00 | 100.00 | 12.00 |",
    ]


def test_two_sides_with_every_class() -> None:
    declared = """
        sides:
          - columns: [{head: 收入, columns: [{head: 项目, show: label}, {head: 数, select: {}}]}]
            rows:
              - {label: 一、财政拨款, select: {source: appropriation}}
              - {label: 其中：基金, select: {source: fund}, indent: 1}
            total: 收入总计
          - columns: [{head: 支出, columns: [{head: 功能, show: label}, {head: 数, select: {}}]}]
            rows: [{tree: function, levels: [1], all: true, label: "{{ code }} {{ name }}"}]
            total: 支出总计
    """
    found = rows(declared, SPEC)
    assert found[:5] == [
        "| 收入 | < | 支出 | < |",
        "| 项目 | 数 | 功能 | 数 |",
        "| 一、财政拨款 | 112.00 | 201 一般公共服务支出 | 67.00 |",
        "| 　其中：基金 | 5.00 | 202 外交支出 |  |",
        "|  |  | 203 国防支出 |  |",
    ]
    assert found[-1] == "| 收入总计 | 112.00 | 支出总计 | 112.00 |"
    assert len(found) > 25


def test_two_sides_with_only_the_classes_that_occur_and_a_merged_group_of_columns() -> None:
    declared = """
        sides:
          - columns: [{head: 项目, show: label}, {head: 收入, select: {}}]
            rows: [{label: 拨款, select: {source: appropriation}}]
          - columns:
              - {head: 科目, show: label}
              - head: 支出
                columns: [{head: 合计, select: {}}, {head: 人员经费, select: {nature: personnel}}]
            rows: [{tree: function, levels: [1]}]
            total: 总计
    """
    assert rows(declared, SPEC)[2:] == [
        "| 拨款 | 112.00 | 一般公共服务支出 | 67.00 |  |",
        "|  |  | 社会保障和就业支出 | 40.00 |  |",
        "|  |  | 城乡社区支出 | 5.00 |  |",
        "|  |  | 总计 | 112.00 | 70.00 |",
    ]


def test_each_side_may_be_about_a_part_of_the_money() -> None:
    declared = """
        select: {source: general}
        sides:
          - select: {nature: personnel}
            columns: [{head: 科目, show: label}, {head: 数, select: {}}]
            rows: [{tree: economic, levels: [1]}]
            total: 人员经费合计
          - select: {nature: operating}
            columns: [{head: 科目, show: label}, {head: 数, select: {}}]
            rows: [{tree: economic, levels: [1]}, {label: 全部, select: {}}]
            total: 公用经费合计
    """
    assert rows(declared, SPEC)[1:] == [
        "| 工资福利支出 | 70.00 | 商品和服务支出 | 30.00 |",
        "|  |  | 全部 | 30.00 |",
        "| 人员经费合计 | 70.00 | 公用经费合计 | 30.00 |",
    ]


def test_projects_below_the_lowest_level_and_alone() -> None:
    columns = (
        "columns: [{head: 科目, show: name}, {head: 项目, show: project}, {head: 数, select: {nature: project}}]\n"
    )
    assert rows(columns + "rows: [{tree: function, levels: [1, projects]}]\nselect: {nature: project}\n", SPEC)[1:] == [
        "| 一般公共服务支出 |  | 7.00 |",
        "| 行政运行 | 修路 | 7.00 |",
        "| 城乡社区支出 |  | 5.00 |",
        "| 城乡社区环境卫生 | 种树 | 5.00 |",
    ]
    assert rows(columns + "rows: [{tree: projects}]\ntotal: 合计\nselect: {source: fund}\n", SPEC)[1:] == [
        "| 城乡社区环境卫生 | 种树 | 5.00 |",
        "| 合计 |  | 5.00 |",
    ]


def test_economic_items_by_nature() -> None:
    declared = """
        select: {source: general, nature: basic}
        columns: [{head: 款, show: code 2}, {head: 名称, show: name}, {head: 人员, select: {nature: personnel}}]
        rows: [{tree: economic, levels: [2]}]
    """
    assert rows(declared, SPEC)[1:] == ["| 01 | 基本工资 | 70.00 |", "| 01 | 办公费 |  |"]


def test_rows_of_measures() -> None:
    declared = """
        columns: [{head: 内容, show: label}, {head: 合计, select: {}}, {head: 基金, select: {source: fund}}]
        rows:
          - {label: 基本, measure: basic}
          - {label: 其中：基金, measure: project, select: {source: fund}, indent: 1}
          - {label: 三公, measure: three_public, kind: total}
    """
    assert rows(declared, SPEC + "of_which: {reception: 0}\n")[1:] == [
        "| 基本 | 100.00 |  |",
        "| 　其中：基金 | 5.00 | 5.00 |",
        "| 三公 | 0.00 |  |",
    ]


def test_a_named_row_can_have_a_condition_and_no_label() -> None:
    declared = """
        columns: [{head: 项目, show: label}, {head: 合计, select: {}}]
        rows:
          - {label: 拨款, select: {source: appropriation}, when: appropriation.present}
          - {label: 事业收入, select: {source: business}, when: business.present}
          - {select: {source: fund}}
    """
    assert rows(declared, SPEC)[1:] == ["| 拨款 | 112.00 |", "|  | 5.00 |"]


def test_classes_that_occur_are_numbered_within_the_row_above_them() -> None:
    declared = """
        columns: [{head: 科目, show: label}, {head: 合计, select: {}}]
        rows:
          - {tree: function, levels: [1], label: "{{ index | chinese }}、{{ name }}"}
          - {tree: function, levels: [1, 3], label: "{{ index }}.{{ name }}"}
    """
    spec = SPEC.replace("2080501: 40", "2080501: 30, 2080505: 10")
    assert rows(declared, spec)[1:] == [
        "| 一、一般公共服务支出 | 67.00 |",
        "| 二、社会保障和就业支出 | 40.00 |",
        "| 三、城乡社区支出 | 5.00 |",
        "| 1.一般公共服务支出 | 67.00 |",
        "| 　　1.行政运行 | 67.00 |",
        "| 2.社会保障和就业支出 | 40.00 |",
        "| 　　1.行政单位离退休 | 30.00 |",
        "| 　　2.机关事业单位基本养老保险缴费支出 | 10.00 |",
        "| 3.城乡社区支出 | 5.00 |",
        "| 　　1.城乡社区环境卫生 | 5.00 |",
    ]


def test_one_wide_row_of_measures_in_its_own_unit() -> None:
    declared = """
        display: {unit: 万元, zero: "0"}
        columns:
          - head: “三公”经费
            columns:
              - {head: 合计, measure: three_public}
              - {head: 出国费, measure: overseas}
              - {head: 接待费, measure: reception}
              - head: 用车费
                columns: [{head: 小计, measure: vehicles}, {head: 购置费, measure: vehicle_purchase}]
          - {head: 机关运行经费, measure: operating_cost}
        rows: [{}]
    """
    spec = """
        unit: 元
        basic:
          general:
            by_function: {2010301: 40500}
            by_economic: {30217: 9500, 30201: 31000}
        projects: []
        of_which: {overseas: 0}
    """
    wide = [
        "样表",
        "编制部门（单位）：某办公室｜单位：万元",
        "| “三公”经费 | < | < | < | < | 机关运行经费 |",
        "| 合计 | 出国费 | 接待费 | 用车费 | < | ^ |",
        "| ^ | ^ | ^ | 小计 | 购置费 | ^ |",
        "| 0.95 | 0 | 0.95 |  |  | 4.05 |",
    ]
    assert ["样表", *table(declared, spec, "display: {table: {unit: 元, thousands: true}}\n")[1:]] == wide
    assert table(declared.replace("[{}]", "[{select: {}}]"), spec)[1:] == wide[1:]


def test_rows_and_the_table_narrow_a_column_that_is_a_measure() -> None:
    declared = """
        select: {source: general}
        columns: [{head: 科目, show: name}, {head: 基本, measure: basic}, {head: 接待, measure: reception}]
        rows: [{tree: function, levels: [1]}]
        total: 合计
    """
    spec = """
        basic: {general: {by_function: {2010301: {30217: 1, 30201: 3}, 2080501: {30217: 2}}}}
        projects: [{name: 修路, function: 2120501, source: fund, economic: {30217: 9}}]
    """
    assert rows(declared, spec)[1:] == [
        "| 一般公共服务支出 | 4.00 | 1.00 |",
        "| 社会保障和就业支出 | 2.00 | 2.00 |",
        "| 合计 | 6.00 | 3.00 |",
    ]


def test_a_code_in_one_column_and_cells_that_the_layout_leaves_blank() -> None:
    declared = """
        columns:
          - {head: 科目编码, show: code}
          - {head: 科目名称, show: name}
          - {head: 合计, select: {}}
          - {head: 上缴上级支出, blank: true}
        rows: [{tree: function, levels: [1, 3]}, {label: 结转下年, blank: true}]
        total: 合计
    """
    assert rows(declared, SPEC)[1:] == [
        "| 201 | 一般公共服务支出 | 67.00 |  |",
        "| 2010301 | 　　行政运行 | 67.00 |  |",
        "| 208 | 社会保障和就业支出 | 40.00 |  |",
        "| 2080501 | 　　行政单位离退休 | 40.00 |  |",
        "| 212 | 城乡社区支出 | 5.00 |  |",
        "| 2120501 | 　　城乡社区环境卫生 | 5.00 |  |",
        "|  |  |  |  |",
        "|  | 合计 | 112.00 |  |",
    ]


def test_a_table_of_blank_rows_is_empty() -> None:
    declared = """
        columns: [{head: 项目, show: label}, {head: 数, select: {}}]
        rows: [{label: 结转下年, blank: true}]
        empty: 注：本表为空表。
    """
    assert table(declared, SPEC)[3:] == ["| 结转下年 |  |", "注：本表为空表。"]


def test_a_column_that_says_something_of_each_project() -> None:
    declared = """
        columns:
          - {head: 科目, show: name}
          - {head: 项目, show: project}
          - {head: 承担单位, text: "{{ it.spec.undertaker or entity.name }}"}
          - {head: 其中基金, text: "{{ it.of(fund).number }}"}
          - {head: 数, select: {nature: project}}
        rows: [{tree: function, levels: [1, projects]}, {label: 结转下年, blank: true}]
        total: 合计
    """
    spec = SPEC.replace("amount: 5", "amount: 5, undertaker: 园林处")
    assert rows(declared, spec)[1:] == [
        "| 一般公共服务支出 |  |  |  | 7.00 |",
        "| 行政运行 | 修路 | 某办公室 |  | 7.00 |",
        "| 社会保障和就业支出 |  |  |  |  |",
        "| 城乡社区支出 |  |  |  | 5.00 |",
        "| 城乡社区环境卫生 | 种树 | 园林处 | 5.00 | 5.00 |",
        "|  |  |  |  |  |",
        "| 合计 |  |  |  | 12.00 |",
    ]


def test_the_total_of_projects_is_theirs() -> None:
    declared = """
        columns: [{head: 项目, show: project}, {head: 数, select: {}}]
        rows: [{tree: projects}]
        total: 合计
    """
    assert rows(declared, SPEC)[1:] == ["| 修路 | 7.00 |", "| 种树 | 5.00 |", "| 合计 | 12.00 |"]


SIDES = """
tables:
  sample:
    title: 总表
    columns: [{head: 项目, show: label}, {head: 数, select: {}}]
    rows: [%s]
    total: 合计
parts: [{id: all, title: 全文, sections: [{table: sample}]}]
"""


@pytest.mark.parametrize(
    ("declared", "left"),
    [
        ("{label: 一般, measure: general}", "5.00万元"),
        ("{label: 一般, measure: general}, {label: 基金, select: {source: fund_budget}}", ""),
        (
            "{label: 一般, measure: general}, {label: 其他, select: {source: other}}, {label: 下年, blank: true}",
            "5.00万元",
        ),
        ("{label: 人员, select: {nature: personnel}}, {label: 公用, select: {nature: operating}}", "12.00万元"),
        ("{label: 人员, select: {nature: personnel}}, {label: 其余, select: {nature: [operating, project]}}", ""),
        ("{label: 车辆, measure: vehicles}, {label: 人数, measure: staff}, {label: 全部, measure: total}", ""),
        ("{tree: function, levels: [3]}, {label: 其中：基金, measure: fund}", ""),
        # Of a tree of which the form says which members have rows, others have none.
        ("{tree: function, levels: [1], select: {function: [201, 208]}}", "5.00万元"),
        ("{tree: function, levels: [1], all: true, select: {function: [201, 208, 212]}}", ""),
    ],
)
def test_money_of_a_total_that_stands_in_no_row_is_told_of(declared: str, left: str) -> None:
    document, found = compiled(SIDES % declared, SPEC)
    assert document is not None
    told = [(d.span.line, d.message("zh").split("总表的合计里有 ")[1]) for d in found if d.code == "total-above-rows"]
    assert told == ([(7, f"{left} 不在任何一行，各行相加少于合计")] if left else [])


LAST_YEAR = """
last_year:
  budget: {sources: {general: {by_function: {2010301: 60, 2210201: 8}}}, of_which: {reception: 2}}
  outturn: {sources: {general: {by_function: {2010301: 58}}}}
"""


def test_a_column_of_another_stage() -> None:
    declared = """
        columns:
          - {head: 科目, show: name}
          - {head: 上年预算数, select: {}, stage: last_budget}
          - {head: 上年执行数, select: {}, stage: last_outturn}
          - {head: 本年预算数, select: {}}
        rows: [{tree: function, levels: [1]}]
        total: 合计
    """
    names = "一般公共服务支出", "社会保障和就业支出", "城乡社区支出"
    assert rows(declared, SPEC + LAST_YEAR)[1:] == [
        f"| {names[0]} | 60.00 | 58.00 | 67.00 |",
        f"| {names[1]} |  |  | 40.00 |",
        f"| {names[2]} |  |  | 5.00 |",
        "| 住房保障支出 | 8.00 |  |  |",
        "| 合计 | 68.00 | 58.00 | 112.00 |",
    ]
    assert rows(declared, SPEC)[1:] == [
        f"| {names[0]} |  |  | 67.00 |",
        f"| {names[1]} |  |  | 40.00 |",
        f"| {names[2]} |  |  | 5.00 |",
        "| 合计 |  |  | 112.00 |",
    ]


CHANGES = """
columns:
  - {head: 科目, show: name}
  - {head: 上年, select: {}, stage: last_budget}
  - {head: 本年, select: {}}
  - {head: 增减额, select: {}, change: amount}
  - {head: 增减%, select: {}, change: rate}
  - {head: 比执行数增减%, select: {}, stage: last_outturn, change: rate}
rows: [{tree: function, levels: [1]}]
total: 合计
"""


def test_columns_of_changes() -> None:
    names = "一般公共服务支出", "社会保障和就业支出", "城乡社区支出"
    assert rows(CHANGES, SPEC + LAST_YEAR)[1:] == [
        f"| {names[0]} | 60.00 | 67.00 | 7.00 | 11.67% | 15.52% |",
        f"| {names[1]} |  | 40.00 | 40.00 |  |  |",
        f"| {names[2]} |  | 5.00 | 5.00 |  |  |",
        "| 住房保障支出 | 8.00 |  | -8.00 | -100.00% |  |",
        "| 合计 | 68.00 | 112.00 | 44.00 | 64.71% | 93.10% |",
    ]


def test_what_is_not_known_of_last_year_has_no_change() -> None:
    names = "一般公共服务支出", "社会保障和就业支出", "城乡社区支出"
    for form in ("", "display: {table: {absent: '0.00'}}"):
        assert rows(CHANGES, SPEC, form)[1:] == [
            f"| {names[0]} |  | 67.00 |  |  |  |",
            f"| {names[1]} |  | 40.00 |  |  |  |",
            f"| {names[2]} |  | 5.00 |  |  |  |",
            "| 合计 |  | 112.00 |  |  |  |",
        ]


def test_no_change_is_written_as_the_form_writes_zero() -> None:
    declared = """
        columns: [{head: 数, measure: reception, change: amount}, {head: 率, measure: reception, change: rate}]
        rows: [{}]
    """
    spec = SPEC + LAST_YEAR + "of_which: {reception: 2}\n"
    assert rows(declared, spec)[1:] == ["| 0.00 | 0.00% |"]
    assert rows(declared, spec, "display: {table: {zero: ''}}")[1:] == ["|  |  |"]


def test_a_row_that_is_a_measure_changes_too() -> None:
    declared = """
        columns:
          - {head: 项目, show: label}
          - {head: 增减, select: {}, change: amount}
          - {head: 率, select: {}, change: rate}
        rows: [{label: 接待费, measure: reception}]
    """
    assert rows(declared, SPEC + LAST_YEAR + "of_which: {reception: 3}\n")[1:] == ["| 接待费 | 1.00 | 50.00% |"]


def test_a_table_of_changes_is_empty_where_there_is_nothing_in_either_year() -> None:
    declared = """
        select: {source: state_capital}
        columns: [{head: 科目, show: name}, {head: 增减, select: {}, change: amount}]
        rows: [{tree: function, levels: [1]}]
        empty: 注：本表为空表。
    """
    assert table(declared, SPEC + LAST_YEAR)[-1] == "注：本表为空表。"
    assert table(declared, SPEC + LAST_YEAR.replace("general", "state_capital"))[-1] != "注：本表为空表。"


def test_a_measure_of_another_stage() -> None:
    declared = """
        columns:
          - {head: 上年, measure: reception, stage: last_budget}
          - {head: 本年, measure: reception}
          - {head: 人数, measure: staff}
        rows: [{}]
    """
    spec = SPEC + LAST_YEAR + "of_which: {reception: 3}\nstaffing: {authorised: 9, active: 8}\n"
    assert rows(declared, spec)[1:] == ["| 2.00 | 3.00 | 8 |"]


EMPTY = """
select: {source: fund}
columns: [{head: 科目, show: name}, {head: 数, select: {}}]
rows: [{tree: function, levels: [1]}]
total: 合计
empty: 注：{{ entity.name }}{{ year }}年没有基金，本表为空表。
notes: [注：含转移支付。]
"""


def test_an_empty_table_says_so() -> None:
    assert table(EMPTY, "projects: []")[2:] == [
        "| 科目 | 数 |",
        "| 合计 |  |",
        "注：某办公室2024年没有基金，本表为空表。",
        "注：含转移支付。",
    ]
    assert table(EMPTY, SPEC)[-1] == "注：含转移支付。"
    assert table(EMPTY.replace("empty: 注：{{", "empty: '' # {{"), "projects: []")[-1] == "注：含转移支付。"


ROUNDING = """
columns: [{head: 项目, show: project}, {head: 数, select: {}}]
rows: [{tree: projects}]
total: 合计
"""
PROJECT = "{name: %s, function: 2010301, source: general, amount: %s}"


def test_the_rounding_note_stands_only_where_displayed_parts_miss_the_total() -> None:
    note = "注：表中部分合计数与分项数之和存在尾差，系四舍五入所致。"
    for amounts, total, notes in (
        (("1.004", "2.004"), "3.01", [note]),
        (("1.002", "2.001"), "3.00", []),
        (("1", "2"), "3.00", []),
    ):
        spec = f"projects: [{', '.join(PROJECT % pair for pair in zip('甲乙', amounts, strict=True))}]\n"
        found = table(ROUNDING, spec)
        assert found[5:] == [f"| 合计 | {total} |", *notes]
    coarse = "projects: [" + PROJECT % ("甲", "0.4") + ", " + PROJECT % ("乙", "0.4") + "]\n"
    assert table(ROUNDING + "display: {decimals: 0}\n", coarse)[-1] == note
    assert table(ROUNDING, coarse)[-1] == "| 合计 | 0.80 |"
    assert table(ROUNDING + "display: {decimals: 0}\n", coarse, "phrases: {rounding: ''}\n")[-1] == "| 合计 | 1 |"


def test_tables_are_numbered_in_the_order_they_stand() -> None:
    form = """
        table_label: 表{arabic}
        numbering: ["第{chinese}部分", "{chinese}、"]
        tables:
          first: {title: 甲, columns: [{head: 数, select: {}}], rows: [{label: 无}]}
          second: {title: 乙, columns: [{head: 数, select: {}}], rows: [{label: 无}], numbered: false}
          third: {title: 丙, columns: [{head: 数, select: {}}], rows: [{label: 无}]}
        parts: [{id: all, title: 表, sections: [{table: third}, {table: second}, {table: first, when: basic.absent}]}]
    """
    assert [line for line in compile_text(form, "projects: []") if not line.startswith(("|", "编制"))] == [
        "# 第一部分表", "## 一、丙", "表1丙", "## 二、乙", "乙", "## 三、甲", "表2甲"
    ]  # fmt: skip


LAYOUT = """
title: "{{ it.title }}绩效表"
unit: ""
numbered: false
layout:
  - [{head: 项目, span: 2}, {text: "{{ it.title }}", span: 2}]
  - [{head: 资金, rows: 2}, {head: 总额}, {text: "{{ it.number }}", span: 2}]
  - [{head: 其中：财政}, {text: "{{ it.of(fiscal).number }}", span: 2}]
  - each: it.spec.targets.indicators
    as: indicator
    cells:
      - {head: "{{ indicator.group }}", merge: true}
      - {head: "{{ indicator.kind }}", merge: true}
      - {text: "{{ indicator.name }}"}
      - {text: "{{ indicator.weight.number }}"}
"""
TARGETS = """
projects:
  - name: 修路
    function: 2010301
    source: other
    amount: 7
    targets:
      goal: 修好
      indicators:
        - {group: 产出, kind: 数量, name: 甲, value: 1, weight: 10}
        - {group: 产出, kind: 数量, name: 乙, value: 1, weight: 20}
        - {group: 产出, kind: 质量, name: 丙, value: 1, weight: 30}
        - {group: 效益, kind: 质量, name: 丁, value: 1, weight: 40}
  - {name: 无目标, function: 2010301, source: other, amount: 1}
"""


def test_a_layout_for_each_project() -> None:
    form = """
        sections: {all: {blocks: [{table: targets, each: projects(), when: it.spec.targets}]}}
        parts: [{id: all, title: 表, sections: [all]}]
        tables:
          targets:
    """
    inside = "".join(" " * 12 + line + "\n" for line in LAYOUT.strip().splitlines())
    assert compile_text(form.rstrip() + "\n" + inside, TARGETS.replace("value: 1", "value: 一"))[1:] == [
        "修路绩效表",
        "编制部门（单位）：某办公室｜",
        "| 项目 | < | 修路 | < |",
        "| 资金 | 总额 | 7.00 | < |",
        "| ^ | 其中：财政 |  | < |",
        "| 产出 | 数量 | 甲 | 10 |",
        "| ^ | ^ | 乙 | 20 |",
        "| ^ | 质量 | 丙 | 30 |",
        "| 效益 | 质量 | 丁 | 40 |",
    ]
