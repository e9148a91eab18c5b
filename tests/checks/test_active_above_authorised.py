from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "active-above-authorised"


def test_more_people_than_posts() -> None:
    diagnostics = assert_found(CODE, ("  active: 23\n", "  active: ▸26\n"))
    assert said(diagnostics) == [
        "在职 26 人，编制只有 25 人。核对两个数；确实超编的，在 accepted 中写明原因。",
    ]
    assert in_english(diagnostics) == [
        (
            "26 people are active, but 25 posts are authorised. "
            "Check both; if they are right, accept this finding with the reason."
        ),
    ]


def test_as_many_people_as_posts() -> None:
    assert found(("  active: 23\n", "  active: 25\n")) == []


def test_without_numbers_there_is_nothing_to_compare() -> None:
    assert found(text=example("")) == []
