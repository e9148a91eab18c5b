from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "project-amount"
FIRST = ("    basis: 县财经领导小组会议通过\n", "    amount: ▸213\n    basis: 县财经领导小组会议通过\n")


def test_an_amount_that_is_not_the_sum() -> None:
    diagnostics = assert_found(CODE, FIRST)
    assert said(diagnostics) == [
        "项目金额写为 213，经济分类明细之和为 213.15。有经济分类明细时不必写 amount；没有明细时写 amount。"
    ]
    assert in_english(diagnostics) == [
        (
            "the project states 213 but its economic lines sum to 213.15. "
            "With economic lines leave `amount` out; without them state it."
        )
    ]
    (lines,) = diagnostics[0].related
    assert diagnostics[0].span.line - lines.line == 15


def test_an_amount_that_is_the_sum() -> None:
    assert found((FIRST[0], FIRST[1].replace("213", "213.15"))) == []
    assert found((FIRST[0], FIRST[1].replace("213", "213.150"))) == []


def test_one_hundredth_is_too_much() -> None:
    assert_found(CODE, (FIRST[0], FIRST[1].replace("213", "213.16")))


def test_neither_amount_nor_lines() -> None:
    name = "  - name: 甲\n    function: 2010301\n    source: general\n"
    carried = "  - name: 2023年访惠聚工作队"
    (diagnostic,) = assert_found(CODE, (carried, f"{name.replace('name', '▸name')}\n{carried}"))
    assert diagnostic.message("zh") == "项目金额写为 —，经济分类明细之和为 —"
