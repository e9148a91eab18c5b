"""What a run may use."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

WORTH = 24
"""From how many specs on other processes are worth their beginning: each reads schemas, forms and templates first."""


class Means(Struct, frozen=True):
    """What a run may use; what comes of it is the same."""

    jobs: int = 1
    """How many processes of this machine work at a time."""

    cluster: str = ""
    """Address of a scheduler whose workers do it in their place; empty: there is none."""

    cache: Path | None = None
    """Folder to remember in what was made; None: nothing is remembered."""
