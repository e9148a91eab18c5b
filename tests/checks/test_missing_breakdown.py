from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said
from tests.seed.spec import TEXT, WITHOUT_REPORTED

CODE = "missing-breakdown"
ITEMS = TEXT.split("    by_economic:\n")[1].split("\nprojects:\n")[0]


def test_the_general_public_budget_without_items() -> None:
    diagnostics = assert_found(
        CODE, (f"    by_economic:\n{ITEMS}", ""), ("basic:\n  general:\n", "basic:\n  ▸general:\n")
    )
    assert said(diagnostics) == [
        "一般公共预算的基本支出应当公开到经济分类款级，这里只有功能分类。在这里加上 by_economic。"
    ]
    assert in_english(diagnostics) == [
        (
            "basic expenditure from the general public budget must be disclosed by economic item; "
            "only functions are here. "
            "Add by_economic here."
        )
    ]


def test_transfers_are_general_public_budget_too() -> None:
    source = "  ▸general_transfer: {by_function: {2010301: 5}}\n"
    transfers = ("  transfers: {central: 0, region: 0,", "  transfers: {central: 0, region: 5,")
    assert_found(CODE, ("\nprojects:\n", f"{source}\nprojects:\n"), transfers, text=WITHOUT_REPORTED)


def test_items_below_functions_will_do() -> None:
    source = "  general_transfer: {by_function: {2010301: {30201: 5}}}\n"
    transfers = ("  transfers: {central: 0, region: 0,", "  transfers: {central: 0, region: 5,")
    assert found(("\nprojects:\n", f"{source}\nprojects:\n"), transfers, text=WITHOUT_REPORTED) == []


def test_other_sources_need_none() -> None:
    for source in ("fund", "other", "special_account", "state_capital"):
        line = f"  {source}: {{by_function: {{2010301: 5}}}}\n"
        assert found(("\nprojects:\n", f"{line}\nprojects:\n"), text=WITHOUT_REPORTED) == []
