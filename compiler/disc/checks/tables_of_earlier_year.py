"""The year has no classification tables yet.

The Ministry of Finance issues its tables (政府收支分类科目) for each fiscal year. Until those of a year are in the
repository, its specs go by the newest before it. Few codes change from one year to the next; but a code that is new
this year is then unknown, and one that was renamed has its old name on the page.

财政部每年印发《政府收支分类科目》。本库还没有当年的科目表时，按之前最近一年的核对编码、取名称。科目逐年变动不多；
但当年新增的编码会被当作不存在，当年改名的科目在网页上还是旧名。

FAIL:

    --- specs/…/2099-budget.yaml
    year: ▸2099
    assets: {as_of: "2098-12-31", vehicles: {general: {count: 0}}}

PASS:

    year: 2024

Mend: add the tables of the year (schema/classification/README.md). If none of the office's codes was changed, accept
this notice with that as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "tables-of-earlier-year",
    Level.NOTICE,
    Words("本年度还没有科目表", "The year has no classification tables yet"),
    Words(
        "本库还没有 {year} 年的政府收支分类科目，按 {issued} 年的核对编码、取名称",
        "there are no classification tables for {year} yet: codes and names are those of {issued}",
    ),
    Words(
        "用到 {year} 年新增或改名的科目时，加上该年的科目表（schema/classification/README.zh-CN.md）；"
        "没有用到的，可在 accepted 中写明",
        "If a code that is new or renamed in {year} is used, add that year's tables (schema/classification/README.md); "
        "if none is, say so under `accepted`",
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Look whether the tables are those of the spec's year."""
    issued, year = case.classification.year, case.spec.year
    if issued != year:
        yield RULE.at(case.spec.place("year"), year=year, issued=issued)
