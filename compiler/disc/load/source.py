"""From the bytes of a YAML file to a tree with places, or to what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.refusal import refusal
from disc.core.span import Span
from disc.load.compose import compose
from disc.load.limits import LIMITS, Limits
from disc.load.source_rules import FILE_TOO_LARGE
from disc.load.text import read_text
from disc.load.tree import Map

UNREADABLE = Rule(
    "unreadable-file",
    Level.ERROR,
    Words("文件不能读取", "The file cannot be read"),
    Words("文件不能读取：{problem_zh}", "the file cannot be read: {problem_en}"),
)


def read_source(content: bytes, file: str, limits: Limits = LIMITS) -> tuple[Map | None, tuple[Diagnostic, ...]]:
    """Return the tree of a YAML file, and all that is wrong with it, sorted by place.

    The tree is there whenever the file could be read to its end; where an error is known it holds a `Suspect`, so that
    reading on does not report it twice.

    Args:
        content: the file's bytes.
        file: its path as diagnostics show it.
        limits: how much it may hold.
    """
    if len(content) > limits.size:
        return None, (FILE_TOO_LARGE.at(Span(file), size=len(content), limit=limits.size),)
    text, found = read_text(content, file)
    if text is None:
        return None, tuple(found)
    root, more = compose(text, file, limits)
    return root, tuple(sorted((*found, *more), key=Diagnostic.sort_key))


def read_file(path: Path, file: str) -> tuple[Map | None, tuple[Diagnostic, ...]]:
    """Return the tree of a YAML file on the disk, and all that is wrong with it, as `read_source` does."""
    content, unreadable = read_bytes(path, file)
    return (None, unreadable) if content is None else read_source(content, file)


def read_bytes(path: Path, file: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the contents of a file, or why there are none; `file` is how messages call it."""
    try:
        return path.read_bytes(), ()
    except OSError as error:
        problem = refusal(error)
        return None, (UNREADABLE.at(Span(file), problem_zh=problem.zh, problem_en=problem.en),)
