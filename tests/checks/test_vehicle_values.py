from __future__ import annotations

import pytest

from tests.checks.support import found, in_english, said

CODE = "vehicle-values"
OTHER = "    other: {count: 0, value: 0}"


def test_a_kind_without_a_value_beside_one_with() -> None:
    # The seed has a target of nine vehicles, which now misses seven, and not five.
    diagnostics = [each for each in found((OTHER, "    other: {count: 2}")) if each.code != "target-disagrees"]
    assert [each.code for each in diagnostics] == [CODE]
    assert said(diagnostics) == [
        (
            "其他车辆（其他用车）有 2 辆，没有写价值，别的写了：总价值就少算了。"
            "补上价值；有一类不知道的，各类都不写，句子里就没有总价值。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "the 2 vehicles of this kind (其他车辆（其他用车）) have no value while others have: "
            "the total lacks theirs. State it; if that of one kind is not known, leave out all, and no total is shown."
        )
    ]
    assert len(diagnostics[0].related) == 2


@pytest.mark.parametrize(
    "changes",
    [
        [(OTHER, "    other: {count: 0}")],
        [(OTHER, "    other: {count: 2, value: 30}")],
        [
            (OTHER, "    other: {count: 2}"),
            ("general: {count: 5, value: 157.13}", "general: {count: 5}"),
            ("law_enforcement: {count: 0, value: 0}", "law_enforcement: {count: 0}"),
        ],
    ],
)
def test_all_or_none(changes: list[tuple[str, str]]) -> None:
    assert [each.code for each in found(*changes) if each.code == CODE] == []
