"""Tables as records: what a column is called and what it holds."""

from __future__ import annotations

from msgspec.structs import replace

from disc.core.document import Cell, CellKind, Row, RowKind, Table, Text
from disc.emit.records import ColumnType, records
from tests import sample_document as make

TEXT, NUMBER, PERCENT = ColumnType.TEXT, ColumnType.NUMBER, ColumnType.PERCENT


def number(text: str) -> Cell:
    return Cell(CellKind.NUMBER, (Text(text),) if text else ())


def table(*rows: tuple[Cell, ...], columns: tuple[str, ...] = ()) -> Table:
    return Table("t", "", "", (), "", len(rows[0]), (), tuple(Row(RowKind.DETAIL, row) for row in rows), (), columns)


def test_a_column_of_numbers_is_one_if_nothing_else_stands_in_it() -> None:
    found = records(
        table(
            (number("1,000.50"), number("5.1%"), number("-3"), number(""), make.text("1"), make.code("01")),
            (number(""), number("7"), number("—"), number(""), make.text("2"), make.code("02")),
        )
    )
    assert found.types == (NUMBER, PERCENT, TEXT, NUMBER, TEXT, TEXT)
    assert found.rows == (["1000.50", "5.1%", "-3", "", "1", "01"], ["", "7", "—", "", "2", "02"])


def test_no_column_is_without_a_name_and_no_two_have_the_same() -> None:
    cells = tuple(make.text("甲") for _ in range(6))
    found = records(table(cells, columns=("合计", "", "合计", " ", "合计（2）", "=合计")))
    assert found.columns == ("合计", "列2", "合计（2）", "列4", "合计（2）（2）", "'=合计")
    assert found.has_heading


def test_the_columns_of_a_layout_are_counted() -> None:
    found = records(make.layout())
    assert not found.has_heading
    assert found.columns == ("列1", "列2", "列3", "列4", "列5", "列6")
    assert len(found.rows) == len(make.layout().head + make.layout().body)


def test_a_record_that_would_be_empty_is_left_out() -> None:
    empty = Row(RowKind.DETAIL, (make.header(""), make.amount(), make.header(""), make.amount()))
    full = make.two_sided()
    assert records(replace(full, body=(*full.body, empty))).rows == records(full).rows
