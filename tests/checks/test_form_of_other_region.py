from __future__ import annotations

import pytest

from tests.checks.support import assert_found, found, in_english, said

CODE = "form-of-other-region"
SEED = ("  region: 653023\n", "  region: ▸653023\n")


def test_another_province() -> None:
    diagnostics = assert_found(CODE, SEED, region="310000")
    assert said(diagnostics) == [
        "表样 xinjiang/unit-budget 用于 310000，653023 不在其中。改用本地区的表样，或改正 entity.region。"
    ]
    assert in_english(diagnostics) == [
        (
            "the form xinjiang/unit-budget is for 310000, which 653023 does not lie in. "
            "Name the form of this region, or correct entity.region."
        )
    ]


@pytest.mark.parametrize("region", ["653100", "653022", "652000"])
def test_another_prefecture_or_county(region: str) -> None:
    assert_found(CODE, SEED, region=region)


@pytest.mark.parametrize("region", ["", "650000", "653000", "653023"])
def test_the_division_itself_and_those_it_lies_in(region: str) -> None:
    assert found(region=region) == []


def test_a_county_does_not_hold_its_prefecture() -> None:
    assert_found(CODE, ("  region: 653023\n", "  region: ▸653000\n"), region="653023")
