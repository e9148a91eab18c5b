"""How long `disc` takes, each time in a process of its own: `make bench`."""

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
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a line for each thing measured."""
    say = sys.stdout.write
    say(f"disc --help                       {1000 * seconds('--help'):6.0f} ms\n")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        specs = write_specs(root, MANY)
        check = ("check", "--root", folder)
        for path, what in zip(specs[:2], ("unit", "department"), strict=True):
            say(f"disc check, a {what:<12}        {1000 * seconds(*check, str(path)):6.0f} ms\n")
        few, many = seconds(*check, *map(str, specs[:2])), seconds(*check, times=1)
        say(f"disc check, {MANY} specs            {1000 * many:6.0f} ms\n")
        say(f"  each, the start included        {1000 * many / MANY:6.1f} ms\n")
        say(f"  each one more                   {1000 * (many - few) / (MANY - 2):6.1f} ms\n")


if __name__ == "__main__":
    main()
