"""Exchanging two folders: in one step where the system can, else in three that can be gone back on."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is the same number."""

_HERE = -100
"""AT_FDCWD of Linux: paths are as everywhere else."""


def exchange(new: Path, out: Path, old: Path) -> None:
    """Let two folders take each other's place; where `out` is not there, `new` becomes it.

    Args:
        new: a folder.
        out: a folder, or nothing.
        old: nothing; for a moment it may be what was `out`. `recover` ends what was interrupted then.

    Raises:
        OSError: the disk does not want it; both are where they were.
    """
    if not out.exists():
        new.rename(out)
    elif not _in_one_step(new, out):
        out.rename(old)
        try:
            new.rename(out)
        except OSError:
            old.rename(out)
            raise
        old.rename(new)


def recover(new: Path, out: Path, old: Path) -> None:
    """End an exchange that was interrupted; the arguments are those of `exchange`.

    Raises:
        OSError: the disk does not want it.
    """
    if not old.is_dir():
        return
    if not out.exists():
        old.rename(out)
    elif not new.exists():
        old.rename(new)
    else:
        # Somebody else has put something there since.
        shutil.rmtree(old)


def _in_one_step(one: Path, other: Path) -> bool:
    """Exchange two folders and return whether the system could."""
    if sys.platform != "win32":
        # Only a build that changes a site needs it.
        import ctypes  # noqa: PLC0415

        library = ctypes.CDLL(None)
        first, second = ctypes.c_char_p(os.fsencode(one)), ctypes.c_char_p(os.fsencode(other))
        how, here = ctypes.c_uint(_EXCHANGE), ctypes.c_int(_HERE)
        # A file system that cannot, and whatever else is in the way, gives another number.
        if hasattr(library, "renameat2"):
            return bool(library.renameat2(here, first, here, second, how) == 0)
        if hasattr(library, "renamex_np"):
            return bool(library.renamex_np(first, second, how) == 0)
    return False
