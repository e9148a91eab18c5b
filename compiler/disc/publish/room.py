"""The places of a site on the disk, and bringing them in order after a build that was interrupted."""

from __future__ import annotations

import shutil
from pathlib import Path

from msgspec import Struct

from disc.load.spec_paths import SPECS, resolved
from disc.publish.exchange import recover
from disc.publish.lock import ForeignFolderError
from disc.publish.manifest import MARKER
from disc.publish.tree import Tree, Workbench, read_tree


class Room(Struct, frozen=True):
    """The places of a site on the disk."""

    out: Path
    """Where readers see it."""

    folder: Path
    """The room beside it; it is reserved."""

    @property
    def next(self) -> Path:
        """A tree that a build works on; one that is there before was left by a build that was interrupted."""
        return self.folder / "next"

    @property
    def spare(self) -> Path:
        """A tree that has the same files as the site."""
        return self.folder / "spare"

    @property
    def old(self) -> Path:
        """The old site, for a moment, where the system cannot exchange two folders in one step."""
        return self.folder / "old"


def mend_room(room: Room) -> None:
    """End what an interrupted build began, so that the old site or the new one stands and nothing else is left.

    Raises:
        ForeignFolderError: in place of the site there is something that disc did not write.
        OSError: the disk does not want it.
    """
    recover(room.next, room.out, room.old)
    check_folder(room.out)
    site = room.out.is_dir()
    for leftover in (room.next, room.spare):
        if leftover.exists() and (not site or (leftover == room.spare and room.next.exists())):
            shutil.rmtree(leftover)
    if room.next.exists():
        tidy(room, Workbench(room.next), read_tree(room.out))


def check_folder(out: Path) -> None:
    """Make sure that a folder may be replaced.

    Raises:
        ForeignFolderError: it may not.
    """
    # Whether it is there comes first: another build may publish the first site between two looks.
    if not (out.exists() or out.is_symlink()):
        return
    marker = out / MARKER
    ours = marker.is_file() and not marker.is_symlink() and not (out / ".git").exists()
    if not out.is_dir() or not (ours or not any(out.iterdir())):
        raise ForeignFolderError(out)


def check_apart(out: Path, root: Path) -> None:
    """Make sure that an output is a folder, and that it touches nothing that is read, wherever links lead.

    Args:
        out: where the site is to stand.
        root: what it is made of.

    Raises:
        ForeignFolderError: it is no folder, or it lies in what is read or holds it.
    """
    target, home = resolved(out), root.resolve()
    read = [resolved(home / folder) for folder in (SPECS, "schema", "site")]
    above = any(folder.is_relative_to(target) for folder in (home, *read))
    if above or any(map(target.is_relative_to, read)) or (target.exists() and not target.is_dir()):
        raise ForeignFolderError(out)


def tidy(room: Room, bench: Workbench, site: Tree) -> None:
    """Make what is in the room a spare tree of the site, so that nothing is left there of what was withdrawn."""
    bench.mirror(room.out, site)
    room.next.rename(room.spare)
