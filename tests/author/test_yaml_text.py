"""What is written as YAML is read back as the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.author.yaml_text import below, commented, entry, flow, indented, item
from disc.load.source import read_source

TEXT = st.text(alphabet="甲乙，。：a1-#:{}[]\"'\\, 年0≤|>&*!%@`?\n", max_size=8)
KEYS = st.from_regex(r"[a-z_]{3,8}|[1-9][0-9]{2,6}", fullmatch=True).filter(
    lambda key: key not in {"yes", "off", "true"}
)
SCALARS = st.one_of(
    TEXT,
    st.sampled_from(["2024-02-21", "2024-01", "no", "≥1个、≤{total}", "1880908****", "12", "", "null", "0x1F"]),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**6), 10**6, places=2),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=12,
)


def read(lines: list[str]) -> Any:  # noqa: ANN401
    data, wrong = read_source("\n".join(lines).encode(), "file.yaml")
    assert wrong == (), lines
    return data


@given(KEYS, VALUES)
def test_any_value_is_read_back(key: str, value: object) -> None:
    assert read(entry(key, value)) == {key: value}
    assert read([f"{key}: {flow(value)}"]) == {key: value}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"count": 5, "value": Decimal("157.10")}, "{count: 5, value: 157.10}"),
        (["公文处理室", "文秘室"], "[公文处理室, 文秘室]"),
        ("2024年项目", "2024年项目"),
        ("2024-02-21", '"2024-02-21"'),
        ("≤{total}", '"≤{total}"'),
        (True, "true"),
        (None, ""),
    ],
)
def test_one_line(value: object, written: str) -> None:
    assert flow(value) == written


def test_what_holds_more_stands_on_lines_of_its_own() -> None:
    assert entry("basic", {"general": {"by_function": {"2010301": 1}}}) == [
        "basic:",
        "  general:",
        "    by_function: {2010301: 1}",
    ]
    assert below([{"a": 1}, {"a": {"b": [2]}}]) == ["- {a: 1}", "- a:", "    b: [2]"]
    assert item(["# 甲", "a: 1", "# 乙", "b: 2"]) == ["# 甲", "- a: 1", "  # 乙", "  b: 2"]
    assert commented(indented(["a: 1"])) == ["#   a: 1"]
