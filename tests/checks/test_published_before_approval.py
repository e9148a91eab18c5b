from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "published-before-approval"


def test_a_budget_published_before_its_approval() -> None:
    diagnostics = assert_found(CODE, ('  date: "2024-02-21"\n', '  approved: "2024-02-22"\n  date: ▸"2024-02-21"\n'))
    assert said(diagnostics) == ["公开日期 2024-02-21 早于批复日期 2024-02-22。改正写错的日期，或两者写反了。"]
    assert in_english(diagnostics) == [
        (
            "published on 2024-02-21, before the approval on 2024-02-22. "
            "Correct the date that is wrong; perhaps they were exchanged."
        )
    ]
    assert len(diagnostics[0].related) == 1


def test_a_budget_published_on_the_day_of_its_approval() -> None:
    assert found(text=example('publication: {approved: "2024-02-21", date: "2024-02-21"}')) == []
    assert found(text=example('publication: {date: "2024-02-21"}')) == []
