"""What settings and acceptances make of findings, and what is wrong with the settings and acceptances themselves.

What can be set and accepted are the findings of checks, but not of those that the document rests on, and the warnings
and notices of the other stages. An acceptance holds for the year that it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disc.checks.engine.check import Check
from disc.checks.engine.others import OTHERS
from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.outcome import Outcome
from disc.core.span import Span
from disc.load.nearest import HINT, near
from disc.load.spec import Spec
from disc.load.spec_reader import Case
from disc.load.tree import Map, Path, Seq, Value

UNKNOWN_CHECK = Rule(
    "unknown-check",
    Level.ERROR,
    Words("没有这个检查代码", "There is no such code of a check"),
    Words("没有代码为 {code} 的检查", "no check has the code {code}"),
    HINT,
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


class Acceptance(Struct, frozen=True):
    """An entry of `accepted`."""

    code: str
    reason: str
    year: int
    at: str
    """Dotted place in the spec at or below which it holds, entries of lists counted from 1; empty: everywhere."""

    span: Span
    """Where its code stands."""

    def holds_at(self, paths: Iterable[str]) -> bool:
        """Return whether it is for a place, which is known by the paths of what stands there."""
        return not self.at or any(path == self.at or path.startswith(f"{self.at}.") for path in paths)


def acceptances(spec: Spec) -> tuple[Acceptance, ...]:
    """Return what a spec accepts, be it of this year or not."""
    return tuple(
        Acceptance(
            entry["code"],
            entry["reason"],
            entry["year"],
            # As messages write it, projects[1], or without the brackets, which flow style would take for a list.
            entry.get("at", "").replace("[", ".").replace("]", ""),
            spec.place("accepted", number, "code"),
        )
        for number, entry in enumerate(spec.fields.get("accepted", ()))
    )


def accepting(spec: Spec, found: Sequence[Diagnostic]) -> Mapping[Diagnostic, Acceptance]:
    """Return the findings that a spec accepts for its year, each with the first entry that does."""
    valid = [entry for entry in acceptances(spec) if entry.year == spec.year]
    codes = {diagnostic.code for diagnostic in found}
    paths = _paths(spec) if any(entry.at and entry.code in codes for entry in valid) else {}
    result: dict[Diagnostic, Acceptance] = {}
    for diagnostic in found:
        for entry in valid:
            if entry.code == diagnostic.code and entry.holds_at(paths.get(diagnostic.span, ())):
                result.setdefault(diagnostic, entry)
    return result


def settled(case: Case, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings that can be set and accepted with the level that was set, and marked where they are accepted."""
    accepted = accepting(case.spec, found)
    result = []
    for diagnostic in found:
        setting = case.settings.levels.get(diagnostic.code)
        if setting is not None and setting.level is None:
            continue
        levelled = diagnostic.at_level(setting.level) if setting and setting.level else diagnostic
        result.append(replace(levelled, accepted=accepted[diagnostic].reason) if diagnostic in accepted else levelled)
    return tuple(result)


def settled_others(case: Case, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings of all stages; those of other stages than the checks as settings and acceptances leave them."""
    others = {other.code for other in OTHERS}
    theirs = tuple(diagnostic for diagnostic in found if diagnostic.code in others)
    return (*(diagnostic for diagnostic in found if diagnostic.code not in others), *settled(case, theirs))


def wrong_settings(
    case: Case, checks: Iterable[Check], found: Sequence[Diagnostic], became: Mapping[str, Outcome]
) -> Iterator[Diagnostic]:
    """Return what is wrong with the settings and the acceptances of one spec.

    Args:
        case: the spec.
        checks: all checks, and what is found elsewhere.
        found: everything that was found in the spec, and is settled.
        became: what became of each check.
    """
    firm = {check.code: check.firm for check in checks}
    entries = acceptances(case.spec)
    named = [(code, setting.span) for code, setting in case.settings.levels.items()]
    for code, span in (*named, *((entry.code, entry.span) for entry in entries)):
        if code not in firm:
            yield UNKNOWN_CHECK.at(span, code=code, **near(code, [known for known in firm if not firm[known]]))
        elif firm[code]:
            yield FIRM_CHECK.at(span, code=code)
    used = set(accepting(case.spec, found).values())
    for entry in (entry for entry in entries if firm.get(entry.code) is False and entry not in used):
        if entry.year != case.spec.year:
            yield ACCEPTANCE_LAPSED.at(entry.span, code=entry.code, accepted=entry.year, year=case.spec.year)
        elif became[entry.code] is not Outcome.COULD_NOT_LOOK:
            yield ACCEPTANCE_UNUSED.at(entry.span, code=entry.code)


def _paths(spec: Spec) -> Mapping[Span, Sequence[str]]:
    """Return the dotted paths of what stands at each place of a spec, entries counted from 1 as messages count them."""
    paths: dict[Span, list[str]] = {}
    for path in _below(spec.data, ()):
        for span in dict.fromkeys((spec.place(*path), spec.key_place(*path))):
            paths.setdefault(span, []).append(".".join(str(s + 1 if isinstance(s, int) else s) for s in path))
    return paths


def _below(here: Value, path: Path) -> Iterator[Path]:
    entries = here.items() if isinstance(here, Map) else enumerate(here) if isinstance(here, Seq) else ()
    for key, value in entries:
        yield (*path, key)
        yield from _below(value, (*path, key))
