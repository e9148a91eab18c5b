from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "date-outside-year"


def test_a_date_of_another_year() -> None:
    diagnostics = assert_found(CODE, ('  date: "2024-02-21"\n', '  date: ▸"2025-02-21"\n'))
    assert said(diagnostics) == ["2025-02-21 不像 2024 年预算批复、公开或更正的日期。改正日期中的年份，或改正 year。"]
    assert in_english(diagnostics) == [
        "2025-02-21 is hardly a date of the budget of 2024. Correct the year of the date, or `year`."
    ]


def test_both_dates_are_looked_at() -> None:
    assert_found(CODE, text=example('publication: {approved: ▸"2023-02-05", date: ▸"2023-02-21"}'))


def test_a_correction_may_come_years_later_but_not_decades() -> None:
    text = 'publication: {date: "2024-02-21"}\ncorrections: [{date: "%s", what: 改为53万元, why: 漏填}]'
    assert found(text=example(text % "2029-12-31")) == []
    diagnostics = assert_found(CODE, text=example(text.replace('"%s"', '▸"2042-03-15"')))
    assert said(diagnostics) == ["2042-03-15 不像 2024 年预算批复、公开或更正的日期。改正日期中的年份，或改正 year。"]


def test_a_budget_may_be_approved_before_its_year() -> None:
    assert found(text=example('publication: {approved: "2023-12-28", date: "2024-01-10"}')) == []
    assert found(text=example('publication: {approved: "2023-10-01"}')) == []
    assert_found(CODE, text=example('publication: {approved: ▸"2023-09-30"}'))


def test_accounts_are_approved_and_published_in_the_year_after(tmp_path: Path) -> None:
    assert in_accounts(tmp_path, 'publication: {approved: "2025-07-01", date: "2025-07-21"}') == []
    for early in ("2024-08-28", "2025-02-21", "2026-01-05"):
        text = f'publication: {{approved: ▸"{early}"}}'
        diagnostics = assert_in_accounts(CODE, tmp_path, text)
        assert said(diagnostics) == [f"{early} 不像 2024 年决算批复、公开或更正的日期。改正日期中的年份，或改正 year。"]
        assert in_english(diagnostics)[0].startswith(f"{early} is hardly a date of the final accounts of 2024.")


def test_accounts_may_be_corrected_as_long_after_as_budgets(tmp_path: Path) -> None:
    text = "corrections: [{date: %s, what: 改为53万元, why: 漏填}]"
    assert in_accounts(tmp_path, text % '"2030-12-31"') == []
    assert_in_accounts(CODE, tmp_path, text % '▸"2031-01-01"')
