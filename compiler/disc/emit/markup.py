"""Text as HTML."""

from __future__ import annotations

import html
from functools import lru_cache


# What stands between the numbers of a sentence, names and headings come again with every disclosure.
@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """Return words in which nothing is taken for markup."""
    return html.escape(text)
