from __future__ import annotations

import pytest

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "finer-than-a-fen"


def basic(general: str, personnel: str, unit: str = "万元") -> str:
    economic = f"{{30101: {personnel}, 30108: 20, 30201: 10}}"
    function = f"{{2010301: {general}, 2080505: 20}}"
    staffing = "staffing: {authorised: 5, active: 0}"  # what is spent on people is held against their number, too
    return example(
        f"unit: {unit}\nbasic: {{general: {{by_function: {function}, by_economic: {economic}}}}}\n{staffing}"
    )


@pytest.mark.parametrize(("unit", "digits", "most"), [("万元", "1234567", 6), ("元", "125", 2)])
def test_more_digits_than_a_fen_has(unit: str, digits: str, most: int) -> None:
    diagnostics = assert_found(CODE, text=basic(f"▸100.{digits}", f"▸90.{digits}", unit))
    assert said(diagnostics)[0] == (
        f"这里的金额有 {most + 1} 位小数，{unit}最多 {most} 位（精确到分）。按批复的金额填写，不要用表格软件算出的数。"
    )
    assert in_english(diagnostics)[0] == (
        f"the amount has {most + 1} digits after the point; in {unit} there are at most {most}, which is a fen. "
        "Write the amount that was approved, not what a spreadsheet divided."
    )


@pytest.mark.parametrize(("unit", "digits"), [("万元", "123456"), ("元", "12")])
def test_to_the_fen(unit: str, digits: str) -> None:
    assert found(text=basic(f"100.{digits}", f"90.{digits}", unit)) == []


def test_idle_zeros_are_no_digits() -> None:
    assert found(text=basic("100.12000000", "90.12000000")) == []


def test_last_year_too() -> None:
    last = (
        "last_year: {budget: {sources: {general: {by_function: {2010301: 1.1234567}, by_nature: {basic: 1.1234567}}}}}"
    )
    diagnostics = found(text=example(f"{last}\nreasons: {{}}\n"))
    assert [d.code for d in diagnostics if d.code == CODE] == [CODE, CODE]
