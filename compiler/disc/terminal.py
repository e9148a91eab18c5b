"""How far a long work is, for people who wait for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click


def progress(files: Sequence[Path]) -> Iterable[Path]:
    """Show a bar on a terminal while many files are worked through."""
    return _with_bar(files) if len(files) > 20 and sys.stderr.isatty() else files


def _with_bar(files: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(files, file=sys.stderr, show_pos=True) as bar:
        yield from bar
