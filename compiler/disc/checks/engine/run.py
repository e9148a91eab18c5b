"""Runs checks, each only where what it rests on is sound, and says what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from disc.checks.engine.check import Check
from disc.checks.engine.settle import settled
from disc.core.diagnostic import Diagnostic
from disc.core.outcome import Outcome
from disc.load.spec_reader import Case

MOST = 100
"""How much one check says of one spec: nobody reads on, and a file full of wrong codes would keep it for minutes."""


def run_checks(case: Case, checks: Iterable[Check], found: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """Return what checks find in one spec, as settings and acceptances leave it, sorted by place.

    Args:
        case: the spec.
        checks: those to run, in an order in which each comes after those that it rests on.
        found: what has been found in this spec before.
    """
    codes = {diagnostic.code for diagnostic in found}
    firm: list[Diagnostic] = []
    others: list[Diagnostic] = []
    for check in checks:
        if not _asked(check, case):
            continue
        if check.rests_on & codes:
            # What rests on this one cannot look either.
            codes.add(check.code)
            continue
        new = tuple(islice(check.find(case), MOST))
        codes |= {diagnostic.code for diagnostic in new}
        (firm if check.firm else others).extend(new)
    return tuple(sorted((*firm, *settled(case, others)), key=Diagnostic.sort_key))


def outcomes(case: Case | None, checks: Iterable[Check], found: Iterable[Diagnostic]) -> Mapping[str, Outcome]:
    """Return what became of each check of one spec, by its code.

    Args:
        case: the spec; None: it could not be loaded.
        checks: all that were to run, in an order in which each comes after those that it rests on.
        found: everything that was found in this spec.
    """
    broken = {diagnostic.code for diagnostic in found}
    result: dict[str, Outcome] = {}
    for check in checks:
        if case is not None and check.code in broken:
            result[check.code] = Outcome.FAILED
        elif case is None or (check.reads_document and case.document is None):
            result[check.code] = Outcome.COULD_NOT_LOOK
        elif not _asked(check, case):
            result[check.code] = Outcome.NOT_APPLICABLE
        elif check.rests_on & broken:
            result[check.code] = Outcome.COULD_NOT_LOOK
            broken.add(check.code)
        else:
            result[check.code] = Outcome.PASSED
    return result


def _asked(check: Check, case: Case) -> bool:
    return (check.firm or case.settings.asks(check.code)) and check.applies(case)
