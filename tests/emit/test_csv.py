"""Tables as CSV: digits for machines, text that no spreadsheet runs."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.document import Cell, CellKind, Row, RowKind, Table, Text
from disc.emit.csv import to_csv
from tests import sample_document as make


def records(table: Table) -> list[list[str]]:
    return list(csv.reader(to_csv(table).splitlines(keepends=True), strict=True))


def single(cell: Cell) -> str:
    """The field that one cell becomes."""
    table = Table("t", "", "", (), "", 1, (), (Row(RowKind.DETAIL, (cell,)),), (), ())
    ((field,),) = records(table)
    return field


def test_one_heading_row_and_one_record_for_each_row() -> None:
    assert to_csv(make.two_sided()) == (
        "收入 项目,收入 预算数,支出 功能分类,支出 预算数\n"
        "一、本年收入,607.61,201 一般公共服务支出,497.63\n"
        "1. 一般公共预算拨款,,202 外交支出,\n"
        "其中：一般财力,109.98,208 社会保障和就业支出,109.98\n"
        ",,234 抗疫特别国债安排的支出,\n"
        "收入总计,607.61,支出总计,607.61\n"
    )


def test_every_record_has_every_column() -> None:
    for table in (make.wide(), make.layout(), make.empty()):
        assert {len(record) for record in records(table)} == {table.width}


def test_a_cell_that_spans_rows_is_repeated_and_one_that_spans_columns_is_not() -> None:
    rows = records(make.layout())
    assert rows[0] == ["预算单位", "", make.ENTITY, "", "", ""]
    assert [row[0] for row in rows[-3:]] == ["产出指标"] * 3


@pytest.mark.parametrize(
    ("text", "field"),
    [("1,234.50", "1234.50"), ("-1,234.50", "-1234.50"), ("18.10%", "18.10%"), ("0.00", "0.00"), ("", "")],
)
def test_numbers_are_plain_digits(text: str, field: str) -> None:
    assert single(Cell(CellKind.NUMBER, (Text(text),))) == field


@pytest.mark.parametrize("text", ["=100%", "=1+1", "+1", "-5", "- 甲", "@SUM(A1)", " =1", "\u3000=1", "＝1", "\t=1"])
@pytest.mark.parametrize("kind", [CellKind.TEXT, CellKind.CODE, CellKind.ROW_HEADER])
def test_text_is_never_a_formula(text: str, kind: CellKind) -> None:
    assert single(Cell(kind, (Text(text),))).startswith("'")


@pytest.mark.parametrize("text", ["-1+1", "=1", "-1万元", "+SUM(A1)"])
def test_what_is_no_number_is_text_whatever_the_cell_says(text: str) -> None:
    assert single(Cell(CellKind.NUMBER, (Text(text),))) == f"'{text}"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_text_is_kept_but_for_the_apostrophe(text: str) -> None:
    field = single(make.text(text))
    assert field in {text, f"'{text}"}
    assert not field.lstrip().startswith(("=", "+", "-", "@"))
