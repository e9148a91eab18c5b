"""A department's money is that of its units, each amount once."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.core.document import Paragraph, UnitShare
from disc.emit.words import plain
from disc.load.repository import UNIT_IS_DEPARTMENT, UNIT_SPEC_BROKEN, UNIT_SPEC_MISSING
from disc.load.rollup import UNIT_NUMBERS_MISSING, UNIT_TEXTS_DIFFER
from tests.department import CENTRE, DEPARTMENT, ENTITY, HEADQUARTERS, SPECS, SQUAD, UNITS
from tests.forms.support import page
from tests.roots import a_root, checked, document, found, said

ADDRESS = DEPARTMENT.removesuffix(".yaml")
MONEY = """
- text: "{{ total }}：一般{{ general }}，基金{{ fund.number }}，单位资金{{ unit_funds.number }}；项目{{ project }}"
- {when: reception, text: "接待{{ reception }}"}
- {when: operating_cost, text: "运行{{ operating_cost }}"}
"""
FACTS = """
- when: spec.staffing
  text: 编制{{ spec.staffing.authorised }}，实有{{ staff }}，离休{{ spec.staffing.veterans or '无' }}
- when: spec.procurement
  text: 采购{{ procurement }}，货物{{ spec.procurement.goods }}，工程{{ spec.procurement.works }}
- when: spec.assets
  text: |
    {{ spec.assets.as_of | as_of }}车{{ asset_vehicles }}，{{ asset_vehicles_value }}，
    {% for type in spec.assets.vehicles %}{{ type }}{{ spec.assets.vehicles[type].count }}{% endfor %}
"""
PROJECTS = """
- each: projects()
  text: "{{ it.id }} {{ it.title }}{{ it }}（{{ it.spec.undertaker or entity.name }}）"
- each: projects()
  when: it.spec.targets
  text: "{{ it.spec.targets.unit }}：{{ it.spec.targets.goal }}，{{ it.spec.targets.indicators[0].weight }}"
- text: "{{ count_of(projects(), '个') }}，{{ count('projects', '条') }}"
"""


def lines(folder: Path, form: str, **changed: str) -> list[str]:
    """What the department's page says when only it is named."""
    return said(checked(a_root(folder, SPECS | changed, form), DEPARTMENT), ADDRESS)


def replaced(name: str, old: str, new: str) -> dict[str, str]:
    """The specs with a change in one of them."""
    assert SPECS[name].count(old) == 1
    return SPECS | {name: SPECS[name].replace(old, new)}


def test_money_is_added_up_and_shown_once(tmp_path: Path) -> None:
    # 20万元 that the headquarters pays to the centre are money of the headquarters. Of 接待 and 运行 the squad states
    # its own, the others have their economic items: 5 + 1, and 20 + 5; the centre is no administrative unit.
    assert lines(tmp_path, MONEY) == [
        "209.00万元：一般204.00万元，基金2.00，单位资金3.00；项目29.00万元",
        "接待6.00万元",
        "运行25.00万元",
    ]


def test_other_numbers_are_added_up(tmp_path: Path) -> None:
    assert lines(tmp_path, FACTS) == [
        "编制23人，实有25人，离休1人",
        "采购11.50万元，货物4.00万元，工程2.50万元",
        "2023年底车5辆，75.50万元，general2辆law_enforcement3辆",
    ]


TABLE = """
tables:
  units:
    title: 部门收入总表
    columns:
      - {head: 单位编码, text: "{{ it.spec.code or '' }}"}
      - {head: 单位名称, show: label}
      - {head: 合计, select: {}}
      - {head: 一般公共预算, select: {source: general_budget}}
    rows: [{tree: units}]
    total: 合计
"""


