"""The workbook, read back by another library: types, looks, nothing that runs, always the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from disc.core.document import Cell, CellKind, Document, Row, RowKind, Table, Text
from disc.emit.xlsx import to_xlsx
from tests import sample_document as make

TABLES = (make.two_sided(), make.wide(), make.empty(), make.layout())


def read(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def single(cell: Cell) -> Worksheet:
    """The sheet of a table with one cell, which stands at A3."""
    table = Table("t", "", "题", (), "", 1, (), (Row(RowKind.DETAIL, (cell,)),), (), ())
    return read(to_xlsx(make.sample(), [table]))["题"]


@pytest.fixture(scope="module")
def document() -> Document:
    return make.sample()


@pytest.fixture(scope="module")
def workbook(document: Document) -> Workbook:
    return read(to_xlsx(document, TABLES))


def test_there_is_a_cover_and_a_sheet_for_each_table(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["封面", *(f"{table.label} {table.title}".strip() for table in TABLES)]


def test_the_cover_says_what_it_is_and_leads_to_the_tables(workbook: Workbook, document: Document) -> None:
    cover = workbook["封面"]
    said = {row[0].value: row[1].value for row in cover.iter_rows(min_row=3) if row[0].value}
    assert [cover["A1"].value, cover["A2"].value] == list(document.cover)
    assert {"单位": make.ENTITY, "年度": "2024", "公开日期": "2024-02-21"}.items() <= said.items()
    assert said["行政区划"] == "新疆维吾尔自治区／阿合奇县（653023）"
    links = [cell.hyperlink.location for row in cover.iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in workbook.sheetnames[1:]]


def test_a_table_stands_as_on_the_page(workbook: Workbook) -> None:
    sheet = workbook["表1 单位收支总体情况表"]
    assert sheet["A1"].value == "表1 单位收支总体情况表"
    assert sheet["D2"].value == "单位：万元"
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=5)] == [
        ["收入", None, "支出", None],
        ["项目", "预算数", "功能分类", "预算数"],
        ["一、本年收入", 607.61, "201 一般公共服务支出", 497.63],
    ]
    assert {str(merged) for merged in sheet.merged_cells.ranges} >= {"A1:D1", "A3:B3", "C3:D3"}
    assert (sheet["B5"].number_format, sheet["A7"].alignment.indent) == ("#,##0.00", 2)


def test_headings_stay_in_sight_and_on_every_page(workbook: Workbook) -> None:
    portrait, landscape, layout = (workbook[workbook.sheetnames[n]] for n in (1, 2, 4))
    assert (portrait.freeze_panes, portrait.print_title_rows) == ("A5", "$1:$4")
    assert layout.freeze_panes is None
    assert [sheet.page_setup.orientation for sheet in (portrait, landscape)] == ["portrait", "landscape"]
    assert {sheet.page_setup.paperSize for sheet in workbook} == {9}
    fits = [sheet.sheet_properties.pageSetUpPr for sheet in workbook]
    assert all(fit and fit.fitToPage for fit in fits)
    assert {sheet.page_setup.fitToHeight for sheet in workbook} == {0}


def test_long_texts_make_wide_columns_and_high_rows() -> None:
    short, long = single(make.text("甲" * 8)), single(make.text("甲" * 40))
    assert [sheet.column_dimensions["A"].width > 17 for sheet in (short, long)] == [True, True]
    assert (short.row_dimensions[3].height, long.row_dimensions[3].height) == (None, 45)


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("1,234.50", "1234.5", "#,##0.00"),
        ("-1,234.50", "-1234.5", "#,##0.00"),
        ("25", "25", "#,##0"),
        ("18.10%", "0.181", "0.00%"),
        ("5%", "0.05", "0%"),
        ("99,999,999,999.99", "99999999999.99", "#,##0.00"),
    ],
)
def test_a_number_is_a_number_with_its_decimals(text: str, value: str, shown: str) -> None:
    cell = single(Cell(CellKind.NUMBER, (Text(text),)))["A3"]
    assert (cell.data_type, Decimal(str(cell.value)), cell.number_format) == ("n", Decimal(value), shown)


@pytest.mark.parametrize("kind", [CellKind.TEXT, CellKind.CODE, CellKind.ROW_HEADER])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@SUM(A1)", "0201", "1234.50", "https://a.example/", "{=1}"])
def test_all_else_is_text(text: str, kind: CellKind) -> None:
    cell = single(Cell(kind, (Text(text),)))["A3"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), min_size=1)
)
def test_any_text_is_read_back(text: str) -> None:
    assert single(make.text(text))["A3"].value == text


@pytest.mark.parametrize("text", ["_x0041_", " 甲 ", "&<>\"'", "𠮷"])
def test_what_xml_is_particular_about_is_read_back(text: str) -> None:
    assert single(make.text(text))["A3"].value == text


def test_a_text_that_is_too_long_for_excel_is_cut_and_says_so() -> None:
    value = single(make.text("甲" * 40_000))["A3"].value
    assert value == "甲" * 32_766 + "…"


def test_cells_that_span_into_each_other_make_a_workbook_all_the_same() -> None:
    rows = (
        Row(RowKind.DETAIL, (make.text("a"), make.header("b", rowspan=2))),
        Row(RowKind.DETAIL, (make.text("c", 2),)),
    )
    sheet = read(to_xlsx(make.sample(), [Table("t", "", "题", (), "", 2, (), rows, (), ())]))["题"]
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:B1", "A4:B4"}
    assert [sheet[place].value for place in ("A3", "B3", "A4")] == ["a", "b", "c"]


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    content = to_xlsx(document, TABLES)
    assert to_xlsx(document, TABLES) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("published", "created"),
    [("2024-02-21", datetime(2024, 2, 21)), ("", datetime(2024, 1, 1))],  # noqa: DTZ001
)
def test_it_was_created_when_it_was_published(document: Document, published: str, created: datetime) -> None:
    meta = replace(document.meta, published=published)
    properties = read(to_xlsx(replace(document, meta=meta), ())).properties
    assert (properties.title, properties.creator) == (meta.title, meta.entity)
    assert properties.created == properties.modified == created
