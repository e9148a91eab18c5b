from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "staffing-parts"


def test_more_newcomers_than_people() -> None:
    diagnostics = assert_found(CODE, ("  joined: 0\n", "  joined: ▸24\n"))
    assert said(diagnostics) == ["增加 24 人，而现有只有 23 人。改正写错的人数。"]
    assert in_english(diagnostics) == ["24 people are new, but there are only 23. Correct the number that is wrong."]


def test_the_newly_retired_are_among_the_retired_and_the_veterans() -> None:
    (diagnostic,) = assert_found(CODE, ("  newly_retired: 0\n", "  newly_retired: ▸41\n"))
    assert len(diagnostic.related) == 2
    people = "staffing: {authorised: 25, active: 23, retired: 40, veterans: 1, newly_retired: 41}"
    assert found(text=example(people)) == []


def test_newcomers_alone_say_nothing() -> None:
    assert found(text=example("staffing: {authorised: 10, active: 8, newly_retired: 3}")) == []
    assert found(text=example("staffing: {authorised: 10, active: 8, joined: 8, left: 30}")) == []
