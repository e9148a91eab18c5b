"""How long `disc` takes and how much memory, each time in a process of its own: `make bench`."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.specs import write_specs

TIMES = 5
MANY = 200

# What the first run compiles of Python stays for the others, as it does where disc is installed.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(*arguments: str, times: int = TIMES) -> float:
    """Return the least time that one processor spent on a command, of several runs after a first that is not counted.

    Time of the processor and not of the wall: what else the machine does should not count.
    """
    spent = [_spent(arguments) for _ in range(times + 1)]
    return min(spent[1:])


def _spent(arguments: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "disc.cli", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _peak() -> float:
    """Return the most memory that a command has had so far, in MB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _say(what: str, number: float, unit: str = "ms", decimals: int = 0) -> None:
    sys.stdout.write(f"{what:<40}{number:8.{decimals}f} {unit}\n")
    sys.stdout.flush()


def main() -> None:
    """Print a line for each thing measured; what takes the most memory comes last."""
    _say("disc --help", 1000 * seconds("--help"))
    with TemporaryDirectory() as folder:
        root = Path(folder)
        specs = write_specs(root, MANY)
        check = ("check", "--root", folder)
        for path, what in zip(specs[:2], ("unit", "department"), strict=True):
            _say(f"disc check, a {what}", 1000 * seconds(*check, str(path)))
        few, many = seconds(*check, *map(str, specs[:2])), seconds(*check, times=1)
        _say(f"disc check, {MANY} specs", 1000 * many)
        _say("  each, the start included", 1000 * many / MANY, decimals=1)
        _say("  each one more", 1000 * (many - few) / (MANY - 2), decimals=1)
        _say("  most memory", _peak(), "MB")
        for downloads in ("", "xlsx"):
            settings = root / "site" / "site.yaml"
            settings.parent.mkdir(exist_ok=True)
            settings.write_text(f"name: 速度\ndownloads: [{downloads}]\n", encoding="utf-8")
            build = seconds("build", "--root", folder, times=1)
            _say(f"disc build, {MANY} specs{', with workbooks' if downloads else ''}", 1000 * build)
            _say("  each, the start included", 1000 * build / MANY, decimals=1)
            _say("  most memory", _peak(), "MB")


if __name__ == "__main__":
    main()
