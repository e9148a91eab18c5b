from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "reported-twice"
LAST = "  - {select: {}, amount: 896.16}\n"


def again(select: str, amount: str) -> tuple[str, str]:
    return (LAST, f"{LAST}  - {{select: {select}, amount: {amount}}}\n")


@pytest.mark.parametrize(
    ("select", "amount"),
    [
        ("{}", "896.17"),
        ("{function: 208}", "109.99"),
        ("{function: 20805}", "109.99"),
    ],
)
def test_the_same_lines_however_they_are_selected(select: str, amount: str) -> None:
    assert_found(CODE, again(f"▸{select}", amount))


@pytest.mark.parametrize("select", ["{}", "{nature: [basic, project]}"])
def test_the_same_total_may_be_written_twice(select: str) -> None:
    assert found(again(select, "896.16")) == []


def test_the_words() -> None:
    diagnostics = assert_found(CODE, again("▸{}", "896.17"))
    assert said(diagnostics) == ["这些明细的合计已经写过，不是这个数。只保留一个。"]
    assert in_english(diagnostics) == ["these lines have another approved total already. Keep one of the two."]
    assert [diagnostics[0].span.line - place.line for place in diagnostics[0].related] == [1]


def test_other_lines() -> None:
    assert found(again("{function: 221}", "46.39")) == []
