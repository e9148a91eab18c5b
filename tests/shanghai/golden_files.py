"""What the pages of the district finance bureau must be: the files in `golden/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.golden_files import disclosure

ADDRESS = "shanghai/putuo/finance-bureau/2025-budget"
FOLDER = Path(__file__).resolve().parent / "golden"


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`."""
    return disclosure(ADDRESS)