def test_a_table_has_a_row_for_each_unit(tmp_path: Path) -> None:
    coded = replaced(SQUAD, "{id: squad,", '{id: squad, code: "091003",')
    coded[CENTRE] = coded[CENTRE].replace("{id: centre,", "{id: centre, code: 91004,")
    root = a_root(tmp_path, coded, "- table: units")
    form = root / "schema/forms/test/form.yaml"
    form.write_text(form.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    assert page(document(checked(root), ADDRESS))[-5:] == [
        "| 单位编码 | 单位名称 | 合计 | 一般公共预算 |",
        "|  | 某局本级 | 120.00 | 120.00 |",
        "| 091003 | 某局监察队 | 56.00 | 54.00 |",
        "| 91004 | 某局信息中心 | 33.00 | 30.00 |",
        "|  | 合计 | 209.00 | 204.00 |",
    ]
    # What is no sum of units has a row of its own.
    assert page(document(checked(root), SQUAD.removesuffix(".yaml")))[-2:] == [
        "| 091003 | 某局监察队 | 56.01 | 54.00 |",
        "|  | 合计 | 56.01 | 54.00 |",
    ]


def test_projects_are_those_of_all_units(tmp_path: Path) -> None:
    # Two units have one of the same name: two projects. Two entries of one unit are one.
    assert lines(tmp_path, PROJECTS) == [
        "units.bureau-headquarters.projects.0 补助信息中心20.00万元（某局本级）",
        "units.squad.projects.0 执法6.00万元（某局监察队）",
        "units.centre.projects.1 执法3.00万元（某局信息中心）",
        "某局信息中心运维科：用好33.00万元，9人，100分",
        "3个，4条",
    ]


def test_a_project_paid_from_two_sources_of_which_one_is_internal(tmp_path: Path) -> None:
    changed = replaced(CENTRE, "name: 系统维护", "name: 执法")
    assert lines(tmp_path, PROJECTS, **changed)[2:] == [
        "units.centre.projects.0 执法3.00万元（某局信息中心）",
        "3个，4条",
    ]


def test_a_project_keeps_what_its_entry_with_internal_money_says_of_it(tmp_path: Path) -> None:
    changed = replaced(CENTRE, "name: 系统维护,", "name: 执法, has_targets: true,")
    targets = changed[CENTRE].index("    targets:"), changed[CENTRE].index("staffing:")
    changed[CENTRE] = changed[CENTRE][: targets[0]] + changed[CENTRE][targets[1] :]
    form = """
        - text: "{{ count_of(projects() | with_targets, '个') }}"
        - text: "{% for p in spec.projects %}{{ '有' if p.has_targets else '无' }}；{% endfor %}"
    """
    assert lines(tmp_path, form, **changed) == ["1个", "无；无；无；有；"]


def test_the_units_are_counted(tmp_path: Path) -> None:
    form = """
        - text: |
            {{ count('units', '家') }}，下属{{ count('units', '家', headquarters=false) }}，
            本级{{ count('units', '家', headquarters=true) }}，事业{{ count('units', '家', type='institution') }}
    """
    assert lines(tmp_path, form) == ["3家，下属2家，本级1家，事业1家"]


def test_every_line_stands_in_the_file_of_its_unit(tmp_path: Path) -> None:
    compiled = document(checked(a_root(tmp_path, SPECS, MONEY)), ADDRESS)
    assert {line.span.file for line in compiled.lines} == {f"specs/{name}" for name in (HEADQUARTERS, SQUAD, CENTRE)}
    total = compiled.figures[0].derivation
    summed = [compiled.lines[n] for n in getattr(total, "lines", ())]
    assert {line.coordinates["unit"] for line in summed} == {"bureau-headquarters", "squad", "centre"}
    assert [line.path for line in summed if line.coordinates["unit"] == "centre"] == [
        "units.centre.basic.general.by_function.2010350",
        "units.centre.projects.1.economic.30213",
    ]


def test_a_unit_that_changes_moves_the_department(tmp_path: Path) -> None:
    changed = replaced(
        CENTRE,
        "by_function: {2010350: 30}, by_economic: {30101: 25,",
        "by_function: {2010350: 31}, by_economic: {30101: 26,",
    )
    assert lines(tmp_path, MONEY, **changed)[0].startswith("210.00万元：一般205.00万元")


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    root = a_root(tmp_path, SPECS, MONEY + FACTS + PROJECTS)
    together = checked(root)
    assert together.diagnostics == ()
    assert document(together, ADDRESS) == document(checked(root, DEPARTMENT), ADDRESS)
    assert document(together, ADDRESS) == document(checked(root, SQUAD, DEPARTMENT, CENTRE), ADDRESS)


def test_units_with_shares_and_links(tmp_path: Path) -> None:
    compiled = document(checked(a_root(tmp_path, SPECS, MONEY)), ADDRESS)
    assert [shown(unit) for unit in compiled.units] == [
        ("某局本级", "a/bureau-headquarters/2024-budget", "120.00万元", "57.42%", ()),
        ("某局监察队", "a/squad/2024-budget", "56.00万元", "26.79%", ()),
        ("某局信息中心", "a/centre/2024-budget", "33.00万元", "15.79%", ("上级补助收入",)),
    ]
    assert document(checked(tmp_path), SQUAD.removesuffix(".yaml")).units == ()


def test_a_unit_without_money_of_its_own(tmp_path: Path) -> None:
    basic = "basic:\n  general: {by_function: {2010350: 30}, by_economic: {30101: 25, 30201: 5}}"
    changed = replaced(CENTRE, basic, "basic: {}")
    changed[CENTRE] = changed[CENTRE].replace("source: business", "source: superior_subsidy")
    compiled = document(checked(a_root(tmp_path, changed, MONEY), DEPARTMENT), ADDRESS)
    assert [shown(unit)[2:4] for unit in compiled.units] == [
        ("120.00万元", "68.18%"),
        ("56.00万元", "31.82%"),
        ("", ""),
    ]


def shown(unit: UnitShare) -> tuple[str, str, str, str, tuple[str, ...]]:
    amount, share = (number.text if number else "" for number in (unit.amount, unit.share))
    return unit.name, unit.address, amount, share, unit.internal


def test_an_approved_total_is_that_of_its_own_spec(tmp_path: Path) -> None:
    # 56.01 of the squad is its own business; the department has a total of its own.
    root = a_root(tmp_path, replaced(DEPARTMENT, UNITS, UNITS + "reported: [{select: {}, amount: 209.01}]\n"), MONEY)
    assert said(checked(root), ADDRESS)[0].startswith("209.01万元：一般204.00万元")
    assert said(checked(root), SQUAD.removesuffix(".yaml"))[0].startswith("56.01万元")
    far = replaced(DEPARTMENT, UNITS, UNITS + "reported: [{select: {}, amount: 209.05}]\n")
    assert found(checked(a_root(tmp_path, far, MONEY), DEPARTMENT)) == [("reported-total", f"{DEPARTMENT}:7:33")]


def test_what_the_department_states_itself_wins(tmp_path: Path) -> None:
    own = """
staffing: {authorised: 30, active: 28}
procurement: {goods: 0, works: 0, services: 0}
of_which: {reception: 9}
"""
    # A part of what the department states itself is not known.
    changed = replaced(CENTRE, "，{staff}", "") | {DEPARTMENT: SPECS[DEPARTMENT] + own}
    assert lines(tmp_path, MONEY + FACTS, **changed)[1:] == [
        "接待9.00万元",
        "运行25.00万元",
        "编制30人，实有28人，离休无",
        "采购0万元，货物0万元，工程0万元",
        "2023年底车5辆，75.50万元，general2辆law_enforcement3辆",
    ]


def test_words_that_differ_keep_a_group_from_being_added_up(tmp_path: Path) -> None:
    changed = replaced(SQUAD, '"2023-12-31"', '"2024-01-31"')
    result = checked(a_root(tmp_path, changed, FACTS), DEPARTMENT)
    (finding,) = result.diagnostics
    assert finding.rule is UNIT_TEXTS_DIFFER
    assert str(finding.span) == f"specs/{DEPARTMENT}:3:1"
    assert [str(span) for span in finding.related] == [
        *(f"specs/{HEADQUARTERS}:10:17", f"specs/{SQUAD}:10:17", f"specs/{CENTRE}:17:17"),
    ]
    assert finding.message("zh") == "各单位的 assets.as_of 不同，部门的 assets 不能由单位汇总，视为没有填报"
    assert len(document(result, ADDRESS).sections[0].blocks) == 2


RESERVED = "services: 1, reserved: {small_and_medium: 1}"
KNOWN = "车5辆，75.50万元"
OTHERS = "某局监察队、某局信息中心"


@pytest.mark.parametrize(
    ("name", "old", "new", "lacking", "field", "text"),
    [
        (SQUAD, "procurement: {goods: 0, works: 0, services: 0}\n", "", "某局监察队", "procurement", KNOWN),
        (HEADQUARTERS, "vehicles:", "equipment: {over_500k: 3}, vehicles:", OTHERS, "assets.equipment", KNOWN),
        # A part of the value would be taken for all of it.
        (CENTRE, "count: 0, value: 0", "count: 1", "某局信息中心", "assets.vehicles.general.value", "车6辆，不明"),
        (SQUAD, ", value: 45.5", "", "某局监察队", "assets.vehicles.law_enforcement.value", "车5辆，不明"),
        (HEADQUARTERS, "services: 20000", RESERVED, OTHERS, "procurement.reserved", KNOWN),
    ],
)  # fmt: skip
def test_a_number_that_some_units_do_not_state_is_not_summed(
    tmp_path: Path, name: str, old: str, new: str, lacking: str, field: str, text: str
) -> None:
    form = """
        - text: |
            车{{ asset_vehicles }}，{% if asset_vehicles_value.present %}{{ asset_vehicles_value }}
            {% else %}不明{% endif %}{% if spec.assets.equipment or spec.procurement.reserved %}多了{% endif %}
    """
    result = checked(a_root(tmp_path, replaced(name, old, new), form), DEPARTMENT)
    (finding,) = result.diagnostics
    assert finding.rule is UNIT_NUMBERS_MISSING
    assert str(finding.span) == f"specs/{DEPARTMENT}:3:1"
    assert finding.message("zh") == f"{lacking}没有填报 {field}，部门的 {field} 不能由单位汇总，视为没有填报"
    assert finding.message("en").startswith(f"{lacking} does not state {field}, so {field} of the department")
    (paragraph,) = document(result, ADDRESS).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.content) == text


