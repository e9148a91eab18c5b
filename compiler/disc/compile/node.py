"""The spec as templates read it: fields by name, numbers as figures, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jinja2.utils import missing

from disc.compile.book import Book
from disc.compile.prose import close_up
from disc.compile.sandbox import Fields
from disc.compile.shown import Shown
from disc.core.figure import Figure
from disc.load.form import Display
from disc.load.tree import Map, Seq, Value


class _Names:
    """The names that a field of a spec can have."""

    def __contains__(self, name: str) -> bool:
        return not name.startswith("_")


class Node(Fields):
    """A mapping or list of the spec, read-only. A field that is not there is undefined, and false in conditions."""

    VOCABULARY = _Names()
    """What templates can ask for."""

    __slots__ = ("_book", "_data", "_display", "_path")

    def __init__(self, data: Map | Seq, book: Book, display: Display, path: tuple[str, ...] = ()) -> None:
        self._data = data
        self._book = book
        self._display = display
        self._path = path

    def __getattr__(self, name: str) -> object:
        value = missing if name.startswith("__") else self.field(name)
        if value is missing:
            raise AttributeError(name)
        return value

    def field(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return a field, its numbers as figures; `missing` of Jinja2 if there is none of this name."""
        value = self._data.get(name, missing) if isinstance(self._data, Map) else missing
        if type(value) is str:
            return close_up(value)
        return value if value is missing else self._wrapped(name, value)

    def __getitem__(self, key: str | int) -> object:
        if isinstance(self._data, Map) and isinstance(key, str):
            return self._wrapped(key, self._data[key])
        if isinstance(self._data, Seq) and isinstance(key, int):
            return self._wrapped(str(key), self._data[key])
        raise KeyError(key)

    def __iter__(self) -> Iterator[object]:
        if isinstance(self._data, Map):
            return iter(self._data)
        return iter([self._wrapped(str(n), value) for n, value in enumerate(self._data)])

    def __len__(self) -> int:
        return len(self._data)

    def _wrapped(self, name: str, value: Value) -> object:
        if isinstance(value, str):
            return close_up(value)
        path = (*self._path, name)
        if isinstance(value, (Map, Seq)):
            return Node(value, self._book, self._display, path)
        if isinstance(value, (int, Decimal)) and (lines := self._book.this.numbers_of(".".join(path))):
            figure = self._book.this.facts(lines, self._display)
            return Shown(self._book, figure, self._display) if isinstance(figure, Figure) else value
        return value
