"""The seed's page agrees with the published document wherever that agrees with itself (`published.yaml`)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from tests.seed.one_leaf import Place, places
from tests.seed.spec import ADDRESS, FILE, ROOT, Data, pages, seed_data

Cells: TypeAlias = dict[tuple[str, str, str], str]
"""Table, row and column to what the cell holds, - for nothing."""


@cache
def published() -> Data:
    loaded: Data = yaml.safe_load(Path(__file__).with_name("published.yaml").read_text(encoding="utf-8"))
    return loaded


TABLES = sorted(published()["tables"])
SECTIONS = sorted(published()["sentences"])


def test_the_eleven_tables_are_there() -> None:
    numbered = [t for t in blocks_of_type(seed_data()["sections"], "table") if t["label"]]
    assert [t["label"] for t in numbered] == [f"表{n}" for n in range(1, 12)]
    assert {t["id"] for t in numbered} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_the_published_one_unless_it_is_listed(table: str) -> None:
    transcribed, compiled = transcribed_cells(table), compiled_cells(table)
    differ = {(t, r, c): (old, new) for t, r, c, old, new, _ in published()["differ"] if t == table}
    found = {
        place: (transcribed[place], compiled[place])
        for place in transcribed.keys() & compiled.keys()
        if number(transcribed[place]) != number(compiled[place])
    }
    assert found == differ


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_the_published_ones_and_those_that_were_missing(table: str) -> None:
    rows = {row for _, row, _ in transcribed_cells(table)} | {r for t, r in published()["added"] if t == table}
    assert {row for _, row, _ in compiled_cells(table)} == rows


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_are_the_published_ones(table: str) -> None:
    lists = published()["tables"][table]
    header, *_ = records(table)
    assert header == [name for part in lists for name in in_order(header, part["key"]) + part["columns"]]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_sentence_shows_the_published_figures_unless_it_is_listed(section: str) -> None:
    said = [place for place in sentences(section) if place.figures]
    wanted = []
    for begins, *versions in published()["sentences"][section]:
        old, new = versions[0], versions[1] if len(versions) == 3 else versions[0]
        assert len(versions) == 1 or (figures(new) != figures(old) and versions[2])
        wanted.append((begins, figures(new)))
    pairs = list(zip(wanted, said, strict=True))
    assert [begins for (begins, _), place in pairs if not plain(place).startswith(begins)] == []
    assert [(begins, [value(text) for _, text in place.figures]) for (begins, _), place in pairs] == wanted


def test_every_difference_has_its_reason() -> None:
    assert all(re.search(r"\w", why) for *_, why in published()["differ"])
    places_of = [tuple(entry[:3]) for entry in published()["differ"]]
    assert len(places_of) == len(set(places_of))


def test_the_file_beside_the_spec_lists_the_same_differences() -> None:
    text = (ROOT / FILE).with_suffix(".differences.md").read_text(encoding="utf-8")
    cells = [cell for table in TABLES for cell in transcribed_cells(table).values() if cell != "-"]
    wrong = [entry for entry in published()["differ"] if entry[3] != "-"]
    assert f"共 {len(cells)} 个数。自相一致的 {len(cells) - len(wrong)} 个全部相等" in text
    assert f"其余 {len(wrong)} 个" in text
    stated = [entry[3] for entry in wrong]
    for entries in published()["sentences"].values():
        for _, old, new, _ in (entry for entry in entries if len(entry) == 4):
            stated += [word for word in old.split() if value(word) not in figures(new)]
    assert [number for number in stated if number not in text and number.removesuffix("%") not in ("0", "18")] == []


def transcribed_cells(table: str) -> Cells:
    cells: Cells = {}
    for part in published()["tables"][table]:
        for row, texts in part["rows"].items():
            values = zip(part["columns"], str(texts).split(), strict=True)
            cells |= {(table, row, column): text for column, text in values}
    return cells


def compiled_cells(table: str) -> Cells:
    cells: Cells = {}
    header, *body = records(table)
    for part in published()["tables"][table]:
        for record in body:
            named = dict(zip(header, record, strict=True))
            if row := "".join(named[column] for column in part["key"]):
                assert (table, row, part["columns"][0]) not in cells, row
                cells |= {(table, row, column): named[column] or "-" for column in part["columns"]}
    return cells


def records(table: str) -> list[list[str]]:
    return list(csv.reader(pages()[f"{ADDRESS}/tables/{table}.csv"].splitlines()))


def number(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


def in_order(header: list[str], names: list[str]) -> list[str]:
    return [name for name in header if name in names]


def figures(text: str) -> list[tuple[Decimal, str]]:
    return [value(word) for word in str(text).split()]


def value(text: str) -> tuple[Decimal, str]:
    """Return the number that a figure shows, and whether it is a percentage."""
    digits, percent = re.fullmatch(r"([0-9.]+)(%?)\D*", text, re.ASCII).groups()  # type: ignore[union-attr]
    return Decimal(digits), percent


def plain(place: Place) -> str:
    return "".join(inline["text"] for inline in place.inlines)


def sentences(section: str) -> list[Place]:
    """Return what a section says outside of its tables."""
    (found,) = [s for s in blocks_of_type(seed_data()["sections"], "section") if s["id"] == section]
    return places({"sections": [without_tables(found)], "closing": []})


def without_tables(section: Data) -> Data:
    kept: list[Any] = []
    for block in section["blocks"]:
        if block["type"] == "section":
            kept.append(without_tables(block))
        elif block["type"] != "table":
            kept.append(block)
    return {**section, "blocks": kept}


def blocks_of_type(blocks: list[Data], wanted: str) -> Iterator[Data]:
    for block in blocks:
        if block["type"] == wanted:
            yield block
        yield from blocks_of_type(block.get("blocks", []), wanted)