def test_of_no_vehicles_nobody_need_say_the_value(tmp_path: Path) -> None:
    assert lines(tmp_path, FACTS, **replaced(CENTRE, ", value: 0", "")) == lines(tmp_path / "whole", FACTS)


def test_an_empty_group_says_that_there_is_none(tmp_path: Path) -> None:
    planned = {HEADQUARTERS: "planned: {vehicles: 90000}", SQUAD: "planned: {}", CENTRE: "planned: {}"}
    changed = {name: SPECS[name].replace("vehicles: {", f"{text}, vehicles: {{") for name, text in planned.items()}
    assert lines(tmp_path, "- text: '{{ spec.assets.planned.vehicles }}'", **changed) == ["9.00万元"]


def test_a_part_that_is_not_known_of_one_unit_is_not_known_of_the_department(tmp_path: Path) -> None:
    # The squad states its reception expenses; of the centre's project nobody knows what it is spent on.
    changed = replaced(CENTRE, "30201: 5}", "30201: 5}}\nof_which: {overseas: 0")
    changed[CENTRE] = changed[CENTRE].replace(
        "source: business\n    economic: {30213: 3}", "source: general\n    amount: 3"
    )
    form = """
        - {when: reception.present, text: "{{ reception }}"}
        - {when: three_public.present, text: "{{ three_public }}"}
        - text: 无
    """
    assert lines(tmp_path, form, **changed) == ["无"]
    changed[CENTRE] = changed[CENTRE].replace("overseas: 0", "overseas: 0, vehicle_purchase: 0, reception: 2")
    changed[SQUAD] = changed[SQUAD].replace("of_which: {", "of_which: {vehicle_purchase: 0, ")
    assert lines(tmp_path, form, **changed) == ["8.00万元", "无"]


