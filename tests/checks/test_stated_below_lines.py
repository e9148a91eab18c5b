from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "stated-below-lines"


def test_a_stated_part_that_its_lines_exceed() -> None:
    diagnostics = assert_found(CODE, ("  overseas: 0\n  vehicle_purchase: 0\n", "  overseas: 0\n  reception: ▸60\n"))
    assert said(diagnostics) == [
        "公务接待费写为 60万元，相应经济分类的明细共 66.4万元。明细已经齐全的删去这一项，否则改正它。"
    ]
    assert in_english(diagnostics) == [
        (
            "公务接待费 is stated as 60万元, but its economic lines come to 66.4万元. "
            "Take the entry out where the lines tell it all, or correct it."
        )
    ]
    assert len(diagnostics[0].related) == 2


def test_a_stated_part_may_miss_its_lines_by_rounding() -> None:
    for stated in ("66.4", "66.395"):
        assert (
            found(("  vehicle_purchase: 0\n\n# 批复", f"  vehicle_purchase: 0\n  reception: {stated}\n\n# 批复")) == []
        )
