"""The next site, made beside the one that readers see.

What was the old site stays in the room beside it, as `spare`: with the files of the new one, by links. The next build
changes it where it must, as `next`, and lets the two take each other's place, so what a build costs grows with what
changed and not with the site. The spare tree may be deleted at any time; the next one is then linked file by file.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from disc.publish.exchange import exchange, recover
from disc.publish.lock import ForeignFolderError
from disc.publish.manifest import MARKER
from disc.publish.tree import FOREIGN, NEW, Tree, Workbench, add_folder, join, read_tree, split

_NOTHING: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Room:
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


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing, in files."""

    written: int = 0
    """Those that are new, and those with other contents than before."""

    kept: int = 0
    """Those that are as they were."""

    removed: int = 0
    size: int = 0
    """All of the site's files together, in bytes; of those that were kept unread it is not known, and not in it."""


class Site:
    """The next site, file by file: what is neither written nor kept is not in it.

    Paths are below the folder of the site, separated by slashes. A path is written or kept once.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self._standing = read_tree(room.out)
        self._had_spare = room.spare.is_dir()
        self._aim: Tree = {"": {}}
        self._bench: Workbench | None = None
        self._made: list[str] = []
        self._size = 0
        self.outcome = Published()
        """What came of it, once it is published."""

    @property
    def changed(self) -> bool:
        """Whether anything that was written so far differs from what stands."""
        return self._bench is not None

    def stands(self, path: str) -> bool:
        """Return whether the old site has a file."""
        return self._number(path) != FOREIGN

    def keep(self, *paths: str) -> bool:
        """Take over files of the old site, unread.

        Returns:
            Whether all of them stand; if not, none is taken over, and all are to be written.
        """
        numbers = [self._number(path) for path in paths]
        if FOREIGN in numbers:
            return False
        for path, number in zip(paths, numbers, strict=True):
            self._enter(path, number)
        return True

    def keep_below(self, folders: Collection[str], apart: Collection[str] = ()) -> None:
        """Take over all files of the old site in some folders and below them.

        Args:
            folders: which folders.
            apart: those whose files are not taken over, though they may lie below one of these.
        """
        wanted, known = frozenset(folders), frozenset((*folders, *apart))
        for folder, names in self._standing.items():
            if _nearest(folder, known) in wanted:
                self.keep(*(join(folder, name) for name, number in names.items() if number != FOREIGN))

    def write(self, path: str, content: bytes) -> bool:
        """Write a file; if it stands with these contents, it is taken over.

        Returns:
            Whether it was written.

        Raises:
            ValueError: the path leads out of the site, or there is such a file or folder in it already.
            OSError: the disk does not want it.
        """
        self._size += len(content)
        if self._has(path, content):
            self.keep(path)
            return False
        with open(self._place(path), "xb") as file:  # noqa: PTH123 - ten thousand of them
            file.write(content)
        return True

    def create(self, path: str) -> Path:
        """Return where on the disk a file of the site is to be made by others; nothing is there yet.

        Raises:
            ValueError, OSError: as `write`.
        """
        place = Path(self._place(path))
        self._made.append(path)
        return place

    def find(self, path: str) -> Path:
        """Return where on the disk a file that was written, created or kept can be read until the site is published.

        Raises:
            KeyError: there is none.
        """
        folder, name = split(path)
        return (self._room.next if self._aim[folder][name] == NEW else self._room.out) / path

    def publish(self, *, spare: bool) -> Published:
        """Let the site take the place of the old one; if they are equal, nothing is touched.

        Args:
            spare: whether to make a spare tree too if there is no old site to become it.

        Raises:
            OSError: the disk does not want it.
        """
        self._take_back_equal()
        counts = self._counts()
        if self._aim == self._standing:
            self.abandon()
            return counts
        room, bench, there = self._room, self._workbench(), self._room.out.is_dir()
        bench.mirror(room.out, self._aim)
        if there:
            shutil.copymode(room.out, room.next)
        exchange(room.next, room.out, room.old)
        self._bench = None
        # The site is there; whatever fails from here on is mended by the next build.
        with suppress(OSError):
            if spare or self._standing.get(""):
                bench = Workbench(room.next, self._standing if there else None)
                _tidy(room, bench, self._aim)
            elif there:
                room.next.rmdir()
        return counts

    def abandon(self) -> None:
        """Leave the old site as it is, and nothing of this one.

        Raises:
            OSError: the disk does not want it; the next build mends that.
        """
        bench, self._bench = self._bench, None
        if bench is None:
            return
        if self._had_spare:
            _tidy(self._room, bench, self._standing)
        else:
            shutil.rmtree(self._room.next)

    def _number(self, path: str) -> int:
        """Return the number of a file of the old site; that of what is none where it has no such file."""
        folder, _, name = path.rpartition("/")
        return self._standing.get(folder, _NOTHING).get(name, FOREIGN)

    def _enter(self, path: str, number: int) -> None:
        folder, _, name = path.rpartition("/")
        names = self._aim.get(folder)
        if names is None:
            names = add_folder(self._aim, folder)
        if name in names or path in self._aim:
            raise ValueError(f"there already: {path}")
        names[name] = number

    def _place(self, path: str) -> str:
        if "\\" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
            raise ValueError(f"not below the folder: {path}")
        self._enter(path, NEW)
        bench = self._workbench()
        folder, name = split(path)
        place = bench.make_room(folder, name)
        bench.tree[folder][name] = NEW
        return place

    def _has(self, path: str, content: bytes) -> bool:
        """Return whether the old site has a file with certain contents."""
        place = f"{self._room.out}/{path}"
        # Nearly all that differ do so in size, which is known without opening them.
        if not self.stands(path) or os.stat(place).st_size != len(content):  # noqa: PTH116 - ten thousand of them
            return False
        with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - ten thousand of them
            return file.readall() == content

    def _workbench(self) -> Workbench:
        if self._bench is None:
            if self._had_spare:
                self._room.spare.rename(self._room.next)
            self._bench = Workbench(self._room.next)
        return self._bench

    def _take_back_equal(self) -> None:
        """Take over what others made as it stood already."""
        for path in self._made:
            if self.stands(path) and filecmp.cmp(self._room.next / path, self._room.out / path, shallow=False):
                folder, name = split(path)
                self._aim[folder][name] = self._standing[folder][name]

    def _counts(self) -> Published:
        numbers = [number for names in self._aim.values() for number in names.values()]
        written = numbers.count(NEW)
        gone = (names.keys() - self._aim.get(folder, {}).keys() for folder, names in self._standing.items())
        made = sum((self.find(path).stat().st_size) for path in self._made)
        return Published(written, len(numbers) - written, sum(map(len, gone)), self._size + made)


def mend(room: Room) -> None:
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
        _tidy(room, Workbench(room.next), read_tree(room.out))


def check_folder(out: Path) -> None:
    """Make sure that a folder may be replaced.

    Raises:
        ForeignFolderError: it may not.
    """
    if out.is_dir():
        marker = out / MARKER
        ours = marker.is_file() and not marker.is_symlink() and not (out / ".git").exists()
        if ours or not any(out.iterdir()):
            return
        raise ForeignFolderError(out)
    if out.exists() or out.is_symlink():
        raise ForeignFolderError(out)


def _tidy(room: Room, bench: Workbench, site: Tree) -> None:
    """Make what is in the room a spare tree of the site, so that nothing is left there of what was withdrawn."""
    bench.mirror(room.out, site)
    room.next.rename(room.spare)


def _nearest(folder: str, among: Collection[str]) -> str | None:
    """Return the folder itself, or the nearest above it, that is one of these."""
    while folder not in among:
        if not folder:
            return None
        folder, _ = split(folder)
    return folder
