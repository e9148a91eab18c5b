"""Tables as CSV: digits for machines, text that no spreadsheet runs."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disc.core.document import Cell, CellKind, Row, RowKind, Table, Text
from disc.emit.csv import to_csv, to_excel_csv
from disc.emit.harmless import harmless
from disc.emit.records import records
from tests import sample_document as make


def fields(table: Table) -> list[list[str]]:
    return list(csv.reader(to_csv(records(table)).splitlines(keepends=True), strict=True))


def single(cell: Cell) -> str:
    """The field that one cell becomes; empty where there is no record, as nothing is in it."""
    table = Table("t", "", "", (), "", 1, (), (Row(RowKind.DETAIL, (cell,)),), (), ())
    return next((field for (field,) in fields(table)), "")


def original(field: str) -> str:
    """The text that a field stands for: what the documentation tells readers to do."""
    return field.removeprefix("'")


def test_one_heading_row_and_one_record_for_each_row() -> None:
    assert to_csv(records(make.two_sided())) == (
        "收入 项目,收入 预算数,支出 功能分类,支出 预算数\n"
        "一、本年收入,607.61,201 一般公共服务支出,497.63\n"
        "1. 一般公共预算拨款,,202 外交支出,\n"
        "其中：一般财力,109.98,208 社会保障和就业支出,109.98\n"
        ",,234 抗疫特别国债安排的支出,\n"
        "收入总计,607.61,支出总计,607.61\n"
    )


def test_every_record_has_every_column() -> None:
    for table in (make.wide(), make.layout(), make.empty()):
        assert {len(record) for record in fields(table)} == {table.width}


def test_a_cell_that_spans_rows_is_repeated_and_one_that_spans_columns_is_not() -> None:
    rows = fields(make.layout())
    assert rows[0] == ["预算单位", "", make.ENTITY, "", "", ""]
    assert [row[0] for row in rows[-3:]] == ["产出指标"] * 3


@pytest.mark.parametrize(
    ("text", "field"),
    [("1,234.50", "1234.50"), ("-1,234.50", "-1234.50"), ("18.10%", "18.10%"), ("0.00", "0.00"), ("", "")],
)
def test_numbers_are_plain_digits(text: str, field: str) -> None:
    assert single(Cell(CellKind.NUMBER, (Text(text),))) == field


FORMULAS = (
    "=100%",
    "=1+1",
    "+1",
    "-5",
    "- 甲",
    "@SUM(A1)",
    " =1",
    "\u3000=1",
    "＝1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\ufeff=1",
)


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("kind", [CellKind.TEXT, CellKind.CODE, CellKind.ROW_HEADER])
def test_text_is_never_a_formula(text: str, kind: CellKind) -> None:
    assert single(Cell(kind, (Text(text),))).startswith("'")


@pytest.mark.parametrize("text", ["-1+1", "=1", "-1万元", "+SUM(A1)"])
def test_what_is_no_number_is_text_whatever_the_cell_says(text: str) -> None:
    assert single(Cell(CellKind.NUMBER, (Text(text),))) == f"'{text}"


@given(st.text(st.sampled_from("=+-@＝＋－＠' \t\r\n\u3000\ufeff\u200b甲1\",")) | st.text())
def test_who_takes_the_apostrophe_off_has_the_text(text: str) -> None:
    field = harmless(text)
    assert original(field) == text
    assert not field.lstrip(" \t\r\n\u3000\ufeff\u200b").startswith(tuple("=+-@＝＋－＠"))


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))), min_size=1, max_size=4))
def test_any_text_is_read_back_from_csv(texts: list[str]) -> None:
    rows = tuple(Row(RowKind.DETAIL, (make.text(text), make.text("甲"))) for text in texts)
    table = Table("t", "", "", (), "", 2, (), rows, (), ("=甲", "甲"))
    heading, *body = fields(table)
    assert heading == ["'=甲", "甲"]
    assert [original(first) for first, _ in body] == texts


def test_the_file_for_excel_has_all_tables_and_a_byte_order_mark() -> None:
    text = to_excel_csv(map(records, (make.two_sided(), make.empty())))
    first, second, *rest = text.split("\r\n\r\n")
    assert first == "\ufeff" + "\r\n".join(
        ("表1 单位收支总体情况表", "单位：万元", *to_csv(records(make.two_sided())).splitlines())
    )
    assert second.startswith("表3 政府性基金预算支出情况表\r\n单位：万元\r\n")
    assert rest == [""]
