"""What the pages of the district's bureau of ecology and environment must be, its final accounts: `golden/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.golden_files import disclosure

ADDRESS = "shanghai/putuo/ecology-and-environment-bureau/2025-accounts"
FOLDER = Path(__file__).resolve().parent / "golden"


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`."""
    return disclosure(ADDRESS)
