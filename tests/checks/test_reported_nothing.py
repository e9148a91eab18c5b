from __future__ import annotations

import pytest

from tests.checks.support import assert_found, in_english, said

CODE = "reported-nothing"
PENSIONS = "select: {function: 208}, amount: 109.98"


@pytest.mark.parametrize(
    "select",
    [
        "{function: 2080502}",
        "{function: 221, source: fund}",
        "{source: carryover, nature: basic}",
        "{economic: 310}",
        # No breakdown crosses the two.
        "{function: 208, economic: 303}",
    ],
)
def test_a_total_of_what_is_not_there(select: str) -> None:
    assert_found(CODE, (PENSIONS, f"select: ▸{select}, amount: 0"))


def test_the_words() -> None:
    diagnostics = assert_found(CODE, (PENSIONS, "select: ▸{source: fund}, amount: 109.98"))
    assert said(diagnostics) == ["select 没有选到任何明细。改正 select，或删去这一条。"]
    assert in_english(diagnostics) == [
        "`select` matches no line of this spec. Correct `select`, or take the entry out."
    ]


def test_a_member_that_does_not_exist_is_another_finding() -> None:
    assert_found("unknown-code", (PENSIONS, "select: {function: ▸298}, amount: 109.98"))
