from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "unknown-region"


def test_a_division_that_is_not_in_the_table() -> None:
    diagnostics = assert_found(CODE, ("  region: 653023\n", "  region: ▸653099\n"))
    assert said(diagnostics) == [
        (
            "行政区划代码表中没有 653099。"
            "最接近的是 653023（阿合奇县）；新的地区请加入 schema/classification/regions.yaml。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "the table of divisions has no 653099. "
            "The nearest is 653023（阿合奇县）; add new regions to schema/classification/regions.yaml."
        )
    ]


def test_a_prefecture_is_a_division_too() -> None:
    assert found(("  region: 653023\n", '  region: "653000"\n')) == []
