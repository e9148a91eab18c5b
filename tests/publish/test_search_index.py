"""The index of the search: each name once, with all the places that have it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from disc.publish.entry import Entry
from disc.publish.places import Place, Sort
from disc.publish.site_pages import site_pieces
from tests import many, themes
from tests.publish.entries import COUNTY, amount, entry

HEADING = Place(Sort.SECTION, "{entity}概况", "", "overview")


def index_files(entries: Iterable[Entry]) -> dict[str, bytes]:
    pieces = site_pieces(tuple(entries), themes.theme(), (), ())
    return {piece.path: piece.make() for piece in pieces if piece.path.endswith(".js")}


def indexes(*entries: Entry) -> dict[str, Any]:
    files = {name: content.decode() for name, content in index_files(entries).items()}
    return {name: json.loads(text.removeprefix("disc.index(").removesuffix(");\n")) for name, text in files.items()}


def test_an_index() -> None:
    item, elsewhere = (Place(Sort.ITEM, "行政运行", "2010301", anchor) for anchor in ("table_income", "table_general"))
    entries = [
        replace(entry("c/b/2024-budget", "乙局", places=(HEADING, elsewhere)), amounts="7.00"),
        replace(
            entry("c/a/2023-budget", places=(Place(Sort.ITEM, "办公费", "30201", "basic"), item)), amounts=" 1200.50"
        ),
        entry(
            "c/a/2024-budget",
            "甲局",
            amount("total", "18961600.00", unit="元"),
            places=(item, HEADING, Place(Sort.PROJECT, "修路", "", "table_projects")),
        ),
        replace(entry("c/b/2025-budget", "乙局", places=(item,)), amounts="0.00"),
    ]
    assert indexes(*entries) == {
        "search/100001.js": {
            "region": list(COUNTY),
            "entities": [["c/a", "甲局"], ["c/b", "乙局"]],
            "disclosures": [
                [0, 2023, "budget", "2023-budget", "{entity}{year}年预算公开", ""],
                [0, 2024, "budget", "2024-budget", "{entity}{year}年预算公开", "1,896.16"],
                [1, 2024, "budget", "2024-budget", "{entity}{year}年预算公开", ""],
                [1, 2025, "budget", "2025-budget", "{entity}{year}年预算公开", ""],
            ],
            "names": [
                ["i", "办公费", "30201", [["basic", [0]]]],
                [
                    "i",
                    "行政运行",
                    "2010301",
                    [["table_general", [2], "7.00"], ["table_income", [0, 1, 2], "1200.50  0.00"]],
                ],
                ["p", "修路", "", [["table_projects", [1]]]],
                ["s", "{entity}概况", "", [["overview", [1, 1]]]],
            ],
        }
    }


def test_each_region_has_its_own() -> None:
    other = replace(entry("d/a/2024-budget"), region="100002")
    assert list(indexes(entry("c/a/2024-budget"), other)) == ["search/100001.js", "search/100002.js"]


def test_the_order_of_the_entries_does_not_matter() -> None:
    some = many.entries(40)
    assert index_files(some) == index_files(some[::-1])


def test_the_indexes_of_a_thousand_disclosures_are_small() -> None:
    sizes = [len(gzip.compress(content)) for content in index_files(many.entries(1000)).values()]
    assert len(sizes) == 4
    assert sum(sizes) < 190_000
