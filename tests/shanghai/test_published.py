"""The finance bureau's page agrees with the published document wherever that agrees with itself (`published.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden_files import ROOT, data
from tests.published import Published, blocks_of_type, compare_sentences
from tests.shanghai.golden_files import ADDRESS

PUBLISHED = Published.read(Path(__file__).with_name("published.yaml"), ADDRESS)


def test_the_nine_tables_are_there() -> None:
    titles = [table["title"] for table in blocks_of_type(data(ADDRESS)["sections"], "table")]
    assert len(titles) == 9
    assert {table["id"] for table in blocks_of_type(data(ADDRESS)["sections"], "table")} == set(PUBLISHED.tables)


@pytest.mark.parametrize("table", PUBLISHED.tables)
def test_every_cell_is_the_published_one(table: str) -> None:
    assert PUBLISHED.differing_cells(table) == PUBLISHED.listed_differences(table) == {}
    assert PUBLISHED.compiled_rows(table) == PUBLISHED.published_rows(table)
    compiled, published = PUBLISHED.columns(table)
    assert compiled == published


@pytest.mark.parametrize("section", PUBLISHED.sections)
def test_every_sentence_shows_the_published_figures_unless_it_is_listed(section: str) -> None:
    compare_sentences(PUBLISHED, section)


def test_the_file_beside_the_spec_lists_the_same_differences() -> None:
    text = (ROOT / "specs" / f"{ADDRESS}.differences.md").read_text(encoding="utf-8")
    cells = [cell for table in PUBLISHED.tables for cell in PUBLISHED.transcribed_cells(table).values() if cell != "-"]
    assert f"共 {len(cells)} 个数，全部相等" in text
    differing = [entry for entries in PUBLISHED.listed["sentences"].values() for entry in entries if len(entry) == 4]
    assert len(differing) == 5
    rows = [line.split(" | ")[1:3] for line in text.splitlines() if line.startswith("| 编制说明第")]
    for _, published, compiled, _ in differing:
        assert [published.removesuffix("万元"), compiled.removesuffix("万元")] in rows
