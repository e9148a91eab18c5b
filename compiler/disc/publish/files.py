"""What the files of a folder are called that others lead to."""

from __future__ import annotations

INDEX = "index.html"
"""The page of a folder: servers show it when they are asked for the folder."""

PDF = "index.pdf"
"""The PDF of a disclosure, beside its page."""


def path_of(address: str) -> str:
    """Return the path of the page at an address: that of a folder is its index."""
    return address if address.endswith(".html") else f"{address}/{INDEX}"
