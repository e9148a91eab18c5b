"""What a spec is, and where specs lie: below `specs/` of a root, wherever links lead."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from disc.load.tree import Map

SPECS = "specs"
"""The folder of a root in which its specs lie."""

_WINDOWS_LOOP = 1921
"""ERROR_CANT_RESOLVE_FILENAME: what Windows says of a link that leads to itself."""


class Identity(Struct, frozen=True):
    """What a spec is, wherever it lies."""

    region: str
    entity: str
    kind: str
    year: int

    @property
    def ending(self) -> str:
        """The last two steps of its path."""
        return f"{self.entity}/{self.year}-{self.kind}.yaml"

    def is_of(self, data: Map) -> bool:
        """Return whether a file, be it valid or not, says that this is what it is."""
        entity = data.get("entity")
        if not isinstance(entity, Map):
            return False
        said = (str(entity.get("region")), entity.get("id"), data.get("kind"), data.get("year"))
        return said == (self.region, self.entity, self.kind, self.year)


def spec_path(root: Path, file: str) -> Path:
    """Return where a spec lies that messages call `file`."""
    return (root / SPECS).resolve() / file.removeprefix(f"{SPECS}/")


def address_of(file: str) -> str:
    """Return the address of the disclosure of a spec that messages call `file`."""
    return file.removeprefix(f"{SPECS}/").removesuffix(".yaml")


def search_name(ending: str) -> str:
    """Return the name under which a search for specs is noted: `specs/**/office/2024-budget.yaml`."""
    return f"{SPECS}/**/{ending}"


def names_by_ending(folder: Path) -> Mapping[str, Sequence[str]]:
    """Return the specs below a folder as messages call them, sorted, by the last two steps of their paths.

    Args:
        folder: that of the specs of a root, which is no link.

    Raises:
        OSError: a folder cannot be listed.
    """
    found: dict[str, list[str]] = {}
    for name in names_of(paths_below(str(folder), folder), folder):
        found.setdefault("/".join(name.rsplit("/", 2)[-2:]), []).append(name)
    return found


def names_of(paths: Iterable[str], folder: Path) -> list[str]:
    """Return paths below the folder of the specs as messages call them, `specs/…/2024-budget.yaml`, sorted by steps."""
    above = len(f"{folder}{os.sep}")
    steps = sorted(path[above:].split(os.sep) for path in paths)  # noqa: PTH206 - of thousands
    return ["/".join((SPECS, *own)) for own in steps]


def paths_below(target: str, folder: Path) -> Iterator[str]:
    """Yield the files of specs below a folder that is no link; links to folders are not followed.

    Args:
        target: the folder.
        folder: where links to files may lead: the folder of the specs.

    Raises:
        OSError: a folder cannot be listed.
    """
    waiting = [target]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith(".yaml"):
                    path = Path(entry.path) if entry.is_symlink() else None
                    linked = path is not None and path.is_file() and resolved(path).is_relative_to(folder)
                    if linked or entry.is_file(follow_symlinks=False):
                        yield entry.path


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
