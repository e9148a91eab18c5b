"""What is measured is what was spent."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench.disk import disk_used, set_aside, shared_files
from tests.bench.measure import FailedError, one_core, spent_on
from tests.bench.memory import PROCESSES
from tests.bench.specs import write

# Two processes that have 60 MB each at the same time, one of which works for a while.
TREE = """
import subprocess, sys, time
mine = bytearray(60_000_000)
if len(sys.argv) == 1:
    subprocess.run([sys.executable, __file__, "child"])
else:
    end = time.process_time() + 0.3
    while time.process_time() < end:
        pass
print("done")
"""


def test_processes_of_a_tree_are_added_up(tmp_path: Path) -> None:
    write(tmp_path / "tree.py", TREE)
    spent = spent_on([sys.executable, tmp_path / "tree.py"], once=True)
    assert spent.wall >= 0.3
    assert spent.processor >= 0.3
    assert spent.printed == "done\ndone\n"
    if PROCESSES.is_dir():
        assert 120_000_000 < spent.memory < 180_000_000


def test_something_may_happen_before_every_run() -> None:
    happened: list[int] = []
    spent_on([sys.executable, "-c", ""], lambda: happened.append(1))
    assert len(happened) == 5


def test_what_fails_is_not_measured() -> None:
    with pytest.raises(FailedError, match="no such thing"):
        spent_on([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_one_core_is_one() -> None:
    if hasattr(os, "sched_getaffinity"):
        before = os.sched_getaffinity(0)
        with one_core():
            assert len(os.sched_getaffinity(0)) == 1
        assert os.sched_getaffinity(0) == before


def test_a_file_with_two_names_takes_its_place_once(tmp_path: Path) -> None:
    write(tmp_path / "site/a/index.md", "x" * 10_000)
    (tmp_path / "site/b.md").hardlink_to(tmp_path / "site/a/index.md")
    write(tmp_path / "specs/a.yaml", "x" * 100_000)
    used, files = disk_used(tmp_path, {"specs"})
    assert 10_000 <= used < 50_000
    assert files == 3  # two folders, a file


def test_files_of_a_disclosure_are_not_shared(tmp_path: Path) -> None:
    for name in ("a/2024-budget/index.md", "a/2024-budget/tables/income.csv", "a/index.html", "index.html"):
        write(tmp_path / name, "四")
    assert shared_files(tmp_path) == {"a/index.html": 3, "index.html": 3}


def test_what_is_taken_away_is_not_deleted(tmp_path: Path) -> None:
    for number in range(2):
        write(tmp_path / "root/_site/page", str(number))
        set_aside(tmp_path / "root/_site")
    set_aside(tmp_path / "root/_site")
    assert list((tmp_path / "root").iterdir()) == []
    left = (tmp_path / "root-left").rglob("page")
    assert sorted(path.read_text(encoding="utf-8") for path in left) == ["0", "1"]
