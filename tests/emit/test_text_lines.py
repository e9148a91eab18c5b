from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.emit.text_lines import broken


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", 4, ()),
        ("教育支出", 4, ("教育支出",)),
        ("一般公共服务支出", 7, ("一般公共", "服务支出")),
        ("社会保障和就业支出", 7, ("社会保障和", "就业支出")),
        ("因公出国（境）费", 6, ("因公出国", "（境）费")),
        ("因公出国（境）费", 5, ("因公出国", "（境）费")),
        ("2024年补助资金", 4, ("2024", "年补助", "资金")),
        ("抗疫特别国债安排的支出", 4, ("抗疫特别", "国债安排", "的支出")),
    ],
)
def test_lines_are_of_about_equal_length(text: str, most: int, lines: tuple[str, ...]) -> None:
    assert broken(text, most) == lines


@given(st.text(st.sampled_from("支出（）“”、12a"), max_size=40), st.integers(1, 12))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, most: int) -> None:
    lines = broken(text, most)
    assert "".join(lines) == text
    assert all(0 < len(line) <= most for line in lines)
