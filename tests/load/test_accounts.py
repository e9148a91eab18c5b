"""Final accounts: money told apart by flows, compared with last year's accounts and with this year's budget."""

from __future__ import annotations

from pathlib import Path

from disc.emit.markdown import to_markdown
from tests.accounts import BUDGET, FORM, LAST, SAID, SPECS, THIS
from tests.roots import a_root, a_spec, checked, document, found, said

ADDRESS = THIS.removesuffix(".yaml")


def root(folder: Path, specs: dict[str, str] = SPECS) -> Path:
    made = a_root(folder, specs)
    (made / "schema/forms/test/accounts.yaml").write_text(FORM, encoding="utf-8")
    return made


def test_beside_last_year_and_the_budget(tmp_path: Path) -> None:
    assert said(checked(root(tmp_path)), ADDRESS) == SAID


def test_the_others_are_found_when_only_the_accounts_are_named(tmp_path: Path) -> None:
    result = checked(root(tmp_path), THIS)
    assert said(result, ADDRESS) == SAID
    assert [stage for stage, _ in document(result, ADDRESS).stages] == ["last_outturn", "budget"]


def test_stated_here_they_say_the_same(tmp_path: Path) -> None:
    stated = """
last_year:
  outturn:
    income: {general: 70}
    expenditure: {general: {by_function: {2010301: 45, 2080505: 20}, by_nature: {basic: 65}}}
    balances: {opening: {}, closing: {general: 5}}
budget: {sources: {general: {total: 60}}}
"""
    # What it was to be for each project the totals of a budget do not tell.
    alike = said(checked(root(tmp_path, {THIS: SPECS[THIS] + stated})), ADDRESS)
    assert alike == [*SAID[:-2], "绿化7.00万元", "修路12.00万元"]


def test_with_nothing_to_compare_with(tmp_path: Path) -> None:
    result = checked(root(tmp_path, {THIS: SPECS[THIS].replace("reasons:", "reasons: {} #")}))
    assert said(result, ADDRESS)[:2] == ["95.00万元，95.00万元", "72.00万元"]


def test_every_line_of_money_has_a_flow(tmp_path: Path) -> None:
    result = checked(root(tmp_path), THIS)
    lines = {line.path: line.coordinates for line in document(result, ADDRESS).lines if line.span.file.endswith(THIS)}
    flows = {path: known["flow"] for path, known in lines.items()}
    assert flows == {
        "income.general.2010301": "income",
        "income.other.2010350": "income",
        "basic.general.by_function.2010301": "expenditure",
        "basic.general.by_economic.30101": "expenditure",
        "projects.0.amount": "expenditure",
        "projects.1.amount": "expenditure",
        "balances.opening.general": "opening",
        "balances.distribution": "distribution",
        "balances.closing.general": "closing",
        "balances.closing.unit_funds": "closing",
    }
    assert lines["balances.distribution"]["source"] == "unit_funds"


def test_what_is_neither_basic_nor_a_project(tmp_path: Path) -> None:
    more = "other_expenditure: {remitted: {2010399: 1}, operations_cost: {2010399: 2}}\n"
    (result,) = checked(root(tmp_path, {THIS: SPECS[THIS] + more}), THIS).diagnostics
    assert (result.code, str(result.span)) == ("accounts-unbalanced", f"specs/{THIS}:9:1")
    assert "相差 3万元" in result.message("zh")


def test_a_budget_with_errors(tmp_path: Path) -> None:
    made = root(tmp_path)
    a_spec(made, BUDGET, SPECS[BUDGET].replace("amount: 10", "amount: 十"))
    assert found(checked(made, THIS)) == [("budget-broken", f"{THIS}:13:7")]
    wrong = checked(made, THIS).diagnostics[0]
    assert wrong.message("en") == f"the figures of the budget come from specs/{BUDGET}, which has errors"
    assert [str(span) for span in wrong.related] == [f"specs/{BUDGET}:1:1"]


def test_accounts_of_last_year_with_errors(tmp_path: Path) -> None:
    made = root(tmp_path)
    a_spec(made, LAST, SPECS[LAST].replace("general: 5", "general: 五"))
    assert [code for code, _ in found(checked(made, THIS))] == ["last-year-broken"]


def test_a_budget_is_compared_with_budgets_alone(tmp_path: Path) -> None:
    form = '- text: "{{ total }}{{ total | compared | clause }}"'
    made = a_root(tmp_path, SPECS, form)
    (made / "schema/forms/test/accounts.yaml").write_text(FORM, encoding="utf-8")
    assert said(checked(made), BUDGET.removesuffix(".yaml")) == ["60.00万元"]


