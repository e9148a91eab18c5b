"""The seed's page agrees with the published document wherever that agrees with itself (`published.yaml`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.published import Published, blocks_of_type, compare_sentences, figures, value
from tests.seed.spec import ADDRESS, FILE, ROOT, seed_data

PUBLISHED = Published.read(Path(__file__).with_name("published.yaml"), ADDRESS)


def test_the_eleven_tables_are_there() -> None:
    numbered = [t for t in blocks_of_type(seed_data()["sections"], "table") if t["label"]]
    assert [t["label"] for t in numbered] == [f"表{n}" for n in range(1, 12)]
    assert {t["id"] for t in numbered} == set(PUBLISHED.tables)


@pytest.mark.parametrize("table", PUBLISHED.tables)
def test_every_cell_is_the_published_one_unless_it_is_listed(table: str) -> None:
    assert PUBLISHED.differing_cells(table) == PUBLISHED.listed_differences(table)
    assert PUBLISHED.compiled_rows(table) == PUBLISHED.published_rows(table)
    compiled, published = PUBLISHED.columns(table)
    assert compiled == published


@pytest.mark.parametrize("section", PUBLISHED.sections)
def test_every_sentence_shows_the_published_figures_unless_it_is_listed(section: str) -> None:
    compare_sentences(PUBLISHED, section)


def test_every_difference_has_its_reason() -> None:
    differ = PUBLISHED.listed["differ"]
    assert all(re.search(r"\w", why) for *_, why in differ)
    places_of = [tuple(entry[:3]) for entry in differ]
    assert len(places_of) == len(set(places_of))


def test_the_file_beside_the_spec_lists_the_same_differences() -> None:
    text = (ROOT / FILE).with_suffix(".differences.md").read_text(encoding="utf-8")
    cells = [cell for table in PUBLISHED.tables for cell in PUBLISHED.transcribed_cells(table).values() if cell != "-"]
    wrong = [entry for entry in PUBLISHED.listed["differ"] if entry[3] != "-"]
    assert f"共 {len(cells)} 个数。自相一致的 {len(cells) - len(wrong)} 个全部相等" in text
    assert f"其余 {len(wrong)} 个" in text
    stated = [entry[3] for entry in wrong]
    for entries in PUBLISHED.listed["sentences"].values():
        for _, old, new, _ in (entry for entry in entries if len(entry) == 4):
            stated += [word for word in old.split() if value(word) not in figures(new)]
    assert [number for number in stated if number not in text and number.removesuffix("%") not in ("0", "18")] == []
