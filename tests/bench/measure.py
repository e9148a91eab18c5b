"""What a command takes: time on the wall and of processors, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import IO

from tests.bench.memory import watched

Command = Sequence[str | Path]

# What the first run compiles of Python stays for the others, as it does where disc is installed.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

# A command is run so often, or until all runs together took so many seconds, but once in any case.
_TIMES, _SECONDS = 5, 10.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took."""

    wall: float
    """Seconds from its start to its end."""

    processor: float
    """Seconds that processors worked for it and for the processes it waited for."""

    memory: int
    """The most memory of all its processes at once, in bytes; 0 where the system does not tell."""

    printed: str
    """What it printed to the standard output."""


class FailedError(Exception):
    """A command that must succeed did not; the message is the end of what it said."""


def spent_on(
    command: Command,
    prepare: Callable[[], object] | None = None,
    *,
    folder: Path | None = None,
    once: bool = False,
) -> Spent:
    """Run a command several times and return the median of its times, each for itself, and the most of its memory.

    The least of its times would hide a command that is quick every other time.

    Args:
        command: what is run, each time in a process of its own.
        prepare: is called before every run, and not measured.
        folder: where it is run.
        once: whether to run it once only.

    Raises:
        FailedError: it failed.
    """
    runs: list[Spent] = []
    while not runs or (not once and len(runs) < _TIMES and sum(run.wall for run in runs) < _SECONDS):
        if prepare:
            prepare()
        runs.append(_run(command, folder))
    wall, processor = median(spent.wall for spent in runs), median(spent.processor for spent in runs)
    return Spent(wall, processor, max(spent.memory for spent in runs), runs[-1].printed)


def _run(command: Command, folder: Path | None) -> Spent:
    with TemporaryFile() as printed, TemporaryFile() as complained:
        begin = time.perf_counter()
        with subprocess.Popen(
            command, cwd=folder, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=printed, stderr=complained
        ) as process:
            with watched(process.pid) as memory:
                _, status, usage = os.wait4(process.pid, 0)
                wall = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise FailedError(f"{command}: {_text(printed)[-1000:]}{_text(complained)[-1000:]}")
        return Spent(wall, usage.ru_utime + usage.ru_stime, memory.most, _text(printed))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


@contextmanager
def one_core() -> Iterator[None]:
    """Let what is started in the meantime have one core, where the system can do that."""
    before = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
    if before:
        os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        if before:
            os.sched_setaffinity(0, before)
