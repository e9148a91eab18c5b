"""The page agrees with the published accounts wherever they agree with themselves (`published.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden_files import ROOT, data
from tests.published import Published, blocks_of_type, compare_sentences

ADDRESS = "shanghai/putuo/culture-and-tourism-bureau/2025-accounts"
PUBLISHED = Published.read(Path(__file__).with_name("published.yaml"), ADDRESS)


def test_the_nine_tables_are_there() -> None:
    tables = [table["id"] for table in blocks_of_type(data(ADDRESS)["sections"], "table")]
    assert len(tables) == 9
    assert sorted(tables) == PUBLISHED.tables


@pytest.mark.parametrize("table", PUBLISHED.tables)
def test_every_cell_is_the_published_one_unless_it_is_listed(table: str) -> None:
    assert PUBLISHED.differing_cells(table) == PUBLISHED.listed_differences(table)
    assert PUBLISHED.compiled_rows(table) == PUBLISHED.published_rows(table)
    compiled, published = PUBLISHED.columns(table)
    assert compiled == published


@pytest.mark.parametrize("section", PUBLISHED.sections)
def test_every_sentence_shows_the_published_figures_unless_it_is_listed(section: str) -> None:
    compare_sentences(PUBLISHED, section)


def test_the_file_beside_the_spec_lists_the_same_differences() -> None:
    text = (ROOT / "specs" / f"{ADDRESS}.differences.md").read_text(encoding="utf-8")
    cells = [cell for table in PUBLISHED.tables for cell in PUBLISHED.transcribed_cells(table).values() if cell != "-"]
    differ = PUBLISHED.listed["differ"]
    same = sum(1 for cell in cells if cell != "-") - sum(1 for *_, old, _, _ in differ if old != "-")
    assert f"共 {len(cells)} 个数" in text
    assert f"{same} 个相等" in text
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    assert all(any(old in row[1] and new in row[2] for row in rows if len(row) == 4) for *_, old, new, _ in differ)
    sentences = [entry for entries in PUBLISHED.listed["sentences"].values() for entry in entries if len(entry) == 4]
    assert all(any(begins[:8] in row[0] for row in rows if len(row) == 4) for begins, *_ in sentences)
