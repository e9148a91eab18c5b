"""Fields are called as the schema calls them, entries of lists as their author does."""

from __future__ import annotations

import pytest

from disc.load.schema_titles import Titles
from disc.load.tree import Map, Seq
from tests.seed.spec import library

INDICATORS = Seq([Map([("name", "项目个数"), ("weight", 10)]), Map([("weight", 5)])])
DATA = Map([("performance", Map([("indicators", INDICATORS)]))])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("staffing.active", ("人员情况", "在职人数")),
        ("assets.planned.vehicles_by_type.special.count", (
            "国有资产占有使用情况", "本年计划购置", "购置车辆", "特种专业技术用车", "辆数"
        )),
        ("last_year.outturn", ("上年数", "上年预算执行数")),
        ("performance.indicators.0.weight", ("整体绩效目标", "绩效指标", "项目个数", "分值权重")),
        ("performance.indicators.1.weight", ("整体绩效目标", "绩效指标", "分值权重")),
        ("projects.0.targets.indicators.3.weight", ("项目支出", "项目绩效目标", "绩效指标", "分值权重")),
        ("basic.general.by_function.2010301", ("基本支出",)),
        ("nothing.like.it", ()),
    ],
)  # fmt: skip
def test_titles(path: str, expected: tuple[str, ...]) -> None:
    titles = library().titles("budget")
    assert titles.of(path.split("."), DATA) == expected
    assert titles.of(path.split("."), DATA) == expected


def test_without_a_schema_there_are_no_titles() -> None:
    assert Titles().of(("staffing", "active")) == ()
