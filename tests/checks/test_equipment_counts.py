from __future__ import annotations

import pytest

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "equipment-counts"


def equipment(counts: str, planned: str = "") -> str:
    return example(
        f'assets: {{as_of: "2023-12-31", vehicles: {{general: {{count: 0}}}}, equipment: {{{counts}}}'
        f"{f', planned: {{equipment: {{{planned}}}}}' if planned else ''}}}"
    )


def test_more_above_a_million_than_above_half_a_million() -> None:
    diagnostics = assert_found(CODE, text=equipment("over_500k: 2, over_1m: ▸3"))
    assert said(diagnostics) == [
        (
            "单位价值100万元以上的设备有 3 台（套），50万元以上的只有 2 台（套）。"
            "改正两个数；100万元以上的也要计入50万元以上的。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "pieces above 1,000,000 yuan: 3; above 500,000 yuan: only 2. "
            "Correct the two numbers; what is above 1,000,000 yuan is also above 500,000."
        )
    ]
    assert len(diagnostics[0].related) == 1


def test_what_is_to_be_bought() -> None:
    assert_found(CODE, text=equipment("over_500k: 9", planned="over_500k: 0, over_1m: ▸1"))


@pytest.mark.parametrize("counts", ["over_500k: 3, over_1m: 3", "over_1m: 3", "over_500k: 3"])
def test_as_many_or_only_one_of_the_two(counts: str) -> None:
    assert found(text=equipment(counts)) == []
