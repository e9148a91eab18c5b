"""Which specs to work on, and where they may lie: below `specs/` of a root, wherever links lead."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from disc.load.publishers import LIST
from disc.load.repository import SPECS

_WINDOWS_LOOP = 1921
"""ERROR_CANT_RESOLVE_FILENAME: what Windows says of a link that leads to itself."""


class OutsideError(ValueError):
    """A path that was named does not lie below `specs/`, or is not there."""

    def __init__(self, path: Path, *, absent: bool = False) -> None:
        super().__init__(str(path))
        self.path = path
        self.absent = absent
        """Whether nothing is there."""


class NoSpecsError(ValueError):
    """There are no specs to work on."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to work on."""

    root: Path
    """Folder with `specs/` and, if it likes, its own `schema/` and `site/`."""

    paths: tuple[Path, ...] = ()
    """Specs or folders of specs; all specs of the root if none is named, or the list of those who must publish."""

    drafts: bool = False
    """Whether to build a preview, with the specs that say that they are drafts."""

    @property
    def folder(self) -> Path:
        """Where the root has its specs."""
        return self.root / SPECS

    @property
    def whole(self) -> bool:
        """Whether all specs are worked on."""
        return not self.paths or self.list in map(resolved, self.paths)

    @property
    def list(self) -> Path:
        """Where the list of those who must publish stands, be there one or not."""
        return (self.root / LIST).resolve()


def find_specs(options: Options) -> Iterator[Path]:
    """Return the spec files to work on, sorted by path, each once.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
    """
    return map(Path, _paths(options))


def _paths(options: Options) -> list[str]:
    folder = options.folder.resolve()
    found: set[str] = set()
    for path in (*options.paths, *((folder,) if options.whole else ())):
        target = resolved(path)
        if options.paths and not (target.exists() and target.is_relative_to(folder)):
            raise OutsideError(path, absent=not target.exists())
        if target.is_dir():
            found.update(_below(str(target), folder))
        elif target.is_file():
            found.add(str(target))
    return sorted(found - {str(options.list)}, key=lambda path: path.split(os.sep))  # noqa: PTH206 - of thousands


def _below(target: str, folder: Path) -> Iterator[str]:
    """Yield the files of specs below a folder that is no link; links to folders are not followed."""
    with os.scandir(target) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, folder)
            elif entry.name.endswith(".yaml"):
                path = Path(entry.path) if entry.is_symlink() else None
                linked = path is not None and path.is_file() and resolved(path).is_relative_to(folder)
                if linked or entry.is_file(follow_symlinks=False):
                    yield entry.path


def spec_names(options: Options) -> tuple[str, ...]:
    """Return the spec files to work on as messages call them, `specs/…/2024-budget.yaml`, sorted by path, each once.

    Raises:
        OutsideError: a named path is not a spec or folder below `specs/`.
        NoSpecsError: there are none.
    """
    above = len(f"{options.folder.resolve()}{os.sep}")
    names = tuple(f"{SPECS}/{path[above:].replace(os.sep, '/')}" for path in _paths(options))
    if not names:
        raise NoSpecsError(options.folder)
    return names


def below_specs(path: Path, root: Path) -> tuple[str, ...]:
    """Return the steps from `specs/` to a path, be there something or not.

    Raises:
        OutsideError: the path does not lie below `specs/`.
    """
    folder, target = Options(root).folder.resolve(), resolved(path)
    if target == folder or not target.is_relative_to(folder):
        raise OutsideError(path)
    return target.relative_to(folder).parts


def resolved(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself leads nowhere."""
    # Up to Python 3.12 a loop is an error of `resolve`; from 3.13 on it is taken for where the path leads.
    with suppress(RuntimeError):
        if not _is_loop(path):
            return path.resolve()
    return Path(os.devnull)


def _is_loop(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP or getattr(error, "winerror", 0) == _WINDOWS_LOOP
    return False
