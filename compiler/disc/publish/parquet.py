"""A long table as Parquet, for those who analyse many regions: a twentieth of the size, and every column has its type.

An extra, `disc[parquet]`. DuckDB reads the CSV file and writes the other a piece at a time; amounts are decimals, exact
as in the file. PyArrow could do the same and is twice as large.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from disc.core.diagnostic import Level, Rule, Words

PARQUET_MISSING = Rule(
    "parquet-missing",
    Level.ERROR,
    Words("没有安装生成 Parquet 的程序", "What makes Parquet files is not installed"),
    Words(
        "站点设置要求提供 Parquet，但没有安装 duckdb",
        "the settings of the site ask for Parquet, but duckdb is not installed",
    ),
    Words("运行 pip install 'disc[parquet]'，或删去这一项", "Run pip install 'disc[parquet]', or take it out"),
)

_TYPES = {"string": "VARCHAR", "integer": "INTEGER", "number": "DECIMAL(38, 10)", "boolean": "BOOLEAN"}
"""The types of Table Schema as those of DuckDB; ten decimals hold every amount that a spec can state."""

_WRITE = """
COPY (SELECT * FROM read_csv($source, columns = {columns}, header = true, nullstr = '', auto_detect = false))
TO {target} (FORMAT parquet, COMPRESSION zstd)
"""


def can_write_parquet() -> bool:
    """Return whether the extra is installed."""
    return find_spec("duckdb") is not None


def write_parquet(source: Path, target: Path, columns: Mapping[str, str]) -> None:
    """Write a CSV file of facts as Parquet; an empty field is null.

    Args:
        source: the CSV file.
        target: the file to write.
        columns: name and type of each column, by Table Schema.

    Raises:
        duckdb.Error: the file is not as described, or cannot be written.
    """
    # Only where a site asks for it: it is an extra, and takes a while to import.
    import duckdb  # noqa: PLC0415

    typed = ", ".join(f"{_quoted(name)}: {_quoted(_TYPES[kind])}" for name, kind in columns.items())
    command = _WRITE.format(columns=f"{{{typed}}}", target=_quoted(str(target)))
    # In one thread, so that the same rows give the same bytes.
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(command, {"source": str(source)})


def _quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
