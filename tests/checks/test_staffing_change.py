from __future__ import annotations

from pathlib import Path

from disc.core.diagnostic import Diagnostic
from tests.checks.support import in_english, said
from tests.roots import a_root, checked

CODE = "staffing-change"
MONEY = "basic: {general: {by_function: {2010301: 60}, by_economic: {30101: 60}}}\n"


def found(root: Path, this: str, last: str) -> list[Diagnostic]:
    """Return what is found in the spec of 2024 with these people, where that of 2023 has those."""
    specs = {f"a/office/{year}-budget.yaml": f"{MONEY}{people}\n" for year, people in (("2023", last), ("2024", this))}
    return list(checked(a_root(root, specs)).diagnostics)


def test_people_who_do_not_follow_from_last_years(tmp_path: Path) -> None:
    this = "staffing: {authorised: 25, active: 23, joined: 1, left: 0}"
    diagnostics = found(tmp_path, this, "staffing: {authorised: 25, active: 21}")
    assert [(d.code, d.span.line, d.span.column) for d in diagnostics] == [(CODE, 2, this.index("23") + 1)]
    assert said(diagnostics) == [
        "在职 23 人；上年 21 人，加上增加的 1 人，减去减少的 0 人，应为 22 人。核对在职人数和增减人数。"
    ]
    assert in_english(diagnostics) == [
        (
            "23 people are active, but last year's 21, and 1 who joined, less 0 who left, are 22. "
            "Check the numbers of people."
        )
    ]
    assert [place.file[-16:-5] for place in diagnostics[0].related] == ["2024-budget", "2024-budget", "2023-budget"]


def test_people_who_do(tmp_path: Path) -> None:
    this = "staffing: {authorised: 25, active: 23, joined: 5, left: 3}"
    assert found(tmp_path, this, "staffing: {authorised: 25, active: 21}") == []


def test_where_a_number_is_not_known(tmp_path: Path) -> None:
    this = "staffing: {authorised: 25, active: 23, joined: 5}"
    assert found(tmp_path / "a", this, "staffing: {authorised: 25, active: 21}") == []
    assert found(tmp_path / "b", f"{this[:-1]}, left: 0}}", "overview: {functions: [办文]}") == []
