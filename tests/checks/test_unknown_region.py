from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "unknown-region"


def test_a_division_that_is_not_in_the_table() -> None:
    diagnostics = assert_found(CODE, ("  region: 653023\n", "  region: ▸653099\n"))
    assert said(diagnostics) == [
        ("行政区划代码表中没有 653099。核对代码；新的地区请加入本库的 schema/classification/regions.yaml。")
    ]
    assert in_english(diagnostics) == [
        (
            "the table of divisions has no 653099. "
            "Check the code; add new regions to schema/classification/regions.yaml of this root."
        )
    ]


def test_a_prefecture_is_a_division_too() -> None:
    assert found(("  region: 653023\n", '  region: "653000"\n')) == []
