"""A long table as Parquet: typed, exact, always the same bytes; and clear words where the extra is missing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from disc.load.resources import Resources
from disc.publish import theme as themes
from disc.publish.parquet import write_parquet

COLUMNS = {"region": "string", "year": "integer", "counted": "boolean", "amount": "number", "unit": "string"}
ROWS = 'region,year,counted,amount,unit\n0310107,2024,true,-99999999999999.99,"甲,""乙"""\n01,2023,false,,\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "it's.csv"
    path.write_bytes(ROWS.encode())
    return path


def test_the_rows_are_typed_and_exact(source: Path) -> None:
    target = source.with_name("it's.parquet")
    write_parquet(source, target, COLUMNS)
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT * FROM read_parquet($path)", {"path": str(target)}).fetchall()
    assert rows == [
        ("0310107", 2024, True, Decimal("-99999999999999.99"), '甲,"乙"'),
        ("01", 2023, False, None, None),
    ]


def test_the_same_rows_give_the_same_bytes(source: Path) -> None:
    targets = [source.with_name(name) for name in ("a.parquet", "b.parquet")]
    for target in targets:
        write_parquet(source, target, COLUMNS)
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_a_site_that_asks_for_it_needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/site.yaml").write_text("name: 甲\ndownloads: [parquet]\n", encoding="utf-8")
    loaded, found = themes.load_theme(Resources(tmp_path))
    assert loaded is not None
    assert (loaded.site.downloads, found) == (("parquet",), ())
    monkeypatch.setattr(themes, "can_write_parquet", lambda: False)
    loaded, found = themes.load_theme(Resources(tmp_path))
    assert loaded is None
    assert [(each.code, str(each.span)) for each in found] == [("parquet-missing", "site/site.yaml:2:12")]
