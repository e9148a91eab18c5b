from __future__ import annotations

from pathlib import Path

from tests.accounts import LAST, SPECS, THIS
from tests.checks.support import in_english
from tests.checks.support import said as words
from tests.load.test_accounts import DEPARTMENT, root
from tests.roots import checked, found

CODE = "opening-disagrees"
STATED = "last_year: {outturn: {income: {}, expenditure: {}, balances: {opening: {}, closing: {general: %s}}}}\n"


def this(opening: str, closing: str) -> str:
    spec = SPECS[THIS].partition("reasons:")[0]
    old = "opening: {general: 5}, distribution: 1, closing: {general: 13,"
    assert old in spec
    return spec.replace(old, f"opening: {{{opening}}}, distribution: 1, closing: {{{closing},")


def test_other_than_in_last_years_file(tmp_path: Path) -> None:
    result = checked(root(tmp_path, {LAST: SPECS[LAST], THIS: this("general: 6", "general: 14")}), THIS)
    findings = [d for d in result.diagnostics if d.code == CODE]
    assert [str(d.span) for d in findings] == [f"specs/{THIS}:9:22"]
    assert [str(span) for span in findings[0].related] == [f"specs/{LAST}:5:44"]
    assert words(findings) == [
        (
            "一般公共预算：年初结转和结余 6万元，上年年末结转和结余 5万元。"
            "改正年初或上年年末的数；以前年度有调整的，在 accepted 中写明。"
        )
    ]
    assert in_english(findings) == [
        (
            "一般公共预算: the opening balance is 6万元, last year's closing balance 5万元. "
            "Correct one of the two; if earlier years were adjusted, say so in `accepted`."
        )
    ]


def test_other_than_is_stated_here(tmp_path: Path) -> None:
    spec = this("general: 5", "general: 13")
    for stated, codes in (("5", []), ("5.001", []), ("4", [CODE])):
        result = checked(root(tmp_path, {THIS: spec + STATED % stated}))
        assert [code for code, _ in found(result) if code == CODE] == codes


def test_nothing_at_the_beginning(tmp_path: Path) -> None:
    result = checked(root(tmp_path, {LAST: SPECS[LAST], THIS: this("", "general: 8")}), THIS)
    assert (CODE, f"{THIS}:9:12") in found(result)


def test_nothing_is_known_of_last_year(tmp_path: Path) -> None:
    assert found(checked(root(tmp_path, {THIS: this("general: 5", "general: 13")}))) == []


def test_of_a_department_it_stands_where_the_units_are_named(tmp_path: Path) -> None:
    opened = DEPARTMENT["a/centre/2024-accounts.yaml"].replace("opening: {}, closing: {unit_funds: 2}", "%s")
    assert opened != DEPARTMENT["a/centre/2024-accounts.yaml"]
    this = DEPARTMENT | {"a/centre/2024-accounts.yaml": opened % "opening: {unit_funds: 4}, closing: {unit_funds: 6}"}
    stated = STATED % "0, unit_funds: 3"
    this["a/bureau/2024-accounts.yaml"] += stated
    result = checked(root(tmp_path, this))
    assert [place for code, place in found(result) if code == CODE] == ["a/bureau/2024-accounts.yaml:4:1"]
