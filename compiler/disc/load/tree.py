"""What a YAML file holds, with the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias, Union

from disc.core.span import Span

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the root: keys of maps and numbers (from 0) of list items."""

Mark: TypeAlias = tuple[int, int]
"""Line and column of a place, both from 1."""

PairMark: TypeAlias = tuple[int, int, int, int]
"""Line and column of a key, then line and column of its value."""

START: Mark = (1, 1)


class Map(dict[str, "Value"]):
    """A mapping. Keys are text, as written; equal to a plain `dict` of the same contents."""

    __slots__ = ("marks", "start")

    marks: dict[str, PairMark]
    """Where each key and its value stand."""

    start: Mark
    """Where the mapping itself begins."""

    def __init__(
        self,
        items: Mapping[str, Value] | Iterable[tuple[str, Value]] = (),
        marks: dict[str, PairMark] | None = None,
        start: Mark = START,
    ) -> None:
        super().__init__(items)
        self.marks = {} if marks is None else marks
        self.start = start


class Seq(list["Value"]):
    """A list, equal to a plain `list` of the same contents."""

    __slots__ = ("marks", "start")

    marks: list[Mark]
    """Where each item stands."""

    start: Mark
    """Where the list itself begins."""

    def __init__(self, items: Iterable[Value] = (), marks: list[Mark] | None = None, start: Mark = START) -> None:
        super().__init__(items)
        self.marks = [] if marks is None else marks
        self.start = start


class Suspect(str):
    """Text that stands where the loader found an error: for reading on, never for judging again."""

    __slots__ = ()


# `Union` and not `|`: the names in quotes are looked up by the type checker only.
Value: TypeAlias = Union["Map", "Seq", str, int, Decimal, bool, None]


def place(root: Map, path: Path, file: str) -> Span:
    """Return the place of the value at a path.

    The root is the beginning of the file. A value that is not there is shown at the key of what should hold it.
    """
    key, value, found = _walk(root, path)
    return Span(file, *(value if found else key))


def key_place(root: Map, path: Path, file: str) -> Span:
    """Return the place of the key at a path; an item of a list has none and is its own place.

    A key that is not there is shown at the key of what should hold it.
    """
    key, _, _ = _walk(root, path)
    return Span(file, *key)


def has(root: Map, path: Path) -> bool:
    """Return whether there is a value at a path."""
    return _walk(root, path)[2]


def _walk(root: Map, path: Path) -> tuple[Mark, Mark, bool]:
    """Return the marks of the last key and value on the path, and whether the path goes no further."""
    here: Value = root
    key = value = START
    for step in path:
        if isinstance(here, Map) and isinstance(step, str) and step in here.marks:
            mark = here.marks[step]
            key, value = mark[:2], mark[2:]
            here = here[step]
        elif isinstance(here, Seq) and isinstance(step, int) and 0 <= step < len(here.marks):
            key = value = here.marks[step]
            here = here[step]
        else:
            return key, value, False
    return key, value, True


def words(value: object) -> tuple[str, ...]:
    """Return one or several members of a dimension, as YAML gives them, as text."""
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)
