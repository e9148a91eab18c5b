"""Builds that are killed at any moment, or refused by the disk: the old site or the new one stands, whole."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from disc.publish.write import publish, site
from tests.publish.sites import site as files_of_site
from tests.publish.sites import tree
from tests.seed.spec import ROOT


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory where the system has such, since disks are slow to remove thousands of files."""
    memory = Path("/dev/shm")  # noqa: S108 - in a folder of its own
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


@pytest.mark.parametrize(("how", "at_least"), [("kill", 300), ("refuse", 300), ("random", 10), ("race", 800)])
def test_the_old_site_or_the_new_one_stands(folder: Path, how: str, at_least: int) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.publish.killing", how, str(folder / "x")],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    result = json.loads(run.stdout)
    assert result["wrong"] == []
    assert result["interrupted"] >= at_least


def test_a_disk_that_is_full_in_the_middle_of_a_file(folder: Path) -> None:
    out = folder / "_site"
    publish(files_of_site("a", content=b"old"), out)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match="large"), site(out) as new:
            new.write("b/index.html", b"x" * 200_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tree(out) == files_of_site("a", content=b"old")
    assert [path.name for path in folder.iterdir()] == ["_site"]
