"""Places in source files."""

from __future__ import annotations

from msgspec import Struct

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


class Span(Struct, frozen=True, order=True):
    """A place in a source file, as people and editors count: from 1, in characters. Places sort as they stand."""

    file: str
    """Path as it is shown: relative to the root where it lies inside, with forward slashes."""

    line: int = 1
    """Line, from 1."""

    column: int = 1
    """Column in Unicode characters, from 1."""

    def __str__(self) -> str:
        """Return ``file:line:column``, which terminals and editors turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def uri(self) -> str:
        """The file as a relative URI."""
        octets = self.file.encode("utf-8", "surrogateescape")
        return "".join(chr(octet) if octet in _UNRESERVED else f"%{octet:02X}" for octet in octets)
