"""What stands above a document and is not part of it: that it is a draft, and what was corrected."""

from __future__ import annotations

from disc.core.meta import Correction

DRAFT_TITLE = "草稿"
DRAFT = "尚未批复或定稿，内容可能改动，不作为正式公开的文件。"
CORRECTIONS = "更正说明"


def correction(made: Correction) -> str:
    """Return a correction in one sentence; how the author ended the words does not matter."""
    year, month, day = map(int, made.date.split("-"))
    return f"{year}年{month}月{day}日：{_open(made.what)}。更正原因：{_open(made.why)}。"


def _open(words: str) -> str:
    return words.strip().rstrip("。；;.")
