"""Other generators are measured with all pages or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.measure import FailedError
from tests.bench.peers import PEERS, Peer, named, rendered
from tests.bench.specs import write

COPIES = """
import sys
from pathlib import Path
for page in sorted(Path("content").rglob("index.md"))[int(sys.argv[1]):]:
    made = Path("out", page.relative_to("content")).with_suffix(".html")
    made.parent.mkdir(parents=True)
    made.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
"""


def copier(leaves_out: int) -> Peer:
    return Peer("Copier", sys.executable, "--version", "plain", "", {"copy.py": COPIES}, ("copy.py", str(leaves_out)))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("a/2024-budget", "b/2024-budget"):
        write(tmp_path / "site" / name / "index.md", f"# {name}\n")
        write(tmp_path / "site" / name / "index.html", "")
    return tmp_path / "site"


def test_all_pages_are_rendered(site: Path, tmp_path: Path) -> None:
    spent = rendered(copier(0), site, tmp_path / "peer")
    assert spent is not None
    assert spent.wall > 0
    assert (tmp_path / "peer/out/b/2024-budget/index.html").read_text(encoding="utf-8") == "# b/2024-budget\n"


def test_a_page_that_is_missing_is_a_failure(site: Path, tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="1 of 2 pages"):
        rendered(copier(1), site, tmp_path / "peer")


def test_what_is_not_installed_is_not_measured(site: Path, tmp_path: Path) -> None:
    assert rendered(Peer("None", "no-such-generator", "", "", "", {}), site, tmp_path) is None


def test_a_name_has_the_version() -> None:
    assert named(copier(0)) == f"Copier {'.'.join(map(str, sys.version_info[:3]))}, plain"


def test_each_says_how_to_get_it() -> None:
    assert all(peer.install for peer in PEERS)
