from __future__ import annotations

from pathlib import Path

from tests.checks.accounts import assert_in_accounts, in_accounts
from tests.checks.support import assert_found, example, found, in_english, said

CODE = "assets-date"
DATE = '  as_of: "2023-12-31"\n'


def test_assets_of_a_year_long_past() -> None:
    diagnostics = assert_found(CODE, (DATE, '  as_of: ▸"2022-12-31"\n'))
    assert said(diagnostics) == [
        "资产截至 2022-12-31，应当在 2023-01-01 至 2024-02-21 之间。改正截止日期，并核对资产数是否为该日的数。"
    ]
    assert in_english(diagnostics) == [
        (
            "the assets are those of 2022-12-31, which does not lie between 2023-01-01 and 2024-02-21. "
            "Correct the date, and check that the numbers are those of that day."
        )
    ]


def test_assets_of_a_day_after_the_publication() -> None:
    (diagnostic,) = assert_found(CODE, (DATE, '  as_of: ▸"2024-02-22"\n'))
    assert len(diagnostic.related) == 1


def test_assets_of_any_day_up_to_the_publication() -> None:
    for day in ("2023-01-01", "2023-08-31", "2024-02-21"):
        assert found((DATE, f'  as_of: "{day}"\n')) == []


def test_a_date_of_publication_that_is_itself_wrong_is_no_measure() -> None:
    fields = """
    publication: {date: "2022-02-21"}
    assets: {as_of: "2024-12-31", vehicles: {general: {count: 0}}}
    """
    assert [d.code for d in found(text=example(fields))] == ["date-outside-year"]


def test_accounts_have_the_assets_of_the_end_of_their_year(tmp_path: Path) -> None:
    stated = "assets: {as_of: %s, vehicles: {general: {count: 1}}}"
    assert in_accounts(tmp_path, stated % '"2024-12-31"') == []
    diagnostics = assert_in_accounts(CODE, tmp_path, stated % '▸"2025-08-31"')
    assert said(diagnostics) == [
        "资产截至 2025-08-31，应当是 2024-12-31 的数。改正截止日期，并核对资产数是否为该日的数。"
    ]
    assert in_english(diagnostics) == [
        (
            "the assets are those of 2025-08-31, which is not 2024-12-31. "
            "Correct the date, and check that the numbers are those of that day."
        )
    ]
