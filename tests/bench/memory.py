"""The memory of a process and all it starts, together, as Linux tells of it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

PROCESSES = Path("/proc")
_PAGE = 4096

# Between two looks at least these seconds, and so many times what a look takes: to look is to slow down.
_PAUSE, _TIMES = 0.01, 30


class Memory:
    """Watches a process and its descendants, and remembers the most memory that they had at once."""

    def __init__(self, process: int) -> None:
        self.most = 0
        """In bytes; 0 where the system does not tell."""

        self._family = {process}
        self._strangers: set[int] = set()

    def look(self) -> None:
        """See how much it is now."""
        self._find_children()
        # To ask for shares takes a hundred times as long, and who is alone shares with nobody.
        of_one = _resident if len(self._family) == 1 else _proportional
        self.most = max(self.most, sum(map(of_one, self._family)))

    def _find_children(self) -> None:
        """Look at the processes that were not there before; parents have lower numbers, as a rule."""
        there = {int(name) for name in os.listdir(PROCESSES) if name.isdecimal()}  # noqa: PTH208 - much faster
        self._family &= there
        for process in sorted(there - self._family - self._strangers):
            (self._family if _parent(process) in self._family else self._strangers).add(process)


@contextmanager
def watched(process: int) -> Iterator[Memory]:
    """Watch a process until the end of the context."""
    memory, over = Memory(process), Event()
    watcher = Thread(target=_watch, args=(memory, over))
    if PROCESSES.is_dir():
        watcher.start()
    try:
        yield memory
    finally:
        over.set()
        if PROCESSES.is_dir():
            watcher.join()


def _watch(memory: Memory, over: Event) -> None:
    pause = _PAUSE
    while not over.wait(pause):
        begin = time.thread_time()
        memory.look()
        pause = max(_PAUSE, _TIMES * (time.thread_time() - begin))


def _told(process: int, name: str) -> str:
    """Return what the system tells of a process; nothing if it has ended."""
    try:
        return (PROCESSES / str(process) / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _parent(process: int) -> int:
    # The name stands in parentheses and may hold any sign; state and parent follow.
    told = _told(process, "stat").rpartition(")")[2].split()
    return int(told[1]) if told else 0


def _resident(process: int) -> int:
    """Return the bytes that a process has in memory."""
    told = _told(process, "statm").split()
    return int(told[1]) * _PAGE if told else 0


def _proportional(process: int) -> int:
    """Return the same, with what several processes share divided among them (the "proportional set size")."""
    for line in _told(process, "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
