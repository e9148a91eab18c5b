"""Collects the manual: every rule of the program, with the page of those that belong to a check."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.abc import SourceLoader
from importlib.util import find_spec
from types import ModuleType

import disc
from disc.core.diagnostic import Rule
from disc.core.manual import ManualPage
from disc.load.kept import keep, kept

_CHECKS = "disc.checks."


@cache
def manual() -> tuple[ManualPage, ...]:
    """Return a page for each rule, sorted by code."""
    pages: tuple[ManualPage, ...] | None = kept(__name__)
    if pages is None:
        keep(__name__, pages := _collected())
    return pages


def _collected() -> tuple[ManualPage, ...]:
    """Read all modules for the manual, as nothing else does."""
    pages: dict[str, ManualPage] = {}
    for found in pkgutil.walk_packages(disc.__path__, "disc."):
        if not _makes_rules(found.name):
            continue
        module = import_module(found.name)
        for rule in _rules(module):
            own = found.name.startswith(_CHECKS) and rule is vars(module).get("RULE")
            if own or rule.code not in pages:
                pages[rule.code] = ManualPage(rule, (module.__doc__ or "").strip() if own else "")
    return tuple(pages[code] for code in sorted(pages))


def _makes_rules(name: str) -> bool:
    """Return whether a module makes rules: most do not, and some would import what takes long, or is an extra."""
    loader = getattr(find_spec(name), "loader", None)
    return isinstance(loader, SourceLoader) and "Rule(" in (loader.get_source(name) or "")


def _rules(module: ModuleType) -> Iterator[Rule]:
    """Yield the rules that a module has a name for, be they defined there or elsewhere."""
    for value in vars(module).values():
        for rule in value.values() if isinstance(value, dict) else (value,):
            if isinstance(rule, Rule):
                yield rule
