"""What the seed's pages must be: the files in `golden/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.golden_files import disclosure
from tests.seed.one_leaf import EXPERIMENTS, moves
from tests.seed.spec import ADDRESS, pages

FOLDER = Path(__file__).resolve().parent / "golden"


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`; the start page stands as `start.html`."""
    one_leaf = {f"one-leaf/{name}.txt": moves(experiment) for name, experiment in EXPERIMENTS.items()}
    return {"start.html": pages()["index.html"], **disclosure(ADDRESS), **one_leaf}
