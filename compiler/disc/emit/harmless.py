"""Text that no spreadsheet takes for a formula.

A file of comma-separated values cannot say that a field is text. A spreadsheet that opens it runs what looks like a
formula (``=100%``), and a disclosure is written by strangers. So such a text gets an apostrophe before it, and so does
one that begins with an apostrophe itself: whoever takes one apostrophe off the beginning has the text as it was.
"""

from __future__ import annotations

import re

# Some spreadsheets take the full-width forms for formulas too, and skip what is invisible before them.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n']")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    # Nearly every text begins with a letter or a digit; asking that first is four times as fast.
    return text if text[:1].isalnum() or not _FORMULA.match(text) else f"'{text}"
