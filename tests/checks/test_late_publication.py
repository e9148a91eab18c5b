from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "late-publication"


def test_a_budget_published_too_late() -> None:
    diagnostics = assert_found(CODE, ('  date: "2024-02-21"\n', '  approved: "2024-01-31"\n  date: ▸"2024-02-21"\n'))
    assert said(diagnostics) == [
        (
            "批复于 2024-01-31，21 天后才公开；预算法第十四条规定批复后 20 日内公开。"
            "核对两个日期；确实晚了的，在 accepted 中写明原因。"
        )
    ]
    assert in_english(diagnostics) == [
        (
            "approved on 2024-01-31, published 21 days later; art. 14 of the Budget Law allows 20. "
            "Check the dates; if it was late, accept this finding with the reason."
        )
    ]
    assert len(diagnostics[0].related) == 1


def test_the_twentieth_day_is_in_time_also_over_the_end_of_february() -> None:
    for approved, date in (("2024-02-01", "2024-02-21"), ("2024-02-20", "2024-03-11"), ("2023-12-20", "2024-01-09")):
        assert found(text=example(f'publication: {{approved: "{approved}", date: "{date}"}}')) == []


def test_one_date_alone_says_nothing() -> None:
    assert found(text=example('publication: {approved: "2024-02-01"}')) == []


def test_accounts_have_twenty_days_too(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, 'publication: {approved: "2025-08-28", date: "2025-09-17"}') == []
    assert_in_accounts(CODE, tmp_path, 'publication: {approved: "2025-08-28", date: ▸"2025-09-18"}')
