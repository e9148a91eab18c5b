"""The lines that messages show come from the files of the root, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.load.limits import LIMITS
from disc.load.resources import Resources
from disc.load.sources import source_lines

SPEC = "specs/a/office/2024-budget.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "root" / SPEC
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeffkind: budget\r\nname: 甲\x1b\n".encode())
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    return tmp_path / "root"


def test_lines_are_those_that_places_count(root: Path) -> None:
    assert source_lines(Resources(root), [SPEC, SPEC]) == {SPEC: ("kind: budget", "name: 甲\ufffd", "")}


def test_a_file_that_disc_ships(root: Path) -> None:
    name = "schema/forms/base/budget.yaml"
    assert len(source_lines(Resources(root), [name])[name]) > 50


def test_what_cannot_be_shown_is_left_out(root: Path) -> None:
    (root / "large.yaml").write_text("a" * (LIMITS.size + 1), encoding="utf-8")
    (root / "gbk.yaml").write_bytes("名称".encode("gbk"))
    names = ["nothing.yaml", "specs", "large.yaml", "gbk.yaml", "a\0b", ""]
    assert source_lines(Resources(root), names) == {}


def test_files_outside_are_not_read(root: Path) -> None:
    names = ["../secret", "specs/../../secret", str(root.parent / "secret")]
    assert source_lines(Resources(root), names) == {}
