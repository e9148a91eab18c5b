"""Descriptors: by the standard, and true of the files that they describe."""

from __future__ import annotations

import json

from msgspec.json import encode
from msgspec.structs import replace

from disc.emit.datapackage import Stamp, about_document, data_package, facts_resource, table_resource
from disc.emit.records import records
from tests import sample_document as make

STAMP = Stamp.of(b"abc")
HASH = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_file_has_its_size_and_hash_and_columns() -> None:
    file = facts_resource("facts.csv", "填报数据", STAMP, '{"fields": []}')
    assert json.loads(encode(file)) == {
        "name": "facts",
        "type": "table",
        "path": "facts.csv",
        "title": "填报数据",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": 3,
        "hash": HASH,
        "schema": {"fields": []},
    }


def test_a_table_tells_what_its_columns_hold() -> None:
    table = json.loads(encode(table_resource(records(make.two_sided()), "tables/overall.csv", STAMP)))
    assert (table["name"], table["title"], table["description"]) == (
        "table-overall",
        "表1 单位收支总体情况表",
        "单位：万元",
    )
    assert table["schema"] == {
        "fields": [
            {"name": "收入 项目", "type": "string"},
            {"name": "收入 预算数", "type": "number"},
            {"name": "支出 功能分类", "type": "string"},
            {"name": "支出 预算数", "type": "number"},
        ]
    }
    assert "dialect" not in table


def test_a_layout_has_no_heading_row() -> None:
    table = json.loads(encode(table_resource(records(make.layout()), "tables/targets-1.csv", STAMP)))
    assert table["dialect"] == {"header": False}


def test_the_whole_says_what_it_is_and_where_it_is_from() -> None:
    meta = make.sample().meta
    about = about_document(make.sample())
    assert about["name"] == "sample-office-2024-budget"
    assert about["contributors"] == [{"title": make.ENTITY, "roles": ["publisher"]}]
    assert about["sources"] == [{"title": meta.source, "path": meta.source}]
    for source, sources in (("《甲》", [{"title": "《甲》"}]), ("", None)):
        assert about_document(replace(make.sample(), meta=replace(meta, source=source))).get("sources") == sources


def test_the_text_is_the_descriptor() -> None:
    files = [facts_resource(path, "填报数据", STAMP, '{"fields": []}') for path in ("facts.csv", "other.csv")]
    assert json.loads(data_package({"name": "a", "title": '"甲"'}, files)) == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "a",
        "title": '"甲"',
        "resources": [json.loads(encode(file)) for file in files],
    }
