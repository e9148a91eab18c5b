"""The long tables: the rows of what is published, by region and all together, whichever build wrote them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from disc.build import build
from disc.emit.facts import HEADING
from disc.load.spec_files import Options
from disc.publish.entry import Entry
from disc.publish.long_table import long_tables, table_files, write_long_tables
from disc.publish.manifest import MARKER
from disc.publish.write import site
from tests import themes
from tests.publish.sites import Plain
from tests.roots import a_root, a_spec

FIRST = ",".join(HEADING) + "\n"
MONEY = "basic: {{general: {{by_function: {{2010301: {0}}}, by_economic: {{30101: {0}}}}}}}\nprojects: []\n"
THERE = "entity: {id: other, name: 某校, region: 310107, level: unit, type: institution}\n"


def entry(address: str, region: str, *path: str) -> Entry:
    return Entry(address, "题", "甲", region, path, 2024, "budget", "")


def test_each_region_has_its_rows_and_the_site_has_all(tmp_path: Path) -> None:
    entries = [entry("b/x", "65", "新疆"), entry("a/z", "31", "上海", "普陀"), entry("a/y", "65", "新疆")]
    for each in entries:
        (tmp_path / each.address).mkdir(parents=True)
        (tmp_path / each.address / "facts.csv").write_bytes(f'{FIRST}{each.address},"甲"\n'.encode())
    write_long_tables(Plain(tmp_path), entries, themes.theme())
    data = tmp_path / "data"
    assert (data / "facts.csv").read_bytes().decode() == FIRST + 'a/z,"甲"\na/y,"甲"\nb/x,"甲"\n'
    assert (data / "31/facts.csv").read_bytes().decode() == FIRST + 'a/z,"甲"\n'
    assert (data / "65/facts.excel.csv").read_bytes().decode() == (
        ("\ufeff" + FIRST + 'a/y,"甲"\nb/x,"甲"\n').replace("\n", "\r\n")
    )
    assert {path.relative_to(data).as_posix() for path in data.rglob("*.*")} == {
        name for code in ("", "31", "65") for name in table_files(code, themes.theme()).values()
    }
    package = json.loads((data / "31/datapackage.json").read_bytes())
    (described,) = package["resources"]
    content = (data / "31/facts.csv").read_bytes()
    assert (package["name"], package["title"]) == ("facts-31", "上海／普陀：填报数据")
    assert (described["bytes"], described["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")


def test_a_site_without_disclosures_has_an_empty_table(tmp_path: Path) -> None:
    write_long_tables(Plain(tmp_path), (), themes.theme())
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["datapackage.json", "facts.csv"]
    assert (tmp_path / "data/facts.csv").read_text(encoding="utf-8") == FIRST


def test_without_the_file_for_excel(tmp_path: Path) -> None:
    theme = themes.theme()
    (tmp_path / "a").mkdir()
    (tmp_path / "a/facts.csv").write_text(FIRST, encoding="utf-8")
    plain = replace(theme, site=replace(theme.site, downloads=()))
    write_long_tables(Plain(tmp_path), [entry("a", "65", "新疆")], plain)
    assert sorted(path.name for path in (tmp_path / "data/65").iterdir()) == ["datapackage.json", "facts.csv"]


def kept(out: Path, before: Sequence[Entry], after: Sequence[Entry], rows: Mapping[str, str]) -> list[str]:
    """Publish disclosures after others, and return which of the files about them were taken over."""
    theme = themes.theme()
    with site(out) as new:
        for each in after:
            new.write(f"{each.address}/facts.csv", (FIRST + rows.get(each.address, "1") + "\n").encode())
        new.write(MARKER, b"{}")
        write_long_tables(new, after, theme, before)
        return [path for path in long_tables(after, theme) if new.is_kept(path)]


def test_a_table_stays_where_all_its_rows_do(tmp_path: Path) -> None:
    out, entries = (
        tmp_path / "out",
        [entry("a/x", "31", "上海"), entry("a/y", "65", "新疆"), entry("b/x", "65", "新疆")],
    )
    assert kept(out, (), entries, {}) == []
    assert kept(out, entries, entries, {}) == long_tables(entries, themes.theme())
    there = [f"data/31/{name}" for name in ("facts.csv", "facts.excel.csv", "datapackage.json")]
    assert kept(out, entries, entries, {"b/x": "2"}) == there
    assert (out / "data/facts.csv").read_text(encoding="utf-8") == FIRST + "1\n1\n2\n"
    assert kept(out, entries, entries[:2], {}) == there
    renamed = [entries[0], entry("a/y", "65", "西域")]
    assert kept(out, entries[:2], renamed, {}) == there
    assert "西域：填报数据" in (out / "data/65/datapackage.json").read_text(encoding="utf-8")


def amounts(out: Path, table: str) -> list[tuple[str, str]]:
    with (out / table).open(encoding="utf-8", newline="") as file:
        return [(row["disclosure"], row["amount"]) for row in csv.DictReader(file) if row["counted"] == "true"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_build_of_one_file_leaves_the_same_tables_as_one_of_all(tmp_path: Path, *, whole: bool) -> None:
    specs = {"a/office/2024-budget.yaml": MONEY.format(1), "b/other/2024-budget.yaml": THERE + MONEY.format(2)}
    root, out = a_root(tmp_path / "root", specs), tmp_path / "out"
    assert not build(Options(root), out).failed
    a_spec(root, "a/office/2024-budget.yaml", MONEY.format(3))
    assert not build(Options(root, () if whole else (root / "specs/a",)), out).failed
    assert amounts(out, "data/facts.csv") == [("b/other/2024-budget", "20000"), ("a/office/2024-budget", "30000")]
    assert amounts(out, "data/653023/facts.csv") == [("a/office/2024-budget", "30000")]
    assert amounts(out, "data/310107/facts.csv") == [("b/other/2024-budget", "20000")]
