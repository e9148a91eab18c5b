"""What settings and acceptances make of findings, and what is wrong with the settings and acceptances themselves.

What can be set and accepted are the findings of checks, but not of those that the document rests on, and the warnings
and notices of the other stages. An acceptance holds for the year that it names.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from disc.checks.engine.check import Check
from disc.compile.document import UNUSED_PURPOSE, UNUSED_REASON
from disc.core.diagnostic import Diagnostic, Level, Rule, Words, has_errors
from disc.core.outcome import Outcome
from disc.core.span import Span
from disc.load.rollup import UNIT_TEXTS_DIFFER
from disc.load.spec import Spec
from disc.load.spec_reader import Case
from disc.load.tree import Map, Path, Seq, Value

UNKNOWN_CHECK = Rule(
    "unknown-check",
    Level.ERROR,
    Words("没有这个检查代码", "There is no such code of a check"),
    Words("没有代码为 {code} 的检查", "no check has the code {code}"),
    Words("最接近的是 {nearest}", "The nearest is {nearest}"),
)
FIRM_CHECK = Rule(
    "firm-check",
    Level.ERROR,
    Words("这项检查不能调整或认可", "This check cannot be set or accepted"),
    Words("{code} 不改正就不能生成公开文件", "without mending {code} no document can be made"),
    Words("删去这一条，改正检查所指出的地方", "Take the entry out, and mend what the check finds"),
)
ACCEPTANCE_LAPSED = Rule(
    "acceptance-lapsed",
    Level.NOTICE,
    Words("认可已过年度", "An acceptance has lapsed"),
    Words(
        "对 {code} 的认可是 {accepted} 年度的，本文件是 {year} 年度，认可不再有效",
        "{code} was accepted for {accepted}; this spec is of {year}, and the acceptance holds no more",
    ),
    Words(
        "重新核实：仍然成立的改 year 和 reason，否则删去",
        "Look again: if it still holds renew year and reason, otherwise take it out",
    ),
)
ACCEPTANCE_UNUSED = Rule(
    "acceptance-unused",
    Level.NOTICE,
    Words("认可没有对应的发现", "An acceptance accepts nothing"),
    Words("没有发现 {code}，不需要认可", "{code} was not found here, so there is nothing to accept"),
    Words("删去这一条；写了 at 的核对位置", "Take the entry out; if it has `at`, check the place"),
)

OTHERS = (UNUSED_REASON, UNUSED_PURPOSE, UNIT_TEXTS_DIFFER)
"""What other stages than the checks warn of."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An entry of `accepted`."""

    code: str
    reason: str
    year: int
    at: str
    """Dotted place in the spec at or below which it holds; empty: everywhere."""

    span: Span
    """Where its code stands."""

    def covers(self, found: Diagnostic, spec: Spec) -> bool:
        """Return whether this is a finding that it accepts."""
        return self.year == spec.year and self.code == found.code and (not self.at or found.span in self._places(spec))

    def _places(self, spec: Spec) -> frozenset[Span]:
        path, here = _reached(spec.data, self.at)
        below = [path, *_below(here, path)]
        return frozenset(span for way in below for span in (spec.place(*way), spec.key_place(*way)))


def acceptances(spec: Spec) -> Iterator[Acceptance]:
    """Return what a spec accepts."""
    for number, entry in enumerate(spec.fields.get("accepted", ())):
        place = spec.place("accepted", number, "code")
        yield Acceptance(entry["code"], entry["reason"], entry["year"], entry.get("at", ""), place)


def settled(case: Case, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings that can be set and accepted with the level that was set, and marked where they are accepted."""
    accepted = tuple(acceptances(case.spec))
    result = []
    for diagnostic in found:
        setting = case.settings.levels.get(diagnostic.code)
        if setting is not None and setting.level is None:
            continue
        reason = next((entry.reason for entry in accepted if entry.covers(diagnostic, case.spec)), "")
        levelled = diagnostic.at_level(setting.level) if setting and setting.level else diagnostic
        result.append(replace(levelled, accepted=reason))
    return result


def settled_others(case: Case, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings of all stages; those of other stages than the checks as settings and acceptances leave them."""
    others = {rule.code for rule in OTHERS}
    return tuple(each for one in found for each in (settled(case, (one,)) if one.code in others else (one,)))


def wrong_settings(
    case: Case, checks: Iterable[Check], found: Iterable[Diagnostic], became: Mapping[str, Outcome]
) -> Iterator[Diagnostic]:
    """Return what is wrong with the settings and the acceptances of one spec.

    Args:
        case: the spec.
        checks: all checks.
        found: everything that was found in the spec, and is settled.
        became: what became of each check.
    """
    firm = {check.code: check.firm for check in checks} | {rule.code: False for rule in OTHERS}
    entries = tuple(acceptances(case.spec))
    for code, span in (
        *((code, s.span) for code, s in case.settings.levels.items()),
        *((e.code, e.span) for e in entries),
    ):
        if code not in firm:
            nearest = difflib.get_close_matches(code, [known for known in firm if not firm[known]], 1, 0)
            yield UNKNOWN_CHECK.at(span, code=code, nearest="".join(nearest))
        elif firm[code]:
            yield FIRM_CHECK.at(span, code=code)
    everything = tuple(found)
    sound = not has_errors(everything)
    for entry in entries:
        looked = became[entry.code] is not Outcome.COULD_NOT_LOOK if entry.code in became else sound
        if firm.get(entry.code, True):
            continue
        if entry.year != case.spec.year:
            yield ACCEPTANCE_LAPSED.at(entry.span, code=entry.code, accepted=entry.year, year=case.spec.year)
        elif looked and not any(entry.covers(diagnostic, case.spec) for diagnostic in everything):
            yield ACCEPTANCE_UNUSED.at(entry.span, code=entry.code)


def _reached(data: Map, at: str) -> tuple[Path, Value]:
    """Return the path that a dotted place means in a file, and what stands there."""
    path: Path = ()
    here: Value = data
    for step in at.split("."):
        key: str | int = int(step) if isinstance(here, Seq) and step.isdecimal() else step
        path = (*path, key)
        here = dict(_entries(here)).get(key)
    return path, here


def _below(here: Value, path: Path) -> Iterator[Path]:
    for key, value in _entries(here):
        yield (*path, key)
        yield from _below(value, (*path, key))


def _entries(here: Value) -> Iterable[tuple[str | int, Value]]:
    return here.items() if isinstance(here, Map) else enumerate(here) if isinstance(here, Seq) else ()
