"""Published documents against compiled ones: the figures of a list read by hand (`published.yaml`) and of the pages.

The list says, by table, which columns name a row (`key`), which hold numbers (`columns`), and the published cells in
that order, - for a blank one; tables of two sides have two such lists. `differ` has every cell that the compiled table
shows otherwise: [table, row, column, published, compiled, why]. `added` has rows that only the compiled table has.
A row that has the name of one above it ends in （2）.
`sentences` has by section [how the sentence begins, published figures] or, where the published figures do not agree
with others, [..., compiled figures, why].
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from tests.golden_files import Data, data, site
from tests.seed.one_leaf import Place, places

Cells: TypeAlias = dict[tuple[str, str, str], str]
"""Table, row and column to what the cell holds, - for nothing."""

Value: TypeAlias = tuple[Decimal, str]
"""What a figure shows, and % for a percentage."""


@dataclass(frozen=True)
class Published:
    """A published document and the address of the compiled one."""

    listed: Data
    address: str

    @classmethod
    def read(cls, path: Path, address: str) -> Published:
        """Read a list."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")), address)

    @property
    def tables(self) -> list[str]:
        return sorted(self.listed["tables"])

    @property
    def sections(self) -> list[str]:
        return sorted(self.listed["sentences"])

    def differing_cells(self, table: str) -> dict[tuple[str, str, str], tuple[str, str]]:
        """Return the cells that both have with different numbers: published, compiled."""
        transcribed, compiled = self.transcribed_cells(table), self.compiled_cells(table)
        return {
            place: (transcribed[place], compiled[place])
            for place in transcribed.keys() & compiled.keys()
            if number(transcribed[place]) != number(compiled[place])
        }

    def listed_differences(self, table: str) -> dict[tuple[str, str, str], tuple[str, str]]:
        return {(t, r, c): (old, new) for t, r, c, old, new, _ in self.listed["differ"] if t == table}

    def compiled_rows(self, table: str) -> set[str]:
        return {row for _, row, _ in self.compiled_cells(table)}

    def published_rows(self, table: str) -> set[str]:
        """Return the rows of the published table, and those that were missing in it."""
        rows = {row for _, row, _ in self.transcribed_cells(table)}
        return rows | {r for t, r in self.listed["added"] if t == table}

    def columns(self, table: str) -> tuple[list[str], list[str]]:
        """Return the columns of the compiled table, and those of the published one."""
        header, *_ = self.records(table)
        lists = self.listed["tables"][table]
        wanted = [name for part in lists for name in in_order(header, part["key"]) + part["columns"]]
        return [name for name in header if name in wanted or not is_code(name)], wanted

    def transcribed_cells(self, table: str) -> Cells:
        cells: Cells = {}
        for part in self.listed["tables"][table]:
            for row, texts in part["rows"].items():
                values = zip(part["columns"], str(texts).split(), strict=True)
                cells |= {(table, row, column): text for column, text in values}
        return cells

    def compiled_cells(self, table: str) -> Cells:
        cells: Cells = {}
        header, *body = self.records(table)
        for part in self.listed["tables"][table]:
            for record in body:
                named = dict(zip(header, record, strict=True))
                row = "".join(named[column] for column in part["key"])
                if row or not part["key"]:
                    # Two rows may have one name: what there is of a source, and what there was of it before.
                    row += "（2）" if (table, row, part["columns"][0]) in cells else ""
                    assert (table, row, part["columns"][0]) not in cells, row
                    cells |= {(table, row, column): named[column] or "-" for column in part["columns"]}
        return cells

    def records(self, table: str) -> list[list[str]]:
        return list(csv.reader(site(self.address)[f"{self.address}/tables/{table}.csv"].splitlines()))

    def sentences(self, section: str) -> list[Place]:
        """Return what a section says outside of its tables, where it shows figures."""
        (found,) = [s for s in blocks_of_type(data(self.address)["sections"], "section") if s["id"] == section]
        said = places({"sections": [without_tables(found)], "closing": []})
        return [place for place in said if place.figures]

    def wanted_sentences(self, section: str) -> list[tuple[str, list[Value]]]:
        """Return how each sentence begins and the figures that it must show."""
        wanted = []
        for begins, *versions in self.listed["sentences"][section]:
            old, new = versions[0], versions[1] if len(versions) == 3 else versions[0]
            assert len(versions) == 1 or (figures(new) != figures(old) and versions[2])
            wanted.append((begins, figures(new)))
        return wanted


def compare_sentences(published: Published, section: str) -> None:
    """Assert that a section says what was published, sentence by sentence."""
    wanted, said = published.wanted_sentences(section), published.sentences(section)
    shown = [(plain(place), [value(text) for _, text in place.figures]) for place in said]
    begun = [(text[: len(begins)], values) for (begins, _), (text, values) in zip(wanted, shown, strict=True)]
    assert begun == wanted


def is_code(name: str) -> bool:
    return name.rpartition("／")[2] in ("类", "款", "项")


def number(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


def in_order(header: list[str], names: list[str]) -> list[str]:
    return [name for name in header if name in names]


def figures(text: str) -> list[Value]:
    return [value(word) for word in str(text).split()]


def value(text: str) -> Value:
    """Return the number that a figure shows, and whether it is a percentage."""
    digits, percent = re.fullmatch(r"([0-9.,]+)(%?)\D*", text, re.ASCII).groups()  # type: ignore[union-attr]
    return Decimal(digits.replace(",", "")), percent


def plain(place: Place) -> str:
    return "".join(inline["text"] for inline in place.inlines)


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
