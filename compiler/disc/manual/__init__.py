"""Collects the manual: every rule of the program, chapter by chapter, with what there is to say about it.

The page of a check is its docstring; what there is to say about other rules stands here, where no check or build of a
disclosure reads it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import disc
from disc.core.diagnostic import Rule
from disc.core.manual import Chapter, ManualPage
from disc.load.kept import keep, kept

_CHECKS = "disc.checks."


@cache
def manual() -> tuple[Chapter, ...]:
    """Return the chapters of the manual, with a page for each rule."""
    chapters: tuple[Chapter, ...] | None = kept(__name__)
    if chapters is None:
        keep(__name__, chapters := _collected())
    return chapters


def _collected() -> tuple[Chapter, ...]:
    """Read all modules for the manual, as nothing else does."""
    from disc.manual.chapters import OUTLINES  # noqa: PLC0415 - not needed where the manual was kept

    pages = _pages()
    return tuple(
        Chapter(outline.id, outline.title, outline.text, tuple(pages[code] for code in outline.codes))
        for outline in OUTLINES
    )


def _pages() -> dict[str, ManualPage]:
    """Return the page of each rule by its code."""
    from disc.manual.chapters import TEXTS  # noqa: PLC0415 - likewise

    pages: dict[str, ManualPage] = {}
    for found in pkgutil.walk_packages(disc.__path__, "disc."):
        if not _makes_rules(found.name):
            continue
        module = import_module(found.name)
        for rule in _rules(module):
            own = found.name.startswith(_CHECKS) and rule is vars(module).get("RULE")
            if own or rule.code not in pages:
                text = (module.__doc__ or "") if own else TEXTS.get(rule.code, "")
                pages[rule.code] = ManualPage(rule, text.strip())
    return pages


def _makes_rules(name: str) -> bool:
    """Return whether a module makes rules: most do not, and some would import what takes long, or is an extra."""
    from importlib.abc import SourceLoader  # noqa: PLC0415 - likewise

    loader = getattr(find_spec(name), "loader", None)
    return isinstance(loader, SourceLoader) and "Rule(" in (loader.get_source(name) or "")


def _rules(module: ModuleType) -> Iterator[Rule]:
    """Yield the rules that a module has a name for, be they defined there or elsewhere."""
    for value in vars(module).values():
        for rule in value.values() if isinstance(value, dict) else (value,):
            if isinstance(rule, Rule):
                yield rule
