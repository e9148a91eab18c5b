from __future__ import annotations

from tests.checks.support import assert_found, example, in_english, said

CODE = "address-disagrees"


def test_another_year() -> None:
    # Classification tables of the year must be there, or the spec is not read so far.
    found = assert_found(CODE, ("year: 2024\n", "year: ▸2025\n"), text=example(""))
    assert said(found) == [
        (
            "文件是 government-office/2024-budget，按内容应为 government-office/2025-budget。"
            "改文件名或文件夹名，或改正 entity.id、year。"
        )
    ]
    assert in_english(found) == [
        (
            "the file is government-office/2024-budget, but its contents say government-office/2025-budget. "
            "Rename the file or folder, or correct entity.id or year."
        )
    ]


def test_another_office() -> None:
    (found,) = assert_found(CODE, ("  id: government-office\n", "  id: ▸county-office\n"))
    assert dict(found.fields) == {"found": "government-office/2024-budget", "wanted": "county-office/2024-budget"}


def test_both() -> None:
    (found,) = assert_found(
        CODE, ("id: government-office", "id: county-office"), ("year: 2024\n", "year: ▸2025\n"), text=example("")
    )
    assert dict(found.fields) == {"found": "government-office/2024-budget", "wanted": "county-office/2025-budget"}
