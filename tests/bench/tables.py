"""Results as Markdown, to be pasted into the README beside this file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table: the first column says what, the others are numbers."""
    marks = ["---", *["--:"] * (len(heads) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, marks, *rows))


def milliseconds(seconds: float) -> str:
    """Return a short time: two digits of it at least."""
    return f"{seconds * 1000:.{0 if seconds >= 0.1 else 1}f} ms"


def duration(seconds: float) -> str:
    """Return a time in the unit that people would say it in."""
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def size(amount: float) -> str:
    """Return bytes in a unit of thousands of them."""
    for unit, scale in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3)):
        if abs(amount) >= scale:
            return f"{amount / scale:.{0 if abs(amount) >= 100 * scale else 1}f} {unit}"
    return f"{amount:.0f} B"


def count(number: float) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,.0f}"
