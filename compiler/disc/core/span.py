"""Places in source files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, as people and editors count: from 1, in characters."""

    file: str
    """Path as it is shown: relative to the root where it lies inside, with forward slashes."""

    line: int = 1
    """Line, from 1."""

    column: int = 1
    """Column in Unicode characters, from 1."""

    def __str__(self) -> str:
        """Return ``file:line:column``, which terminals and editors turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"
