"""One build at a time: the room beside an output folder, and the lock in it.

The system holds the lock for a process and lets go of it when the process ends, however it ends, so one of a process
that is dead never blocks. The number in the file is for people.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = "lock"
"""Name of the lock file."""

_IGNORE = ".gitignore"
_ROOM = {LOCK, _IGNORE, "next", "spare", "old"}
"""All that may stand in the room of an output folder."""


class ForeignFolderError(Exception):
    """The output folder holds something that disc did not write, and would be lost."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class OtherKindError(Exception):
    """The output folder holds a published site, and a preview is to be built; or the other way round."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class BusyError(Exception):
    """Another build writes to the same folder and does not come to its end."""

    def __init__(self, folder: Path, process: str) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.process = process
        """The number of the process that does; a question mark where it cannot be read."""


def room_of(out: Path) -> Path:
    """Return the folder beside an output folder where the next site is made."""
    return out.with_name(f".{out.name}.disc")


@contextmanager
def reserved(out: Path, patience: int) -> Iterator[Path]:
    """Keep other builds from an output folder; its room is there meanwhile, and goes if nothing is left in it.

    Args:
        out: the output folder, be it there or not; the folder above it is made.
        patience: how long to wait for another build, in seconds.

    Yields:
        The room.

    Raises:
        BusyError: it did not end.
        ForeignFolderError: something else has the place of the room.
        OSError: the disk does not want it.
    """
    room = room_of(out)
    lock = _take(out, room, patience)
    try:
        (room / _IGNORE).write_bytes(b"*\n")
        yield room
    finally:
        _release(lock, room)


def _take(out: Path, room: Path, patience: int) -> int:
    while True:
        _make(room)
        try:
            lock = os.open(room / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            # Another build has ended and taken the room with it.
            continue
        if not _locked(lock):
            holder = _holder(lock)
            os.close(lock)
            if patience <= 0:
                raise BusyError(out, holder)
            patience -= 1
            time.sleep(1)
        elif _is_file(lock, room / LOCK):
            os.truncate(lock, 0)
            os.write(lock, f"{os.getpid()}\n".encode())
            return lock
        else:
            # It was removed between opening and locking.
            os.close(lock)


def _make(room: Path) -> None:
    # One look only, and no complaint of a room that is there: another build may make or remove it between two.
    if room.is_symlink() or room.is_file():
        raise ForeignFolderError(room)
    with suppress(FileExistsError):
        room.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        if not {entry.name for entry in room.iterdir()} <= _ROOM:
            raise ForeignFolderError(room)


def _release(lock: int, room: Path) -> None:
    # Windows removes no file that is open; elsewhere the lock goes with the file, before another takes it.
    if sys.platform == "win32":
        os.close(lock)
    with suppress(OSError):
        if {entry.name for entry in room.iterdir()} <= {LOCK, _IGNORE}:
            (room / _IGNORE).unlink(missing_ok=True)
        (room / LOCK).unlink()
        room.rmdir()
    if sys.platform != "win32":
        os.close(lock)


def _holder(lock: int) -> str:
    with suppress(OSError, ValueError):
        return str(int(os.read(lock, 20)))
    return "?"


def _is_file(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    # Behind the number, since Windows lets nobody else read what is locked.
    _BEHIND = 1024

    def _locked(lock: int) -> bool:
        os.lseek(lock, _BEHIND, os.SEEK_SET)
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(lock, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(lock: int) -> bool:
        try:
            # Not `flock`, which the processes that a build starts would hold on to after its end.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True