def test_a_unit_in_another_region(tmp_path: Path) -> None:
    elsewhere = {name: text.replace("653023", "650000") if name == SQUAD else text for name, text in SPECS.items()}
    assert found(checked(a_root(tmp_path, elsewhere, MONEY), DEPARTMENT)) == [
        ("unit-spec-missing", f"{DEPARTMENT}:5:5")
    ]
    elsewhere[DEPARTMENT] = elsewhere[DEPARTMENT].replace("id: squad}", "id: squad, region: 650000}")
    assert lines(tmp_path, MONEY, **elsewhere)[0].startswith("209.00万元")


def test_a_reference_to_the_part_of_a_unit(tmp_path: Path) -> None:
    own = "other_matters: 其中本级{total@bureau-headquarters}，人员{staff@squad}。\n"
    changed = replaced(DEPARTMENT, UNITS, UNITS + own)
    form = "- prose: spec.other_matters\n- {when: not spec.other_matters, text: 无}"
    assert lines(tmp_path, form, **changed) == ["其中本级120.00万元，人员5人。"]
    changed[DEPARTMENT] = changed[DEPARTMENT].replace("@squad", "@squadron")
    assert found(checked(tmp_path)) == []
    root = a_root(tmp_path, changed, form)
    assert found(checked(root)) == [("unknown-reference", f"{DEPARTMENT}:7:16")]


