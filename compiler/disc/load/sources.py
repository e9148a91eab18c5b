"""The lines of source files, for messages that show where they point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from disc.load.limits import LIMITS
from disc.load.resources import Resources
from disc.load.text import LINE_BREAK, read_text

Sources = Mapping[str, tuple[str, ...]]
"""The lines of files, by the names that diagnostics give them."""


def source_lines(resources: Resources, files: Iterable[str]) -> Sources:
    """Return the lines of these files; one that is not there, too large or not text is left out."""
    return {file: tuple(LINE_BREAK.split(text)) for file in sorted(set(files)) for text in _text(resources, file)}


def _text(resources: Resources, file: str) -> Iterator[str]:
    """Yield the text of a file of the root, if it has one."""
    steps = PurePosixPath(file)
    try:
        path = None if steps.is_absolute() or ".." in steps.parts else resources.find(file)
        if path is None or path.stat().st_size > LIMITS.size:
            return
        text, _ = read_text(path.read_bytes(), file)
    except (OSError, ValueError):
        return
    if text is not None:
        yield text
