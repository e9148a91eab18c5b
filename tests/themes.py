"""The theme that ships with disc, for tests that render pages."""

from __future__ import annotations

from pathlib import Path

from disc.load.resources import Resources
from disc.publish.theme import Theme, load_theme

STATIC = (
    "coverage.css",
    "downloads.css",
    "finding.css",
    "frame.css",
    "icon.svg",
    "lists.css",
    "lists.js",
    "manual.css",
    "panels.css",
    "panels.js",
    "print.css",
    "reading.css",
    "reading.js",
    "search.js",
    "style.css",
    "summary.css",
    "tables.js",
    "tokens.css",
)
"""The static files that it has."""


def theme(root: Path = Path("/nowhere")) -> Theme:
    """Return the theme of a root; there must be nothing wrong with it."""
    loaded, diagnostics = load_theme(Resources(root))
    assert loaded is not None, diagnostics
    assert not diagnostics
    return loaded