def test_last_year_of_a_department_is_added_up_too(tmp_path: Path) -> None:
    form = """
        - {text: "{{ total }}{{ total | compared | clause }}"}
        - {each: projects(), text: "{{ it.title }}{{ it }}{{ it | compared | clause }}"}
    """
    last = {name.replace("2024", "2023"): text for name, text in SPECS.items()}
    later = replaced(SQUAD, "source: general, amount: 4}", "source: general, amount: 5}")
    # The approved total of the squad would no longer agree.
    later[SQUAD] = later[SQUAD].replace("56.01", "57")
    result = checked(a_root(tmp_path, last | later, form), DEPARTMENT)
    assert said(result, ADDRESS) == [
        "210.00万元，比上年预算增加1.00万元，增长0.48%",
        "补助信息中心20.00万元，与上年预算持平",
        "执法7.00万元，比上年预算增加1.00万元，增长16.67%",
        "执法3.00万元，与上年预算持平",
    ]


# What keeps a department from being added up.


@pytest.mark.parametrize(
    ("changes", "rule", "said_of_it"),
    [
        ({SQUAD: ""}, UNIT_SPEC_MISSING, "本库没有某局监察队的文件（653023，…/squad/2024-budget.yaml）"),
        (
            {SQUAD: SPECS[SQUAD].replace("30201: 5}", "30201: 6}")},
            UNIT_SPEC_BROKEN,
            f"某局监察队的金额取自 specs/{SQUAD}，但它有错误",
        ),
        (
            {SQUAD: SPECS[SQUAD].replace("staffing:", "stafing:")},
            UNIT_SPEC_BROKEN,
            f"某局监察队的金额取自 specs/{SQUAD}，但它有错误",
        ),
        (
            {SQUAD: SPECS[SQUAD].replace("level: unit", "level: department") + UNITS},
            UNIT_IS_DEPARTMENT,
            f"某局监察队的文件 specs/{SQUAD} 是部门公开，不是单位公开",
        ),
    ],
)  # fmt: skip
def test_a_unit_that_cannot_be_added(tmp_path: Path, changes: dict[str, str], rule: object, said_of_it: str) -> None:
    specs = {name: text for name, text in (SPECS | changes).items() if text}
    result = checked(a_root(tmp_path, specs, MONEY), DEPARTMENT)
    (finding,) = result.diagnostics
    assert finding.rule is rule
    assert str(finding.span) == f"specs/{DEPARTMENT}:5:5"
    assert finding.message("zh") == said_of_it
    assert result.documents == ()


