"""Checks of valid specs, one file each: what can still be wrong once every number is derived.

A check is a module with two names: ``RULE`` and ``check(case)``, a generator of findings. One that holds a spec against
others of the repository has ``across(case)`` in place of ``check``: it runs once these have been found. One that reads
what the form makes of the spec has ``told(case)``: it runs once there is a ``case.document``. It may have:

- ``applies(case)``: whether the spec has what it looks at;
- ``RESTS_ON``: codes of findings in the same spec after which it cannot look, because its own would merely follow;
- ``FIRM = True``: the document rests on it, so it cannot be lowered or accepted.

Its docstring is its manual page; the tests execute the examples. Checks are found by walking this folder, so adding one
is adding a file. How they run is in `engine/`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from disc.checks.engine.check import Check, from_module, in_order
from disc.checks.engine.others import OTHERS
from disc.checks.engine.run import outcomes, run_checks
from disc.checks.engine.settle import settled_others, wrong_settings
from disc.core.diagnostic import Diagnostic
from disc.core.outcome import Outcome, Tally
from disc.load.spec_reader import Case

__all__ = ["Check", "Outcome", "all_checks", "all_comparisons", "outcomes", "review", "run_checks"]


def all_checks() -> tuple[Check, ...]:
    """Return every check of a spec by itself: by file name, but those that others rest on before these."""
    return _with("check")


def all_comparisons() -> tuple[Check, ...]:
    """Return every check of a spec against others, in the same order."""
    return _with("across")


def all_readings() -> tuple[Check, ...]:
    """Return every check of what a spec compiles to, in the order of the files' names."""
    return _with("told")


def review(
    case: Case | None, checks: tuple[Check, ...], found: tuple[Diagnostic, ...]
) -> tuple[tuple[Diagnostic, ...], Tally]:
    """Return all that is to be reported of one spec, and what became of its checks.

    Args:
        case: the spec; None: it could not be loaded.
        checks: all checks.
        found: what every stage found in it.
    """
    every = (*checks, *OTHERS)
    became = outcomes(case, every, found)
    if case is not None:
        found = settled_others(case, found)
        found = (*found, *wrong_settings(case, every, found, became))
    return found, Tally(became.values())


def _with(function: str) -> tuple[Check, ...]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg)
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return in_order(from_module(module, function) for module in modules if hasattr(module, function))
