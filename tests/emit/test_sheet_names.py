"""Names of sheets: Excel opens no workbook in which one is wrong."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from disc.emit.sheet_names import sheet_names


def test_titles_become_names() -> None:
    long = "表1 " + "收支总体情况" * 6
    assert sheet_names(["封面", "表1 收入/支出：[合计]?", long, long, "History", "a", "A", "'", "甲'"]) == (
        "封面",
        "表1 收入 支出： 合计",
        long[:31],
        long[:27] + " (2)",
        "History (2)",
        "a",
        "A (2)",
        "Sheet",
        "甲",
    )


@given(st.lists(st.text(st.sampled_from("[]:*?/\\' aA甲\x01")) | st.text(max_size=40), max_size=6))
def test_every_name_is_allowed_and_none_is_there_twice(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len(names) == len(titles) == len({name.lower() for name in names})
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"
