"""What the seed's pages must be: the files in `golden/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.golden_files import disclosure
from tests.seed.one_leaf import EXPERIMENTS, moves
from tests.seed.spec import ADDRESS, pages

_REGION, _, _ENTITY = ADDRESS.rpartition("/")[0].rpartition("/")
LISTS = {
    "start.html": "index.html",
    "lists/region.html": f"{_REGION}/index.html",
    "lists/year.html": f"{_REGION}/2024.html",
    "lists/entity.html": f"{_REGION}/{_ENTITY}/index.html",
    "lists/search.js": "search/653023.js",
}
"""The pages that lead to the seed, and what the search knows of it."""

FOLDER = Path(__file__).resolve().parent / "golden"


@cache
def golden() -> dict[str, str]:
    """Return every golden file by its path below `golden/`; with the pages that lead to the seed."""
    one_leaf = {f"one-leaf/{name}.txt": moves(experiment) for name, experiment in EXPERIMENTS.items()}
    return {**{name: pages()[path] for name, path in LISTS.items()}, **disclosure(ADDRESS), **one_leaf}
