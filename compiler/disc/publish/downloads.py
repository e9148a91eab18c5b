"""What of a disclosure can be taken away: its text, its tables and its facts, in formats for people and programs.

The files depend on nothing but the document and the settings of the site.
"""

from __future__ import annotations

from collections.abc import Mapping

from disc.core.document import Document
from disc.emit.csv import to_csv, to_excel_csv
from disc.emit.data import to_json
from disc.emit.datapackage import DESCRIPTOR, Stamp, about_document, data_package, facts_resource, table_resource
from disc.emit.facts import facts_csv
from disc.emit.grid import text_grid
from disc.emit.json_text import Json
from disc.emit.markdown import to_markdown
from disc.emit.records import all_records
from disc.publish.theme import Theme

TABLES = "tables"
"""Folder of the tables' CSV files beside each page."""

FACTS = "facts.csv"
"""The rows of the long table that are a disclosure's own, beside its page; and the whole table of a region or site."""


def data_files(document: Document, theme: Theme) -> dict[str, bytes]:
    """Return the files beside the page of a disclosure, by their paths below its folder."""
    site = theme.site
    tables = document.tables
    grids = {table.id: text_grid(table) for table in tables}
    found = all_records(tables, grids)
    files = {"index.md": to_markdown(document, grids).encode(), "data.json": to_json(document).encode()}
    files[FACTS] = facts_csv(document).encode()
    facts = facts_resource(FACTS, f"{document.meta.title}：填报数据", Stamp.of(files[FACTS]), theme.fact_schema)
    resources = [facts]
    for each in found:
        path = f"{TABLES}/{each.table.id}.csv"
        files[path] = to_csv(each).encode()
        resources.append(table_resource(each, path, Stamp.of(files[path])))
    files[DESCRIPTOR] = data_package(about_document(document) | licences(site.licence), resources)
    if "excel-csv" in site.downloads:
        files["tables.excel.csv"] = to_excel_csv(found).encode()
    if "xlsx" in site.downloads:
        # It takes a while to import, and not every site wants it.
        from disc.emit.xlsx import to_xlsx  # noqa: PLC0415

        files["tables.xlsx"] = to_xlsx(document, tables)
    return files


def licences(licence: Mapping[str, str]) -> dict[str, Json]:
    """Return what a descriptor says of the licence that a site sets; nothing where it sets none."""
    known = {"title": licence.get("title", ""), "path": licence.get("address", "")}
    return {"licenses": [{name: text for name, text in known.items() if text}]} if licence else {}


def size_text(size: int) -> str:
    """Return a number of bytes as people say it: 38 KB, 1.2 MB."""
    kilobytes = -(-size // 1024)
    tenths = size * 10 // 1024**2
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{tenths // 10}.{tenths % 10} MB"
