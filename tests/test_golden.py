"""The pages are what somebody has read and found right; `make golden` writes them anew, to be read again."""

from __future__ import annotations

import pytest

from tests.district_accounts import golden_files as district_accounts
from tests.golden_files import stored
from tests.seed import golden_files as seed
from tests.shanghai import golden_files as shanghai

SETS = {"seed": seed, "shanghai": shanghai, "district_accounts": district_accounts}


@pytest.mark.parametrize("name", SETS)
def test_the_golden_files_are_these(name: str) -> None:
    assert sorted(stored(SETS[name].FOLDER)) == sorted(SETS[name].golden())


@pytest.mark.parametrize(
    ("name", "path"), [(name, path) for name, golden in SETS.items() for path in stored(golden.FOLDER)]
)
def test_golden(name: str, path: str) -> None:
    # By lines, so that a failure shows the lines that differ.
    wanted = stored(SETS[name].FOLDER)[path]
    assert SETS[name].golden()[path].splitlines(keepends=True) == wanted.splitlines(keepends=True)
