"""Which folders disclosures may lie in: their names become addresses, and every folder has a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.span import Span

OWN = frozenset({"coverage", "data", "manual", "search", "static"})
"""Folders in which the site has its own pages and files."""

FOLDER_NAME = Rule(
    "folder-name",
    Level.ERROR,
    Words("文件夹的名字不能用作地址", "A folder's name cannot be part of an address"),
    Words("文件夹名 {folder} 不能用：{why_zh}", "the folder name {folder} cannot be used: {why_en}"),
    Words("改文件夹名（单位的文件夹名即 entity.id）", "Rename the folder (that of an entity is its entity.id)"),
)

_LETTERS = ("只能用小写英文字母、数字和连字符", "only lower-case letters, digits and hyphens can")
_OFFICIAL = ("站点自己的页面在这个文件夹里", "the site has its own pages there")
_FILE = ("它像一份公开文件的名字", "it is like the name of a disclosure")


def check_folders(address: str, span: Span) -> Iterator[Diagnostic]:
    """Look at the folders of an address.

    Args:
        address: of a disclosure: xinjiang/akqi/government-office/2024-budget.
        span: where to say so.
    """
    for depth, folder in enumerate(address.split("/")[:-1]):
        if why := _unusable(folder, depth):
            yield FOLDER_NAME.at(span, folder=folder, why_zh=why[0], why_en=why[1])


def _unusable(folder: str, depth: int) -> tuple[str, str] | None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", folder, re.ASCII):
        return _LETTERS
    if depth == 0 and folder in OWN:
        return _OFFICIAL
    return _FILE if re.fullmatch(r"[0-9]{4}-[a-z]+", folder, re.ASCII) else None
