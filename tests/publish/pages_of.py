"""Pages as a program sees them that is not disc's own: every element with its attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

Attributes = dict[str, str | None]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script" and data.strip():
            self.scripts.append(data)


def elements(page: bytes) -> list[tuple[str, Attributes]]:
    """Return every element of a page."""
    return _read(page).elements


def scripts(page: bytes) -> list[str]:
    """Return what stands in the script elements of a page."""
    return _read(page).scripts


def _read(page: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    return reader


def found(page: bytes, tag: str, **wanted: str) -> list[Attributes]:
    """Return the elements of a name that have these attributes; http_equiv stands for http-equiv."""
    asked = {name.replace("_", "-"): value for name, value in wanted.items()}
    return [own for name, own in elements(page) if name == tag and asked.items() <= own.items()]


def html(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages among the files of a site."""
    return ((name, content) for name, content in files.items() if name.endswith(".html"))
