"""From the bytes of a YAML file to a tree with places, or to what is wrong with them."""

from __future__ import annotations

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.compose import Limits, compose
from disc.load.source_rules import FILE_TOO_LARGE
from disc.load.text import read_text
from disc.load.tree import Map

__all__ = ["LIMITS", "Limits", "read_source"]

LIMITS = Limits()
"""What a file in a repository of disclosures may hold."""


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
