"""Pages of final accounts agree with the published documents wherever these agree with themselves (the lists here)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.district_accounts.golden_files import ADDRESS
from tests.golden_files import ROOT, data
from tests.published import Published, blocks_of_type, compare_sentences

HERE = Path(__file__).resolve().parent
ALL = {
    "ecology": Published.read(HERE / "ecology.yaml", ADDRESS),
    "culture": Published.read(HERE / "culture.yaml", "shanghai/putuo/culture-and-tourism-bureau/2025-accounts"),
}


@pytest.mark.parametrize("name", ALL)
def test_the_nine_tables_are_there(name: str) -> None:
    tables = [table["id"] for table in blocks_of_type(data(ALL[name].address)["sections"], "table")]
    assert len(tables) == 9
    assert sorted(tables) == ALL[name].tables


@pytest.mark.parametrize(("name", "table"), [(name, table) for name, each in ALL.items() for table in each.tables])
def test_every_cell_is_the_published_one_unless_it_is_listed(name: str, table: str) -> None:
    published = ALL[name]
    assert published.differing_cells(table) == published.listed_differences(table)
    assert published.compiled_rows(table) == published.published_rows(table)
    compiled, wanted = published.columns(table)
    assert compiled == wanted


@pytest.mark.parametrize(("name", "section"), [(name, one) for name, each in ALL.items() for one in each.sections])
def test_every_sentence_shows_the_published_figures_unless_it_is_listed(name: str, section: str) -> None:
    compare_sentences(ALL[name], section)


@pytest.mark.parametrize("name", ALL)
def test_the_file_beside_the_spec_lists_the_same_differences(name: str) -> None:
    published = ALL[name]
    text = (ROOT / "specs" / f"{published.address}.differences.md").read_text(encoding="utf-8")
    cells = [cell for table in published.tables for cell in published.transcribed_cells(table).values() if cell != "-"]
    differ = published.listed["differ"]
    same = len(cells) - sum(old != "-" for *_, old, _, _ in differ)
    assert f"共 {len(cells)} 个数" in text
    assert f"{same} 个相等" in text
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    assert all(any(old in row[1] and new in row[2] for row in rows if len(row) == 4) for *_, old, new, _ in differ)
    sentences = [entry for entries in published.listed["sentences"].values() for entry in entries if len(entry) == 4]
    assert all(any(begins[:8] in row[0] for row in rows if len(row) == 4) for begins, *_ in sentences)
