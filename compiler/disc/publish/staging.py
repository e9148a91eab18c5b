"""The next site, made beside the one that readers see.

What was the old site stays in the room beside it, as `spare`: with the files of the new one, by links. The next build
changes it where it must, as `next`, and lets the two take each other's place, so what a build costs grows with what
changed and not with the site. The spare tree may be deleted at any time; the next one is then linked file by file.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from disc.publish.exchange import exchange
from disc.publish.room import Room, tidy
from disc.publish.seal import Bytes
from disc.publish.tree import FOREIGN, NEW, Tree, Workbench, add_folder, join, read_tree, split

_NOTHING: dict[str, int] = {}


class Published(Struct, frozen=True):
    """What came of publishing, in files."""

    written: int = 0
    """Those that are new, and those with other contents than before."""

    kept: int = 0
    """Those that are as they were."""

    removed: int = 0
    """Those that were in the old site alone."""

    pages: int = 0
    """HTML pages, written or kept."""

    size: int = 0
    """Bytes of the files that were written."""

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers by the names that other programs know them by."""
        return {
            "pages": self.pages,
            "written": self.written,
            "kept": self.kept,
            "removed": self.removed,
            "bytes": self.size,
        }


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
    def out(self) -> Path:
        """The folder."""
        return self._room.out

    @property
    def standing(self) -> Tree:
        """What stands there, before this site takes its place."""
        return self._standing

    @property
    def tree(self) -> Tree:
        """What this site has so far."""
        return self._aim

    @property
    def changed(self) -> bool:
        """Whether anything that was written so far differs from what stands."""
        return self._bench is not None

    def stands(self, path: str) -> bool:
        """Return whether the old site has a file."""
        return self._number(path) != FOREIGN

    def has_below(self, top: str, files: Mapping[str, Collection[str]]) -> bool:
        """Return whether the old site has all of some files, by their folders below a folder of it."""
        for folder, names in files.items():
            there = self._standing.get(f"{top}/{folder}" if folder else top, _NOTHING)
            if any(there.get(name, FOREIGN) == FOREIGN for name in names):
                return False
        return True

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

    def keep_all(self) -> None:
        """Take over everything: the site stays as it is."""
        self._aim = self._standing

    def keep_below(self, folders: Collection[str], apart: Collection[str] = ()) -> None:
        """Take over all files of the old site in some folders and below them.

        Args:
            folders: which folders.
            apart: those whose files are not taken over, though they may lie below one of these.
        """
        wanted, known = frozenset(folders), frozenset((*folders, *apart))
        for folder, names in self._standing.items():
            if _nearest(folder, known) in wanted:
                self._keep_folder(folder, {name: number for name, number in names.items() if number != FOREIGN})

    def write(self, path: str, *content: Bytes) -> bool:
        """Write a file, whose contents may come in pieces; if it stands with these contents, it is taken over.

        Returns:
            Whether it was written.

        Raises:
            ValueError: the path leads out of the site, or there is such a file or folder in it already.
            OSError: the disk does not want it.
        """
        size = sum(map(len, content))
        if self._has(path, size, content):
            self.keep(path)
            return False
        self._size += size
        with open(self._place(path), "xb") as file:  # noqa: PTH123 - ten thousand of them
            file.writelines(content)
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

    def read(self, path: str) -> bytes | None:
        """Return the contents of a file that was written, created or kept; None where there is none."""
        folder, name = split(path)
        return self.find(path).read_bytes() if name in self._aim.get(folder, _NOTHING) else None

    def is_kept(self, path: str) -> bool:
        """Return whether a file was taken over, or written as it stood already."""
        folder, name = split(path)
        return self._aim.get(folder, _NOTHING).get(name, NEW) != NEW

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
        bench.mirror(room.out, self._aim, made=True)
        if there:
            shutil.copymode(room.out, room.next)
        exchange(room.next, room.out, room.old)
        self._bench = None
        # The site is there; whatever fails from here on is mended by the next build.
        with suppress(OSError):
            if spare or self._standing.get(""):
                bench = Workbench(room.next, self._standing if there else None)
                tidy(room, bench, self._aim)
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
            # What was made there is seen by looking.
            tidy(self._room, Workbench(self._room.next), self._standing)
        else:
            shutil.rmtree(self._room.next)

    def _keep_folder(self, folder: str, names: dict[str, int]) -> None:
        """Take over the files of a folder of the old site, all at once if nothing of it was taken over or written."""
        if folder in self._aim:
            self.keep(*(join(folder, name) for name in names))
        elif names:
            add_folder(self._aim, folder).update(names)

    def _number(self, path: str) -> int:
        """Return the number of a file of the old site; that of what is none where it has no such file."""
        folder, _, name = path.rpartition("/")
        return self._standing.get(folder, _NOTHING).get(name, FOREIGN)

    def _enter(self, path: str, number: int) -> tuple[str, str]:
        """Note a file, and return its folder and its name."""
        folder, name = split(path)
        names = self._aim.get(folder)
        if names is None:
            names = add_folder(self._aim, folder)
        if name in names or path in self._aim:
            raise ValueError(f"there already: {path}")
        names[name] = number
        return folder, name

    def _place(self, path: str) -> str:
        if "\\" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
            raise ValueError(f"not below the folder: {path}")
        return self._workbench().make_room(*self._enter(path, NEW))

    def _has(self, path: str, size: int, content: Sequence[Bytes]) -> bool:
        """Return whether the old site has a file with certain contents."""
        place = f"{self._room.out}/{path}"
        # Nearly all that differ do so in size, which is known without opening them.
        if not self.stands(path) or os.stat(place).st_size != size:  # noqa: PTH116 - ten thousand of them
            return False
        with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - ten thousand of them
            return file.readall() == b"".join(content)

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
                (self._room.next / path).unlink()

    def _counts(self) -> Published:
        numbers = [number for names in self._aim.values() for number in names.values()]
        written = numbers.count(NEW)
        gone = (names.keys() - self._aim.get(folder, {}).keys() for folder, names in self._standing.items())
        pages = sum(name.endswith(".html") for names in self._aim.values() for name in names)
        size = self._size + sum(place.stat().st_size for place in map(self.find, self._made) if self._is_new(place))
        return Published(written, len(numbers) - written, sum(map(len, gone)), pages, size)

    def _is_new(self, place: Path) -> bool:
        return place.is_relative_to(self._room.next)


def _nearest(folder: str, among: Collection[str]) -> str | None:
    """Return the folder itself, or the nearest above it, that is one of these."""
    while folder not in among:
        if not folder:
            return None
        folder, _ = split(folder)
    return folder
