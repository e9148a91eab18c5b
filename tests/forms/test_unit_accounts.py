"""The sentences of the accounts form of Xinjiang: of an office, of an institution, and of what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from disc.core.document import Block, Enumeration, Paragraph, Section
from disc.emit.glossary import terms
from disc.emit.words import plain
from tests.accounts import SPECS, THIS
from tests.roots import a_root, checked, document

INSTITUTION = """
kind: accounts
form: xinjiang/unit-accounts
entity: {id: centre, name: 某县文化馆, region: 653023, level: unit, type: institution}
income: {general: {2070109: 200}, business: {2070109: 20}, special_account: {2070109: 5}, operations: {2070109: 3}}
basic:
  general: {by_function: {2070109: 150}, by_economic: {30101: 120, 30201: 30}}
  unit_funds: {by_function: {2070109: 18}}
projects: [{function: 2070109, source: general, amount: 45}, {function: 2070109, source: unit_funds, amount: 5}]
other_expenditure: {operations_cost: {2070109: 2}}
balances: {opening: {general: 2, unit_funds: 1}, surplus_used: 4, distribution: 1, closing: {general: 7, unit_funds: 7}}
"""


def sections(folder: Path, specs: dict[str, str], address: str) -> dict[str, list[str]]:
    """Return what stands in each section of the explanation, by its id."""
    made = document(checked(a_root(folder, specs)), address)
    (explanation,) = (part for part in made.sections if part.id == "explanation")
    return {part.id: list(_lines(part.blocks)) for part in explanation.blocks if isinstance(part, Section)}


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.content)
        elif isinstance(block, Section):
            yield from _lines(block.blocks)
        elif isinstance(block, Enumeration):
            for item in block.items:
                yield from _lines(item.blocks)


def test_an_office_beside_its_budget_and_last_year(tmp_path: Path) -> None:
    of_form = {name: text.replace("test/accounts", "xinjiang/unit-accounts") for name, text in SPECS.items()}
    said = sections(tmp_path, of_form, THIS.removesuffix(".yaml"))
    assert said["explain-overall"] == [
        "2024年度收入总计95.00万元，其中：本年收入合计90.00万元，使用非财政拨款结余（含专用结余）0.00万元，年初结转和结余5.00万元。",
        "2024年度支出总计95.00万元，其中：本年支出合计79.00万元，结余分配1.00万元，年末结转和结余15.00万元。",
        "收入支出总体与上年相比，增加25.00万元，增长35.71%，主要原因是：项目增加。",
    ]
    assert said["explain-appropriation"] == [
        "2024年度财政拨款收入总计85.00万元，其中：年初财政拨款结转和结余5.00万元，本年财政拨款收入80.00万元。财政拨款支出总计85.00万元，其中：年末财政拨款结转和结余13.00万元，本年财政拨款支出72.00万元。",
        "财政拨款收入支出总体与上年相比，增加15.00万元，增长21.43%。",
        "与年初预算相比，年初预算数60.00万元，决算数72.00万元，预决算差异率20.00%。",
    ]
    assert said["explain-general"] == [
        "office单位2024年度一般公共预算财政拨款支出72.00万元，占本年支出合计的91.14%，与上年相比，增加7.00万元，增长10.77%，主要原因是：人员增加。",
        "与年初预算相比，年初预算数60.00万元，决算数72.00万元，预决算差异率20.00%，主要原因是：新增道路建设任务。",
        "一般公共服务支出（类）72.00万元，占100.00%。",
        "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：支出决算数为60.00万元，与上年相比，增加15.00万元，增长33.33%。",
        "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）：支出决算数为12.00万元，与上年相比，增加12.00万元（上年没有）。",
        "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）：支出决算数为0.00万元，与上年相比，减少20.00万元，下降100.00%。",
    ]


def test_an_institution_with_income_of_its_own(tmp_path: Path) -> None:
    said = sections(tmp_path, {"x/centre/2024-accounts.yaml": INSTITUTION}, "x/centre/2024-accounts")
    assert said["explain-overall"] == [
        "2024年度收入总计235.00万元，其中：本年收入合计228.00万元，使用非财政拨款结余（含专用结余）4.00万元，年初结转和结余3.00万元。",
        "2024年度支出总计235.00万元，其中：本年支出合计220.00万元，结余分配1.00万元，年末结转和结余14.00万元。",
    ]
    assert said["explain-income"] == [
        "某县文化馆2024年度本年收入228.00万元，其中：财政拨款收入200.00万元，占87.72%；上级补助收入0.00万元；事业收入25.00万元，占10.96%；经营收入3.00万元，占1.32%；附属单位上缴收入0.00万元；其他收入0.00万元。",
    ]
    assert said["explain-expenditure"] == [
        "某县文化馆2024年度本年支出220.00万元，其中：基本支出168.00万元，占76.36%；项目支出50.00万元，占22.73%；上缴上级支出0.00万元；经营支出2.00万元，占0.91%；对附属单位补助支出0.00万元。",
    ]
    assert said["explain-basic"] == [
        "2024年度一般公共预算财政拨款基本支出150.00万元，其中：",
        "人员经费120.00万元，包括：基本工资。",
        "公用经费30.00万元，包括：办公费。",
    ]
    assert said["explain-other"][0] == "某县文化馆为事业单位，没有机关运行经费。2024年度公用经费支出30.00万元。"


def test_what_there_is_none_of_and_what_nobody_stated(tmp_path: Path) -> None:
    said = sections(tmp_path, {"x/centre/2024-accounts.yaml": INSTITUTION}, "x/centre/2024-accounts")
    assert said["explain-three-public"] == ["某县文化馆没有填报财政拨款“三公”经费支出。"]
    known = INSTITUTION.replace("source: general, amount: 45", "source: general, economic: {30213: 45}")
    said = sections(tmp_path, {"x/centre/2024-accounts.yaml": known}, "x/centre/2024-accounts")
    assert said["explain-three-public"] == ["某县文化馆2024年度没有财政拨款“三公”经费支出。"]
    assert said["explain-fund"] == [
        "某县文化馆2024年度没有政府性基金预算财政拨款收入支出，政府性基金预算财政拨款收入支出决算表为空表。"
    ]


def test_every_kind_of_spending_is_explained(tmp_path: Path) -> None:
    made = document(checked(a_root(tmp_path, {"x/centre/2024-accounts.yaml": INSTITUTION})), "x/centre/2024-accounts")
    kinds = {"基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出", "结余分配"}
    assert kinds <= {term.name for term in terms(made)}


def test_evaluated_projects_are_not_said_to_be_left_out(tmp_path: Path) -> None:
    name = "x/centre/2024-accounts.yaml"
    counted = INSTITUTION + "performance_projects: {count: 2, amount: 45}\n"
    said = [
        sections(tmp_path / folder, {name: spec}, name.removesuffix(".yaml"))["explain-performance"]
        for folder, spec in (("a", INSTITUTION), ("b", counted))
    ]
    assert said == [
        ["某县文化馆没有填报预算绩效的情况。"],
        ["2024年度，某县文化馆实行绩效自评的项目2个，涉及金额45.00万元。"],
    ]


def test_the_table_of_three_public_expenses_wants_the_adjusted_budget(tmp_path: Path) -> None:
    """Its column stays blank while nothing is known of that budget, which is told of."""
    known = "{overseas: 0, reception: 0, vehicle_purchase: 0, vehicle_operation: 0}"
    spec = f"{INSTITUTION}of_which: {known}\n"
    wanted = "没有公开“‘三公’经费全年预算数”（依据财预〔2016〕143号）"
    for more, missed in (("", [wanted]), (f"adjusted_budget: {{of_which: {known}}}\n", [])):
        made = checked(a_root(tmp_path / str(len(more)), {"a/centre/2024-accounts.yaml": spec + more}))
        assert [said for d in made.diagnostics if "全年预算数" in (said := d.message("zh"))] == missed
