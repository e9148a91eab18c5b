"""What can be taken away of the disclosures here, read by the programs that others use, offline."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from frictionless import validate
from jsonschema import Draft7Validator
from openpyxl import load_workbook

from disc.build import build
from disc.load.spec_files import Options
from tests.golden_files import ROOT, Data

ADDRESSES = (
    "xinjiang/akqi/government-office/2024-budget",
    "shanghai/putuo/finance-bureau/2025-budget",
    "shanghai/putuo/ecology-and-environment-bureau/2025-accounts",
    "shanghai/putuo/culture-and-tourism-bureau/2025-accounts",
)
PROFILE = json.loads((ROOT / "tests/emit/datapackage-2.0.schema.json").read_text(encoding="utf-8"))
PACKAGES = (*ADDRESSES, "data", "data/653023", "data/310107")

_LEVEL = r"(generic|generic:level[1-8]):(code|label|description)"
FISCAL = re.compile(
    rf"value|date:fiscal-year|phase:(id|label)|geo-source:source:(code|title)|expenditure-type:(code|label)"
    rf"|(administrative|functional|economic)-classification:{_LEVEL}|fin-source:generic:(level[1-3]:)?(code|label)"
    rf"|activity:generic:project:(code|label)"
)
"""The column types of the fiscal taxonomy of budgets, as far as there is something here that they could be about."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, with everything that a site can offer."""
    root, out = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("out") / "site"
    (root / "specs").symlink_to(ROOT / "specs")
    (root / "site").mkdir()
    (root / "site/site.yaml").write_text(
        "name: 甲\ndownloads: [xlsx, excel-csv, parquet]\nlicence: {title: 乙, address: https://a.example/}\n",
        encoding="utf-8",
    )
    assert not build(Options(root), out).failed
    return out


@pytest.mark.parametrize("package", PACKAGES)
def test_the_descriptors_are_as_the_standard_wants_them(out: Path, package: str) -> None:
    described = json.loads((out / package / "datapackage.json").read_bytes())
    assert [error.message for error in Draft7Validator(PROFILE).iter_errors(described)] == []
    assert list(Draft7Validator(PROFILE).iter_errors({**described, "resources": []})) != []


@pytest.mark.parametrize("package", PACKAGES)
def test_frictionless_accepts_the_descriptors(out: Path, package: str) -> None:
    report = validate(str(out / package / "datapackage.json"))
    assert report.flatten(["name", "type", "message"]) == []
    described = json.loads((out / package / "datapackage.json").read_bytes())
    assert [task.name for task in report.tasks] == [resource["name"] for resource in described["resources"]]


def test_frictionless_would_find_a_file_that_is_not_as_described(out: Path, tmp_path: Path) -> None:
    for name in ("facts.csv", "datapackage.json"):
        content = (out / "data" / name).read_bytes()
        (tmp_path / name).write_bytes(content.replace(b",2025,this_year,", b",abcd,this_year,", 1))
    found = [kind for (kind,) in validate(str(tmp_path / "datapackage.json")).flatten(["type"])]
    assert found == ["type-error", "hash-count"]


def test_columns_have_the_types_of_the_fiscal_taxonomy(out: Path) -> None:
    (facts,) = json.loads((out / "data/datapackage.json").read_bytes())["resources"]
    types = [field["columnType"] for field in facts["schema"]["fields"] if "columnType" in field]
    assert {"value", "date:fiscal-year", "functional-classification:generic:code"} < set(types)
    assert [name for name in types if not FISCAL.fullmatch(name)] == []
    assert len(set(types)) == len(types)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_number_of_the_workbook_is_that_of_the_data(out: Path, address: str) -> None:
    book = load_workbook(io.BytesIO((out / address / "tables.xlsx").read_bytes()))
    data = json.loads((out / address / "data.json").read_bytes())
    tables = list(tables_of(data["sections"]))
    assert len(book.worksheets) == len(tables) + 1
    compared = 0
    for sheet, table in zip(book.worksheets[1:], tables, strict=True):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"n", "s"}
        found = [Decimal(str(cell.value)) for cell in cells if cell.data_type == "n" and cell.value is not None]
        wanted = [number for row in (*table["head"], *table["body"]) for number in numbers(row)]
        assert found == wanted, table["id"]
        compared += len(found)
    assert compared > 100


def tables_of(blocks: list[Data]) -> Iterator[Data]:
    for block in blocks:
        if block["type"] == "table":
            yield block
        yield from tables_of(block.get("blocks", []))


def numbers(row: Data) -> Iterator[Decimal]:
    """Yield the number in each cell of a row that holds one alone."""
    for cell in row["cells"]:
        text = "".join(inline["text"] for inline in cell["content"]).replace(",", "")
        if cell["kind"] == "number" and re.fullmatch(r"[+-]?[0-9.]+%?", text):
            yield Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_line_of_the_data_is_a_row_of_the_long_table(out: Path, address: str) -> None:
    lines = json.loads((out / address / "data.json").read_bytes())["lines"]
    scale = {"万元": 10_000}
    wanted = [(line["path"], line["line"], Decimal(line["amount"]) * scale.get(line["unit"], 1)) for line in lines]
    for table in ("facts.parquet", "facts.csv"):
        with duckdb.connect() as connection:
            found = connection.execute(
                "SELECT path, line, coalesce(amount, quantity) FROM $path WHERE disclosure = $address".replace(
                    "$path", f"'{out / 'data' / table}'"
                ),
                {"address": address},
            ).fetchall()
        assert [(path, line, Decimal(str(amount))) for path, line, amount in found] == wanted


def test_plain_files_have_no_byte_order_mark_and_those_for_excel_have_one(out: Path) -> None:
    marked = {path.relative_to(out).as_posix(): path.read_bytes()[:3] == b"\xef\xbb\xbf" for path in out.rglob("*.csv")}
    assert {name for name, mark in marked.items() if mark} == {
        *(f"{address}/tables.excel.csv" for address in ADDRESSES),
        "data/653023/facts.excel.csv",
        "data/310107/facts.excel.csv",
    }
    assert len(marked) > 30
