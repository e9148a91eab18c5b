from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "stated-above-lines"
STATED = "  overseas: 0\n  vehicle_purchase: 0\n\n# 批复"


def test_the_reception_of_the_seed_as_published() -> None:
    diagnostics = assert_found(CODE, (STATED, STATED.replace("\n\n", "\n  reception: ▸79.4\n\n")))
    assert said(diagnostics) == [
        (
            "公务接待费写为 79.4万元，相应的明细只有 66.4万元，没有经济分类的金额至多 0万元。"
            "漏了明细的，写进经济分类的相应科目，并删去这一项；明细齐全的，删去或改正这一项。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "公务接待费 is stated as 79.4万元, but its lines come to 66.4万元, and money without a breakdown to 0万元. "
            "If a line is missing, write it under its economic item and take this entry out; "
            "if the lines tell it all, take it out or correct it."
        )
    ]
    assert len(diagnostics[0].related) == 2


def test_operating_cost_above_what_there_is_to_operate_with() -> None:
    assert_found(CODE, (STATED, STATED.replace("\n\n", "\n  operating_cost: ▸30\n\n")))
    assert found((STATED, STATED.replace("\n\n", "\n  operating_cost: 27.64\n\n"))) == []


def test_an_institution_has_no_operating_cost() -> None:
    text = example("of_which: {operating_cost: ▸10}").replace("type: administrative", "type: institution")
    assert_found(CODE, text=text)
    assert found(text=text.replace("▸10", "0")) == []


def test_money_without_items_may_make_up_for_the_difference() -> None:
    project = "projects: [{name: 会务, function: 2010301, source: general, amount: 30}]\n"
    assert found(text=example(f"{project}of_which: {{reception: 30}}")) == []
    assert_found(CODE, text=example(f"{project}of_which: {{reception: ▸30.02}}"))
    other = project.replace("general", "other")
    assert_found(CODE, text=example(f"{other}of_which: {{reception: ▸1}}"))
