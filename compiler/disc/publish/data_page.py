"""The page about the long tables: where they are, and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from disc.publish.long_table import DATA, table_files
from disc.publish.manifest import Entry
from disc.publish.theme import Theme

DATA_PAGE = f"{DATA}/index.html"


def data_page(entries: Iterable[Entry], theme: Theme) -> dict[str, object]:
    """Return what the page sees: the files of the site and of each region with their paths, and the columns."""
    regions = sorted({(entry.region, entry.region_path) for entry in entries})
    return {
        "whole": table_files("", theme),
        "regions": [(path, table_files(code, theme)) for code, path in regions],
        "columns": theme.fact_columns["fields"],
    }
