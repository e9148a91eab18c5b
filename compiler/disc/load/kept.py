"""Keeps what takes long to make of files from one run to the next.

It stands beside what Python makes of modules, is trusted as much as that and no more, and goes when that goes.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

from disc.load.notes import Needs, digest
from disc.load.resources import Resources

V = TypeVar("V")

FOLDER = Path(importlib.util.cache_from_source(__file__)).parent


def kept_or_made(resources: Resources, name: str, make: Callable[[], V]) -> V:
    """Return what an earlier run made if its files are what they were; otherwise make it, and keep it.

    Args:
        resources: those files, as one root sees them.
        name: what it is.
        make: makes it of nothing but files that it reads there.
    """
    before: tuple[V, Needs] | None = kept(name)
    if before and all(resources.digest(need) == known for need, known in before[1].items()):
        return before[0]
    made = resources.notes.taken(make)
    keep(name, made)
    return made[0]


def kept(name: str) -> Any:  # noqa: ANN401 - whatever was kept
    """Return what this program kept under a name; None if that is nothing, or damaged."""
    with suppress(OSError):
        head, _, content = _path(name).read_bytes().partition(b"\n")
        if head == _head(content):
            return pickle.loads(content)  # noqa: S301 - trusted like a module
    return None


def keep(name: str, value: object) -> None:
    """Keep something under a name, if this may be written; where it may not, each run makes it for itself."""
    if sys.dont_write_bytecode:
        return
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    with suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = NamedTemporaryFile(dir=FOLDER, suffix=".tmp", delete=False)  # noqa: SIM115 - closed below
        path = Path(file.name)
        try:
            with file:
                file.write(_head(content) + b"\n" + content)
            path.chmod(0o644)
            path.replace(_path(name))
        except OSError:
            path.unlink()


def _path(name: str) -> Path:
    return FOLDER / f"{digest(name.encode())}.{sys.implementation.cache_tag}.kept"


def _head(content: bytes) -> bytes:
    """Return what stands before some content: who made it, and that it is whole."""
    return f"{_maker()} {digest(content)}".encode()


@cache
def _maker() -> str:
    """Return what tells this program from any other: as Python tells modules, by time and size."""
    modules = sorted(_modules(Path(__file__).parents[1]))
    return digest("\n".join((*modules, sys.version, *map(_library, ("jinja2", "yaml")))).encode())


def _library(name: str) -> str:
    """Return what tells a library from its other versions; it is not imported for it, since that takes longer."""
    found = importlib.util.find_spec(name)
    return _file(origin, Path(origin).stat()) if found and (origin := found.origin) else name


def _modules(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _modules(Path(entry.path)) if entry.name != "__pycache__" else ()
            elif entry.name.endswith(".py"):
                yield _file(entry.path, entry.stat())


def _file(path: str, about: os.stat_result) -> str:
    return f"{path} {about.st_mtime_ns} {about.st_size}"
