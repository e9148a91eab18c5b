"""What is suggested in place of a name that does not exist."""

from __future__ import annotations

import pytest

from disc.load.nearest import alike, near

MANY = ("basic", "basics", "project", "total", "overseas", "reception", "vehicles", "operating_cost", "procurement")
NONE = {"near_zh": "没有相近的", "near_en": "nothing resembles it"}


def test_what_is_like_it() -> None:
    assert alike("basik", MANY) == "basic"
    assert near("basik", MANY, within="of.") == {
        "near_zh": "最接近的是 of.basic",
        "near_en": "the nearest is of.basic",
    }


def test_of_many_nothing_is_named_that_is_not_like_it() -> None:
    assert near("接待费", MANY) == NONE
    assert near("x" * 100_000, MANY) == NONE


def test_the_few_that_there_are() -> None:
    assert near("修桥", ["修路", "修坝"], within="a.") == {
        "near_zh": "可以写 a.修坝、a.修路",
        "near_en": "it can be a.修坝, a.修路",
    }


@pytest.mark.parametrize("known", [[], ()])
def test_there_are_none(known: list[str]) -> None:
    assert near("basic", known) == NONE
