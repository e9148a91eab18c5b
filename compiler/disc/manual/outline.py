"""A chapter of the manual before its rules are collected."""

from __future__ import annotations

from msgspec import Struct

from disc.core.diagnostic import Words


class Outline(Struct, frozen=True):
    """A chapter that knows its rules by their codes."""

    id: str
    title: Words
    text: str
    codes: tuple[str, ...]


def outline(name: str, zh: str, en: str, text: str, codes: str) -> Outline:
    """Return a chapter: its name, its title in both languages, its text, its codes with spaces between them."""
    return Outline(name, Words(zh, en), text.strip(), tuple(codes.split()))