BUREAU = "a/bureau/2024-accounts.yaml"
DEPARTMENT = {
    BUREAU: """
kind: accounts
form: test/accounts
entity: {id: bureau, name: 某局, region: 653023, level: department, type: administrative}
units:
  - {name: 某局本级, type: administrative, id: headquarters, headquarters: true, internal: [subsidies]}
  - {name: 某中心, type: institution, id: centre, internal: [superior_subsidy]}
""",
    "a/headquarters/2024-accounts.yaml": """
kind: accounts
form: test/accounts
entity: {id: headquarters, name: 某局本级, region: 653023, level: unit, type: administrative}
income: {general: {2010301: 50}, other: {2010399: 8}}
basic: {general: {by_function: {2010301: 50}, by_economic: {30101: 50}}}
other_expenditure: {subsidies: {2010399: 8}}
balances: {opening: {}, closing: {}}
""",
    "a/centre/2024-accounts.yaml": """
kind: accounts
form: test/accounts
entity: {id: centre, name: 某中心, region: 653023, level: unit, type: institution}
income: {superior_subsidy: {2010399: 8}}
basic: {unit_funds: {by_function: {2010399: 6}, by_economic: {30101: 6}}}
balances: {opening: {}, closing: {unit_funds: 2}}
""",
}


def test_a_department_without_what_one_unit_pays_another(tmp_path: Path) -> None:
    result = checked(root(tmp_path, DEPARTMENT))
    assert said(result, "a/bureau/2024-accounts")[0] == "58.00万元，58.00万元"
    shares = document(result, "a/bureau/2024-accounts").units
    assert [(unit.name, unit.amount and unit.amount.text) for unit in shares] == [
        ("某局本级", "50.00万元"),
        ("某中心", "6.00万元"),
    ]


def test_what_only_one_of_them_calls_internal(tmp_path: Path) -> None:
    """What is left out on one side alone makes the department's accounts uneven."""
    one = {name: text.replace(", internal: [subsidies]", "") for name, text in DEPARTMENT.items()}
    assert [code for code, _ in found(checked(root(tmp_path, one)))] == ["accounts-unbalanced", "internal-unbalanced"]


def test_a_stage_of_which_only_parts_are_stated(tmp_path: Path) -> None:
    """Of the adjusted budget the 三公 expenses are stated; of other money nothing is known, and not that it is none."""
    parts = "{overseas: 0, reception: 2, vehicle_purchase: 0, vehicle_operation: 0}"
    made = root(tmp_path, {THIS: SPECS[THIS].partition("reasons:")[0] + f"adjusted_budget: {{of_which: {parts}}}\n"})
    asked = "{{ %s }}{%% if %s.adjusted_budget.comparable %%}，全年预算{{ %s.adjusted_budget }}{%% endif %%}"
    texts = "\n".join(
        f'      - text: "{asked % (name, name, name)}"' for name in ("reception", "general", "expenditure")
    )
    form = FORM.partition("    blocks:\n")[0] + f"    blocks:\n{texts}\n"
    (made / "schema/forms/test/accounts.yaml").write_text(form, encoding="utf-8")
    spec = (made / "specs" / THIS).read_text(encoding="utf-8")
    a_spec(made, THIS, spec.replace("general, amount: 12", "general, economic: {30213: 12}"))
    assert said(checked(made), ADDRESS) == ["0.00万元，全年预算2.00万元", "72.00万元", "79.00万元"]


def test_sources_are_called_as_accounts_call_them(tmp_path: Path) -> None:
    """What accounts have of a budget is not divided into what is one's own and what comes from above."""
    result = checked(root(tmp_path))
    names = [document(result, each.removesuffix(".yaml")).names["source", "general"] for each in (THIS, BUDGET)]
    assert names == ["一般公共预算", "一般公共预算（本级安排）"]


def test_what_is_stated_of_the_expenditure_is_expenditure(tmp_path: Path) -> None:
    """A column or a table of expenditure holds stated 三公 expenses too, in every stage; one of income has none."""
    stated = "of_which: {overseas: 0, reception: %d, vehicle_purchase: 0, vehicle_operation: 0}\n"
    columns = ["{head: 项目, show: label}", "{head: 收入, select: {flow: income}}"]
    columns += [
        f"{{head: 支出{stage}, select: {{flow: expenditure}}, stage: {stage}}}" for stage in ("last_outturn", "budget")
    ]
    columns += ["{head: 支出, select: {flow: expenditure}}"]
    table = f"""
tables:
  t:
    title: 表
    empty: 空
    columns: [{", ".join(columns)}]
    rows: [{{label: 接待, measure: reception}}]
"""
    specs = {name: text + stated % year for year, (name, text) in enumerate(SPECS.items(), start=1)}
    specs |= DEPARTMENT | {BUREAU: DEPARTMENT[BUREAU] + stated % 9}
    form = FORM.replace("sections: [all]", "sections: [all, {table: t}]") + table
    (made := root(tmp_path, specs)).joinpath("schema/forms/test/accounts.yaml").write_text(form, encoding="utf-8")
    result = checked(made)
    assert "| 接待 | 0.00 | 1.00 | 2.00 | 3.00 |" in to_markdown(document(result, ADDRESS))
    assert "| 接待 | 0.00 |  |  | 9.00 |" in to_markdown(document(result, BUREAU.removesuffix(".yaml")))
