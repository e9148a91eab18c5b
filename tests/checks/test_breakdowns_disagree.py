from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said
from tests.seed.spec import WITHOUT_REPORTED

CODE = "breakdowns-disagree"
ITEMS = ("    by_economic:\n", "    ▸by_economic:\n")


def test_one_of_the_two_lists_is_wrong() -> None:
    diagnostics = assert_found(CODE, ITEMS, ("      30102: 237.61  ", "      30102: 273.61  "))
    assert said(diagnostics) == [
        (
            "这里的合计是 677.428万元，另一种分类（by_function）的合计是 641.44万元，相差 35.988万元，"
            "超过四舍五入所能解释的 0.1355万元。检查两处明细，找出写错或漏写的金额。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "the total here is 677.428万元, that of the other breakdown (by_function) is 641.44万元: "
            "35.988万元 apart, more than the 0.1355万元 that rounding explains. "
            "Look for an amount that is mistyped or missing in one of the two lists."
        )
    ]
    assert [place.line - diagnostics[0].span.line for place in diagnostics[0].related] == [-8]


# 7 items by function and 20 by economic classification, of ±0.005 each, and one of ±0.0005: 0.1355 in all.
# As they stand, the second list is 0.012 short; so it may lose 0.1235 or win 0.1475.
@pytest.mark.parametrize("amount", ["237.49", "237.60", "237.75"])
def test_as_far_as_rounding_goes(amount: str) -> None:
    assert found(("      30102: 237.61  ", f"      30102: {amount}  ")) == []


@pytest.mark.parametrize("amount", ["237.48", "237.76"])
def test_one_hundredth_further(amount: str) -> None:
    assert_found(CODE, ITEMS, ("      30102: 237.61  ", f"      30102: {amount}  "))


def test_exact_amounts_must_agree_exactly() -> None:
    text = WITHOUT_REPORTED.replace("unit: 万元\n", "unit: 元\n").replace("      30309: 0.018  ", "      30309: 0.02  ")
    assert_found(CODE, ITEMS, text=text)
    # In 元 it is far too little for so many people, and nothing else is wrong.
    agreeing = found(("      30309: 0.02  ", "      30309: 0.03  "), text=text)
    assert [d.code for d in agreeing] == ["pay-out-of-scale"]


def test_every_source_by_itself() -> None:
    fund = "  fund:\n    by_function: {2010301: 5}\n    ▸by_economic: {30201: 4}\n"
    assert_found(CODE, ("\nprojects:\n", f"{fund}\nprojects:\n"), text=WITHOUT_REPORTED)
    agreeing = fund.replace("4", "5").replace("▸", "")
    assert found(("\nprojects:\n", f"{agreeing}\nprojects:\n"), text=WITHOUT_REPORTED) == []


def test_items_below_functions_are_the_same_money_too() -> None:
    fund = "  fund:\n    by_function: {2010301: {30201: 3, 30202: 2}}\n    ▸by_economic: {30201: 3, 30202: 1}\n"
    assert_found(CODE, ("\nprojects:\n", f"{fund}\nprojects:\n"), text=WITHOUT_REPORTED)


def test_natures_below_functions_and_by_class() -> None:
    fund = """  fund:
    by_function: {2010301: {personnel: 3, operating: 2}, 2080505: 4}
    by_class: {201: {personnel: 3, operating: 2}, 208: {personnel: 4}}
"""
    assert found(("\nprojects:\n", f"{fund}\nprojects:\n"), text=WITHOUT_REPORTED) == []
    less = fund.replace("208: {personnel: 4}", "208: {personnel: 3}").replace("by_class", "▸by_class")
    assert_found(CODE, ("\nprojects:\n", f"{less}\nprojects:\n"), text=WITHOUT_REPORTED)
    shifted = fund.replace("{201: {personnel: 3, ", "{▸201: {personnel: 4, ").replace(
        "208: {personnel: 4", "▸208: {personnel: 3"
    )
    assert_found(CODE, ("\nprojects:\n", f"{shifted}\nprojects:\n"), text=WITHOUT_REPORTED)
    unknown = fund.replace("208: {personnel: 4}", "▸210: {personnel: 4}")
    assert_found(CODE, ("\nprojects:\n", f"{unknown}\nprojects:\n"), text=WITHOUT_REPORTED)


def test_last_year() -> None:
    natures = ("        by_nature:\n          basic: 537.06", "        ▸by_nature:\n          basic: 573.06")
    (found_here,) = assert_found(CODE, natures)
    assert dict(found_here.fields)["total"] == "748.06万元"


def test_one_list_alone_has_nothing_to_disagree_with() -> None:
    fund = "  fund: {by_function: {2010301: 5}}\n"
    assert found(("\nprojects:\n", f"{fund}\nprojects:\n"), text=WITHOUT_REPORTED) == []
