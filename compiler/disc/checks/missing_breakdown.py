"""Basic expenditure from the general public budget is not broken down by economic item.

The rules for local disclosure (财预〔2016〕143号) ask for basic expenditure to the 款 level of the economic
classification. Without it the table of basic expenditure, the 三公 expenses and the operating cost would come out
empty, and say so untruly.

财预〔2016〕143号要求一般公共预算基本支出公开到经济分类款级。不列出来，基本支出表、“三公”经费和机关运行经费就都是
空的，等于公开说没有，而这不是事实。

FAIL:

    basic: {▸general: {by_function: {2010301: 100, 2080505: 20}}}

PASS:

    basic: {general: {by_function: {2010301: {30101: 90, 30201: 10}, 2080505: {30108: 20}}}}

Mend: add `by_economic`, or break each function down by economic item.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "missing-breakdown",
    Level.ERROR,
    Words("基本支出没有按经济分类列出", "Basic expenditure is not broken down by economic item"),
    Words(
        "一般公共预算的基本支出应当公开到经济分类款级，这里只有功能分类",
        "basic expenditure from the general public budget must be disclosed by economic item; only functions are here",
    ),
    Words("在这里加上 by_economic", "Add by_economic here"),
)


def applies(case: Case) -> bool:
    """Return whether there is basic expenditure."""
    return bool(case.spec.fields.get("basic"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for economic codes in every source of the general public budget."""
    for source, views in case.spec.fields.get("basic", {}).items():
        crossed = all(isinstance(value, dict) for value in views["by_function"].values())
        if (
            "general_budget" in case.spec.ledger.ancestry("source", source)
            and not crossed
            and "by_economic" not in views
        ):
            yield RULE.at(case.spec.key_place("basic", source))