def test_departments_that_name_each_other(tmp_path: Path) -> None:
    def department(id: str, other: str) -> str:
        unit = f"{{name: 另一局, type: administrative, id: {other}}}"
        return ENTITY.format(id=id, name="一局", level="department", type="administrative") + f"units: [{unit}]\n"

    specs = {
        f"a/{one}/2024-budget.yaml": department(one, other)
        for one, other in (("one", "two"), ("two", "one"), ("own", "own"))
    }
    assert found(checked(a_root(tmp_path, specs))) == [
        ("unit-is-department", "a/one/2024-budget.yaml:2:9"),
        ("unit-is-department", "a/own/2024-budget.yaml:2:9"),
        ("unit-is-department", "a/two/2024-budget.yaml:2:9"),
    ]


WHOLE = """
basic: {general: {by_function: {2010301: 1}, by_economic: {30101: 1}}}
projects: []
"""


def test_a_department_that_is_authored_whole_needs_no_specs_of_its_units(tmp_path: Path) -> None:
    specs = {DEPARTMENT: SPECS[DEPARTMENT] + WHOLE, SQUAD: SPECS[SQUAD].replace("staffing:", "stafing:")}
    result = checked(a_root(tmp_path, specs, '- text: "{{ total }}"'), DEPARTMENT)
    assert said(result, ADDRESS) == ["1.00万元"]
    assert document(result, ADDRESS).units == ()


def test_a_department_knows_its_units_added_up_or_not(tmp_path: Path) -> None:
    together = checked(a_root(tmp_path / "together", SPECS, '- text: "{{ total }}"'), DEPARTMENT)
    assert document(together, ADDRESS).members == tuple(
        name.removesuffix(".yaml") for name in (HEADQUARTERS, SQUAD, CENTRE)
    )
    specs = {DEPARTMENT: SPECS[DEPARTMENT] + WHOLE, SQUAD: SPECS[SQUAD]}
    whole = checked(a_root(tmp_path / "whole", specs, '- text: "{{ total }}"'), DEPARTMENT)
    assert document(whole, ADDRESS).members == (SQUAD.removesuffix(".yaml"),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Neither money nor units that have it.
        (ENTITY.format(id="bureau", name="某局", level="department", type="administrative"), ["basic", "projects"]),
        (SPECS[DEPARTMENT] + "basic: {}\n", ["projects"]),
        (SPECS[DEPARTMENT].replace(", id: squad", ""), ["id"]),
    ],
)
def test_money_is_stated_or_added_up(tmp_path: Path, text: str, wanted: list[str]) -> None:
    text += "units_: 1\n" if "units" not in text else ""
    root = a_root(tmp_path, SPECS | {DEPARTMENT: text})
    path = root / "specs" / DEPARTMENT
    path.write_text(path.read_text(encoding="utf-8").replace("units_: 1\n", ""), encoding="utf-8")
    result = checked(root, DEPARTMENT)
    assert [d.code for d in result.diagnostics] == ["missing-field"] * len(wanted)
    assert [dict(d.fields)["name"] for d in result.diagnostics] == wanted


def test_a_unit_has_no_units(tmp_path: Path) -> None:
    text = SPECS[DEPARTMENT].replace("level: department", "level: unit") + WHOLE
    result = checked(a_root(tmp_path, {DEPARTMENT: text}))
    assert found(result) == [("unwanted-field", f"{DEPARTMENT}:3:1")]


def test_a_unit_whose_file_cannot_be_read_is_there(tmp_path: Path) -> None:
    broken = SPECS[SQUAD].replace("general: {", "general：{", 1)
    assert broken != SPECS[SQUAD]
    result = checked(a_root(tmp_path, SPECS | {SQUAD: broken}, '- text: "{{ total }}"'), DEPARTMENT)
    assert [d.code for d in result.diagnostics] == ["unit-spec-broken"]
