"""What other stages than the checks find, and is as what a check finds: it can be set and accepted, and is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disc.checks.engine.check import Check
from disc.compile.coverage import MISSING_ADVISED_ITEM, MISSING_ITEM
from disc.compile.document import OPEN_CELLS, UNUSED_PURPOSE, UNUSED_REASON
from disc.core.diagnostic import Diagnostic, Rule
from disc.load.rollup import UNIT_TEXTS_DIFFER
from disc.load.spec_reader import Case


def _other(rule: Rule, applies: Callable[[Case], bool], *, reads_document: bool = True) -> Check:
    """Return a check that finds nothing itself: the stage that does has looked before."""
    return Check(rule, _nothing, "", applies, frozenset(), reads_document, firm=False)


def _nothing(_: Case) -> Iterator[Diagnostic]:
    return iter(())


def _must_hold(case: Case) -> bool:
    return bool(case.form.requirements)


OTHERS = (
    _other(UNUSED_REASON, lambda case: "reasons" in case.spec.fields),
    _other(UNUSED_PURPOSE, lambda case: "purposes" in case.spec.fields),
    _other(UNIT_TEXTS_DIFFER, lambda case: bool(case.units), reads_document=False),
    _other(OPEN_CELLS, lambda _: True),
    _other(MISSING_ITEM, _must_hold),
    _other(MISSING_ADVISED_ITEM, _must_hold),
)
