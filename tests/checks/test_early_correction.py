from __future__ import annotations

from tests.checks.support import assert_found, found, in_english, said

CODE = "early-correction"
PUBLISHED = '  date: "2024-02-21"\n'
BELOW = "overview:\n"


def corrections(*dates: str) -> tuple[str, str]:
    entries = "".join(f"  - {{date: {date}, what: 表3由52.30万元更正为53.20万元, why: 2022年的数}}\n" for date in dates)
    return BELOW, f"corrections:\n{entries}{BELOW}"


def test_a_correction_before_the_publication() -> None:
    diagnostics = assert_found(CODE, corrections('"2024-03-01"', '▸"2024-02-20"', '▸"2023-03-01"'))
    assert said(diagnostics)[0] == "更正日期 2024-02-20 早于公开日期 2024-02-21。改正写错的日期；公开前的改动不用写。"
    assert in_english(diagnostics)[0] == (
        "corrected on 2024-02-20, before the publication on 2024-02-21. "
        "Correct the date that is wrong; a change before publication is none."
    )
    assert len(diagnostics[0].related) == 1


def test_a_correction_on_the_day_of_publication_and_in_a_later_year() -> None:
    assert found(corrections('"2024-02-21"', '"2025-06-01"')) == []


def test_a_correction_of_what_has_no_date() -> None:
    assert found((PUBLISHED, ""), corrections('"2020-02-21"')) == []
