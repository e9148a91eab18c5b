"""What one process makes of a root with many specs, to compare with."""

from __future__ import annotations

from pathlib import Path

import pytest

from disc.build import Result, build
from disc.load.spec_files import Options
from tests.publish.sites import tree
from tests.work.many import a_big_root


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_big_root(tmp_path_factory.mktemp("root"))


@pytest.fixture(scope="session")
def alone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, dict[str, bytes]]:
    """What came of it, and the site."""
    out = tmp_path_factory.mktemp("alone") / "site"
    return build(Options(root), out), tree(out)
