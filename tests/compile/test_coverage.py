"""What of the requirements a document meets, where, and what is said of what is missing."""

from __future__ import annotations

from disc.core.document import Document, Status
from tests.forms.support import compiled

OMITTED = (
    *("organisation", "overall", "income", "expenditure", "appropriation", "general", "basic", "three_public"),
    *("state_capital", "three_public_changes", "operating_cost", "assets", "performance", "glossary"),
)
FORM = f"""
omits: {{{", ".join(f"{name}: 无" for name in OMITTED)}}}
parts:
  - {{id: overview, title: 概况, sections: [functions, staff]}}
  - {{id: tables, title: 表, sections: [{{table: fund}}]}}
  - {{id: rest, title: 说明, sections: [other]}}
sections:
  functions: {{title: 职能, fulfils: functions, blocks: [{{list: spec.overview.functions}}]}}
  staff: {{blocks: [{{when: spec.staffing, text: "{{{{ spec.staffing.active }}}}", fulfils: staffing}}]}}
  other:
    title: 其他
    blocks:
      - section: 变化
        blocks: [{{text: "{{{{ total }}}}{{{{ total | compared | clause }}}}。"}}]
        fulfils: {{changes: total.comparable}}
      - section: 采购
        blocks:
          - {{when: procurement.absent, text: 没有采购。, states_none: procurement}}
          - {{when: procurement.present, text: "{{{{ procurement }}}}", fulfils: [procurement]}}
tables:
  fund:
    title: 基金
    fulfils: fund
    select: {{source: fund_budget}}
    columns: [{{head: 项, show: name}}, {{head: 数, select: {{}}}}]
    rows: [{{tree: function, levels: [1]}}]
    empty: 空表。
"""
MONEY = """
basic: {general: {by_function: {2010301: 5}, by_economic: {30101: 5}}}
projects: []
"""
MORE = """
basic: {fund: {by_function: {2010301: 5}, by_economic: {30101: 5}}}
projects: []
staffing: {authorised: 3, active: 2}
procurement: {goods: 1, works: 0, services: 0}
last_year: {budget: {sources: {fund: {by_nature: {basic: 4}}}}}
"""


def covered(document: Document | None) -> dict[str, tuple[str, str]]:
    """Status and section of each item that the form of these tests does not omit."""
    assert document is not None
    return {c.item: (c.status.value, c.section) for c in document.coverage if c.item not in OMITTED}


def test_what_is_there_and_where() -> None:
    document, found = compiled(FORM, MORE)
    assert found == ()
    assert covered(document) == {
        "functions": ("present", "functions"),
        "staffing": ("present", "overview"),
        "fund": ("present", "table-fund"),
        "changes": ("present", "section-3"),
        "procurement": ("present", "section-3-2"),
    }


def test_what_is_stated_not_to_be_there_and_what_is_missing() -> None:
    document, found = compiled(FORM, MONEY)
    assert covered(document) == {
        "functions": ("present", "functions"),
        "staffing": ("missing", ""),
        "fund": ("not applicable", "table-fund"),
        "changes": ("missing", ""),
        "procurement": ("not applicable", "section-3-2"),
    }
    assert [(d.code, str(d.span)) for d in found] == [
        ("missing-advised-item", "specs/office/2024-budget.yaml:1:1"),
        ("missing-item", "specs/office/2024-budget.yaml:1:1"),
    ]
    assert [f"{d.message('zh')}。{d.hint('zh')}。" for d in found] == [
        "没有公开“人员情况”（依据财预〔2016〕143号）。有的，在 staffing 填写。",
        (
            "没有公开“收支增减变化”（依据财预〔2016〕143号）。"
            "在 last_year.budget 填写；确实没有的，在 accepted 中写明原因。"
        ),
    ]
    assert [f"{d.message('en')}. {d.hint('en')}." for d in found] == [
        "“人员情况” is not published; 财预〔2016〕143号 asks for it. State it at staffing if there is any.",
        (
            "“收支增减变化” is not published; 财预〔2016〕143号 asks for it. "
            "State it at last_year.budget; where there is none, accept this finding with the reason."
        ),
    ]


def test_how_to_say_that_there_is_none_of_it() -> None:
    form = FORM.replace(" assets: 无,", "").replace(
        "fulfils: functions, blocks", "fulfils: [functions, assets], blocks"
    )
    assert form != FORM
    form = form.replace("fulfils: [functions, assets]", "fulfils: {functions: total, assets: spec.assets}")
    hints = {d.code: d.hint("zh") for d in compiled(form, MORE)[1]}
    none = '{as_of: "2023-12-31", vehicles: {general: {count: 0}}}'
    assert hints == {"missing-item": f"在 assets 填写；确实没有的，写 {none}"}


def test_what_is_missing_is_told_where_it_would_stand() -> None:
    _, found = compiled(FORM, MONEY + "last_year: {outturn: {sources: {}}}\nstaffing: {authorised: 1, active: 1}\n")
    assert [(d.code, str(d.span)) for d in found] == [("missing-item", "specs/office/2024-budget.yaml:4:1")]


def test_what_the_form_has_no_place_for_is_not_the_author_s_fault() -> None:
    document, found = compiled(FORM, MORE)
    assert document is not None
    omitted = {c.item: (c.status, c.section, c.reason) for c in document.coverage if c.item in OMITTED}
    assert omitted == dict.fromkeys(OMITTED, (Status.OMITTED, "", "无"))
    assert Status.MISSING not in {c.status for c in document.coverage}
    assert found == ()


def test_a_table_without_a_sentence_is_not_stated_to_be_empty() -> None:
    document, _ = compiled(FORM.replace("    empty: 空表。\n", ""), MONEY)
    assert covered(document)["fund"] == ("present", "table-fund")


def test_a_form_that_says_nothing_of_requirements_is_not_judged() -> None:
    document, found = compiled(
        "sections: {all: {blocks: [{text: 甲}]}}\nparts: [{id: a, title: 甲, sections: [all]}]", MONEY
    )
    assert document is not None
    assert (document.coverage, found) == ((), ())
