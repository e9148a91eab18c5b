"""The seed's pages are what somebody has read and found right; `make golden` writes them anew, to be read again."""

from __future__ import annotations

import pytest

from tests.seed.golden_files import FOLDER, golden


def test_golden_has_these_files() -> None:
    found = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())
    assert found == sorted(golden())


@pytest.mark.parametrize("name", sorted(golden()))
def test_golden(name: str) -> None:
    # By lines, so that a failure shows the lines that differ.
    wanted = (FOLDER / name).read_bytes().decode("utf-8")
    assert golden()[name].splitlines(keepends=True) == wanted.splitlines(keepends=True)
