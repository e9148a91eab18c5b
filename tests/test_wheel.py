"""What a reader installs works far from the repository: the wheel, in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SPEC = Path("specs/xinjiang/akqi/government-office/2024-budget.yaml")
PAGE = Path("xinjiang/akqi/government-office/2024-budget")


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds disc from the wheel and nothing of the repository."""

    folder: Path
    """Where the environment is."""

    wheel: Path
    """The wheel it was installed from."""

    @property
    def programs(self) -> Path:
        """Where its programs are."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def disc(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run its `disc` in the folder `cwd`, whatever the outcome."""
        return run([self.programs / "disc", *arguments], cwd=cwd)


def run(command: Sequence[str | Path], *, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command without any of the variables by which Python could find the repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        command, cwd=cwd, env=environment | {"PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False
    )


def must_run(command: Sequence[str | Path], *, cwd: Path) -> str:
    """Run a command that has to succeed; return what it printed."""
    done = run(command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def is_litter(path: Path) -> bool:
    """Whether a file is one that .gitignore names, and so belongs to nobody."""
    return "__pycache__" in path.parts or path.name == ".DS_Store" or path.name.endswith(("~", ".swp"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, built by way of the sdist so that a file missing from either shows, and installed.

    Nothing is fetched: the build uses the hatchling of this environment, and the new environment sees
    the run-time dependencies of this one through a .pth file. A network that is slow or closed then
    cannot fail the test. A folder named in a .pth file is not searched for further .pth files, so the
    editable install of this environment, which is one, stays out of sight.
    """
    base = tmp_path_factory.mktemp("wheel")
    must_run([sys.executable, "-m", "build", "--no-isolation", "--outdir", base, REPOSITORY], cwd=base)
    (wheel,) = base.glob("*.whl")

    environment = base / "environment"
    must_run([sys.executable, "-m", "venv", "--without-pip", environment], cwd=base)
    there = Installed(environment, wheel)
    python = there.programs / "python"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    must_run([*pip, "install", "--no-deps", "--no-index", wheel], cwd=base)

    packages = must_run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], cwd=base).strip()
    dependencies = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(packages, "dependencies.pth").write_text("\n".join(dependencies) + "\n", encoding="utf-8")
    return there


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root that holds one spec and nothing else: no forms, no classification, no site."""
    copy = tmp_path / "root" / SPEC
    copy.parent.mkdir(parents=True)
    copy.write_bytes((REPOSITORY / SPEC).read_bytes())
    return tmp_path / "root"


def test_disc_comes_from_the_wheel_and_not_from_the_repository(installed: Installed, tmp_path: Path) -> None:
    ask = "import disc; print(disc.__file__)"
    file = Path(must_run([installed.programs / "python", "-c", ask], cwd=tmp_path).strip())
    assert file.is_relative_to(installed.folder)


def test_the_wheel_holds_every_file_of_compiler_schema_and_site(installed: Installed) -> None:
    places = {"compiler/disc": "disc", "schema": "disc/_data/schema", "site": "disc/_data/site"}
    expected = {
        f"{place}/{path.relative_to(REPOSITORY / folder).as_posix()}"
        for folder, place in places.items()
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file() and not is_litter(path)
    }
    with zipfile.ZipFile(installed.wheel) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_the_wheel_builds_a_site_from_a_root_that_holds_only_a_spec(
    installed: Installed, root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    done = installed.disc("build", "--root", root, "--out", out, cwd=elsewhere)

    assert done.returncode == 0, done.stdout + done.stderr
    expected = [out / "index.html", *(out / PAGE / name for name in ("index.html", "index.md", "data.json"))]
    assert [path for path in expected if not path.is_file()] == []
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_the_root_s_own_site_takes_precedence(installed: Installed, root: Path, tmp_path: Path) -> None:
    style = root / "site/static/style.css"
    style.parent.mkdir(parents=True)
    style.write_text("/* the root's own style */\n", encoding="utf-8")
    out = tmp_path / "out"

    done = installed.disc("build", "--root", root, "--out", out, cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    styles = [path.read_text(encoding="utf-8") for path in out.rglob("*.css")]
    assert any("/* the root's own style */" in text for text in styles), styles
