"""Trees of files on the disk: what stands in one, and making one equal to another by links.

A file is known by its number in its file system, which listing a folder tells at no cost. Two names with the same
number are one file, so trees are compared without opening anything, and whatever was done to one of them in between,
by a build that was killed or by hand, is seen.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from sys import intern

Tree = dict[str, dict[str, int]]
"""The files of a tree: the path of each folder below the top (the top's is empty), then names, then numbers.

Folders without files are in it too. Paths are separated by slashes.
"""

FOREIGN = 0
"""Number of what is no file: a link, a socket. It is never followed, kept or carried over."""

NEW = -1
"""Number of a file that was written by this build: like that of no other tree."""


def split(path: str) -> tuple[str, str]:
    """Return the folder of a path and the name in it; of equal names one is in memory, as most are of many files."""
    folder, _, name = path.rpartition("/")
    return folder, intern(name)


def join(folder: str, name: str) -> str:
    """Return the path of a name in a folder."""
    return f"{folder}/{name}" if folder else name


def read_tree(top: Path) -> Tree:
    """Return what stands below a folder; nothing where there is none.

    Raises:
        OSError: a folder cannot be listed.
    """
    tree: Tree = {}
    # A link to a folder is none of ours.
    waiting = [""] if top.is_dir() and not top.is_symlink() else []
    while waiting:
        folder = waiting.pop()
        names = tree[folder] = {}
        with os.scandir(f"{top}/{folder}") as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(join(folder, entry.name))
                else:
                    names[intern(entry.name)] = entry.inode() if entry.is_file(follow_symlinks=False) else FOREIGN
    return tree


def add_folder(tree: Tree, folder: str) -> dict[str, int]:
    """Return the names in a folder of a tree; it and those above it are added if need be.

    Raises:
        NotADirectoryError: one of them is a file of the tree.
    """
    if folder not in tree:
        if folder:
            above, name = split(folder)
            if name in add_folder(tree, above):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)
        tree[folder] = {}
    return tree[folder]


class Workbench:
    """A tree that is being changed, and what stands in it at any time, but for what others make there.

    Files of it may have further names in a tree that readers see, so none is ever written to: it loses its name here,
    and a new one takes the place.
    """

    def __init__(self, top: Path, tree: Tree | None = None) -> None:
        """Begin to work on a folder; it is made if need be.

        Args:
            top: the folder.
            tree: what stands in it, if that is known.
        """
        self.top = top
        top.mkdir(exist_ok=True)
        self.tree = read_tree(top) if tree is None else tree

    def make_room(self, folder: str, name: str) -> str:
        """Return where on the disk a new file can be made: its folder is there, and nothing has its name."""
        names = self._folder(folder)
        path = join(folder, name)
        if name in names:
            self._remove(folder, name)
        elif path in self.tree:
            for below in sorted(self.tree, reverse=True):
                if f"{below}/".startswith(f"{path}/"):
                    self._clear(below, None)
        return f"{self.top}/{path}"

    def mirror(self, source: Path, aim: Tree, *, made: bool = False) -> None:
        """Make the tree hold certain files: those it has stay, the others are linked to.

        Args:
            source: a folder in which the files stand that are not here.
            aim: which files. It names the folders above each folder too.
            made: whether the new ones of them were made here; they are in the source otherwise, like all others.
        """
        not_linked = (FOREIGN, NEW) if made else (FOREIGN,)
        # Those below a folder come before it.
        for folder in sorted(self.tree, reverse=True):
            self._clear(folder, aim.get(folder))
        for folder, wanted in sorted(aim.items()):
            here = self._folder(folder)
            for name, number in wanted.items():
                if number not in not_linked and name not in here:
                    path = self.make_room(folder, name)
                    _carry(f"{source}/{join(folder, name)}", path)
                    here[name] = number

    def _clear(self, folder: str, wanted: dict[str, int] | None) -> None:
        """Remove from a folder what is not wanted; the folder too where nothing is."""
        here = self.tree[folder]
        if here == wanted:
            return
        for name in [name for name, number in here.items() if wanted is None or wanted.get(name) != number]:
            self._remove(folder, name)
        if wanted is None:
            (self.top / folder).rmdir()
            del self.tree[folder]

    def _folder(self, folder: str) -> dict[str, int]:
        if folder not in self.tree:
            above, name = split(folder)
            if name in self._folder(above):
                self._remove(above, name)
            (self.top / folder).mkdir()
            self.tree[folder] = {}
        return self.tree[folder]

    def _remove(self, folder: str, name: str) -> None:
        # It may never have come to be, if the disk refused it.
        with suppress(FileNotFoundError):
            os.unlink(f"{self.top}/{join(folder, name)}")  # noqa: PTH108 - ten thousand of them
        del self.tree[folder][name]


def _carry(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:
        # The file system has no such links, or no more of this file.
        shutil.copyfile(old, new, follow_symlinks=False)
