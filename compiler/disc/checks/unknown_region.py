"""A division code that the table of regions does not have.

The site lists disclosures by region, and names come from schema/classification/regions.yaml (GB/T 2260).

网站按地区列出公开文件，地区名称来自 schema/classification/regions.yaml（GB/T 2260）。

FAIL:

    entity: {id: office, name: 某县某办公室, region: ▸653099, level: unit, type: administrative}

PASS:

    entity: {id: office, name: 某县某办公室, region: 653023, level: unit, type: administrative}

Mend: correct the code, or add the region to the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case

RULE = Rule(
    "unknown-region",
    Level.ERROR,
    Words("行政区划代码不在表中", "A division code is not in the table"),
    Words("行政区划代码表中没有 {code}", "the table of divisions has no {code}"),
    Words(
        "核对代码；新的地区请加入本库的 schema/classification/regions.yaml",
        "Check the code; add new regions to schema/classification/regions.yaml of this root",
    ),
)
FIRM = True


def check(case: Case) -> Iterator[Diagnostic]:
    """Look up the entity's region."""
    code = str(case.spec.entity["region"])
    if code not in case.regions.names:
        yield RULE.at(case.spec.place("entity", "region"), code=code)
