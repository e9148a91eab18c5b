"""A check as a value: what its module says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from graphlib import TopologicalSorter
from types import ModuleType

from msgspec import Struct

from disc.core.diagnostic import Diagnostic, Rule
from disc.load.spec_reader import Case


class Check(Struct, frozen=True):
    """One check."""

    rule: Rule
    find: Callable[[Case], Iterator[Diagnostic]]
    manual: str
    """The manual page: what, why, examples, how to mend."""

    applies: Callable[[Case], bool]
    """Whether a spec has what it looks at."""

    rests_on: frozenset[str]
    """Codes of findings in the same spec after which it cannot look."""

    reads_document: bool
    """Whether it needs what the spec compiles to."""

    firm: bool
    """Whether the document rests on it, so that no setting lowers it and no spec accepts it."""

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.rule.code


def from_module(module: ModuleType, function: str) -> Check:
    """Return the check that a module is, with one of its functions as what finds."""
    return Check(
        module.RULE,
        getattr(module, function),
        module.__doc__ or "",
        getattr(module, "applies", _always),
        frozenset(getattr(module, "RESTS_ON", ())),
        function == "told",
        getattr(module, "FIRM", False),
    )


def in_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Return checks so that each comes after those that it rests on, otherwise as they are.

    Raises:
        graphlib.CycleError: checks rest on each other (a mistake in disc).
    """
    known = {check.code: check for check in checks}
    order = TopologicalSorter({code: sorted(check.rests_on & known.keys()) for code, check in known.items()})
    return tuple(known[code] for code in order.static_order())


def _always(_: Case) -> bool:
    return True
