"""Checks of valid specs, one file each: what can still be wrong once every number is derived.

A check is a module with two names: ``RULE`` and ``check(case)``, a generator of findings. One that holds a spec against
others of the repository has ``across(case)`` in place of ``check``: it runs once these have been found without errors.
Its docstring is its manual page. Checks are found by walking this folder, so adding one is adding a file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice

from disc.core.diagnostic import Diagnostic, Rule
from disc.load.spec_reader import Case

MOST = 100
"""How much one check says of one spec: nobody reads on, and a file full of wrong codes would keep it for minutes."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check."""

    rule: Rule
    find: Callable[[Case], Iterator[Diagnostic]]
    manual: str
    """The manual page: what, why, examples, how to mend."""


def all_checks() -> tuple[Check, ...]:
    """Return every check of a spec by itself, in the order of the files' names."""
    return _with("check")


def all_comparisons() -> tuple[Check, ...]:
    """Return every check of a spec against others, in the order of the files' names."""
    return _with("across")


def _with(function: str) -> tuple[Check, ...]:
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    modules.sort(key=lambda module: module.__name__)
    return tuple(
        Check(module.RULE, getattr(module, function), module.__doc__ or "")
        for module in modules
        if hasattr(module, function)
    )


def run_checks(case: Case, checks: tuple[Check, ...]) -> tuple[Diagnostic, ...]:
    """Return what the checks find in one spec, sorted by place."""
    return tuple(sorted((d for check in checks for d in islice(check.find(case), MOST)), key=Diagnostic.sort_key))
