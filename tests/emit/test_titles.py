"""Titles say where they may break."""

from __future__ import annotations

import pytest

from disc.emit.titles import whole_names

REGION = ("上海市", "普陀区")
OFFICE = "上海市普陀区财政局"


@pytest.mark.parametrize(
    ("title", "markup"),
    [
        ("名词解释", "名词解释"),
        ("上海市普陀区2025年区级部门预算", "上海市<wbr>普陀区<wbr><wbr>2025年<wbr>区级部门预算"),
        ("2025年度预算", "2025年度<wbr>预算"),
        ("2024年度预算", "2024年度预算"),
        (
            "关于上海市普陀区财政局2025年<收入>",
            '关于<span class="whole">上海市<wbr>普陀区<wbr>财政局</span><wbr>2025年<wbr>&lt;收入&gt;',
        ),
        ("普陀区", "普陀区"),
    ],
)
def test_a_title_breaks_around_names_and_its_year(title: str, markup: str) -> None:
    assert whole_names(title, REGION, OFFICE, 2025) == markup


def test_an_office_may_be_called_as_its_region() -> None:
    assert whole_names("普陀区预算", REGION, "普陀区") == '<span class="whole">普陀区</span>预算'


def test_what_is_not_known_is_not_looked_for() -> None:
    assert whole_names("上海市2025年预算", ()) == "上海市2025年预算"
