"""A code that the classification of the year does not have.

Names on the page come from the national table of the fiscal year (政府收支分类科目), so every code that a spec names
must stand in it; sources and natures must be members of their dimension.

网页上的名称来自当年的《政府收支分类科目》，所以文件里写的编码都必须在表中；资金来源和支出性质必须是规定的几种。

FAIL:

    projects: [{name: 修路, function: ▸2010391, source: general, economic: {30213: 30}}]

PASS:

    projects: [{name: 修路, function: 2010301, source: general, economic: {30213: 30}}]

Mend: correct the code. If the table lacks a code that the Ministry of Finance has issued, add it there
(schema/classification/README.md); if the year has no tables yet, add those.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span
from disc.load.classification import TITLES
from disc.load.schema_words import suggest
from disc.load.spec_reader import Case
from disc.load.table_files import FOLDER
from disc.load.tree import words

RULE = Rule(
    "unknown-code",
    Level.ERROR,
    Words("科目编码不存在", "A code does not exist"),
    Words("{year} 年{table}没有 {code}", "the {year} table of {table} has no {code}"),
    Words("{advice_zh}", "{advice_en}"),
)
FIRM = True

_TABLES = {**TITLES, "source": "资金来源", "nature": "支出性质", "flow": "收支"}


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up every code that the spec names, once for each place."""
    for dimension, code, span in dict.fromkeys(_unknown(case)):
        advice = _advice(case, dimension, code)
        year, table = case.classification.year, _TABLES[dimension]
        yield RULE.at(span, year=year, table=table, code=code, advice_zh=advice.zh, advice_en=advice.en)


def _advice(case: Case, dimension: str, code: str) -> Words:
    """Return what was probably meant, if anything is like it, or where to look."""
    if dimension not in case.classification.tables:
        found = suggest(code, dict(case.classification.names(dimension)))
        return Words(f"可选（最接近的在前）：{found.zh}", f"Allowed, nearest first: {found.en}")
    issued, year = case.classification.year, case.spec.year
    table = f"{FOLDER}/{issued}/{dimension}.yaml"
    near = case.classification.tables[dimension].nearest(code)
    zh, en = (f"最接近的是 {near}", f"The nearest is {near}") if near else (f"科目见 {table}", f"{table} has them all")
    if issued == year:
        return Words(zh, en)
    return Words(
        f"{zh}；{year} 年新增的科目，先加上该年的科目表（{FOLDER}/README.zh-CN.md）",
        f"{en}; for a code that is new in {year}, add the tables of that year ({FOLDER}/README.md)",
    )


def _unknown(case: Case) -> Iterator[tuple[str, str, Span]]:
    """Yield every code that does not exist, with its dimension and its place."""
    knows = case.classification.knows
    ledgers = (case.spec.ledger, *case.spec.past.values())
    for line in (line for ledger in ledgers for line in ledger.lines if "fact" not in line.coordinates):
        for dimension in ("function", "economic"):
            if dimension in line.coordinates and not knows(dimension, line.coordinates[dimension]):
                yield dimension, line.coordinates[dimension], _place(case, line.path, dimension)
    for number, entry in enumerate(case.spec.fields.get("reported", ())):
        for dimension, members in entry["select"].items():
            for member in (member for member in words(members) if not knows(dimension, member)):
                yield dimension, member, case.spec.place("reported", number, "select", dimension)
    for code in (code for code in case.spec.fields.get("purposes", {}) if not knows("function", code)):
        yield "function", code, case.spec.key_place("purposes", code)


def _place(case: Case, path: str, dimension: str) -> Span:
    """Return where a line's code stands: it is the key of the amount, or the project's field."""
    steps = [int(step) if step.isdecimal() and n == 1 else step for n, step in enumerate(path.split("."))]
    if steps[0] == "projects" and dimension == "function":
        return case.spec.place(*steps[:2], "function")
    return case.spec.key_place(*steps)
