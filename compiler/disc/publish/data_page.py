"""The page about the long tables: where they are, and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from disc.publish.long_table import DATA, table_files
from disc.publish.theme import Theme

DATA_PAGE = f"{DATA}/index.html"


def data_page(regions: Iterable[tuple[str, tuple[str, ...]]], theme: Theme) -> dict[str, object]:
    """Return what the page sees: the files of the site and of each region with their paths, and the columns.

    Args:
        regions: their codes and names, sorted.
        theme: what the site offers.
    """
    return {
        "whole": table_files("", theme),
        "regions": [(path, table_files(code, theme)) for code, path in regions],
        "columns": theme.fact_columns,
    }
