"""The same input gives the same bytes: wherever the root lies, whatever the locale, the time zone or the hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.seed.spec import ADDRESS, ROOT, pages


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the build must not notice."""

    name: str
    variables: dict[str, str]
    inside: bool
    """Whether it runs in its root (`--root .`), or somewhere else."""


SURROUNDINGS = (
    Surroundings("甲", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "PYTHONUTF8": "0"}, inside=True),
    Surroundings("b b", {"PYTHONHASHSEED": "2", "LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"}, inside=False),
    Surroundings("c", {"PYTHONHASHSEED": "3", "LC_ALL": "de_DE.UTF-8", "TZ": "America/New_York"}, inside=True),
)


def test_two_builds_are_identical(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        first, *others = pool.map(lambda around: build(around, tmp_path), SURROUNDINGS)
    # Built beside other disclosures, the pages of one are the same.
    alone = {name: content.encode() for name, content in pages().items() if name.startswith(ADDRESS)}
    assert len(alone) > 10
    assert {name: first[name] for name in alone} == alone
    for other in others:
        assert list(other) == list(first)
        assert [name for name in first if first[name] != other[name]] == []


def build(around: Surroundings, tmp_path: Path) -> dict[str, bytes]:
    root = tmp_path / around.name
    shutil.copytree(ROOT / "specs", root / "specs")
    run = subprocess.run(
        [sys.executable, "-m", "disc.cli", "build", "--root", "." if around.inside else root],
        cwd=root if around.inside else tmp_path,
        env=os.environ | around.variables,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    site = root / "_site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
