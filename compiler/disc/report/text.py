"""Diagnostics as lines that people read and editors jump from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import click

from disc.core.diagnostic import LEVELS, Diagnostic, Language, Level
from disc.core.outcome import Outcome, Tally
from disc.core.span import Span
from disc.report.collapse import collapsed
from disc.report.findings import line_at
from disc.report.printable import printable, width

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTICE: "cyan"}
"""What the name of a level looks like on a terminal."""

_ACCEPTED = ("已认可", "accepted", "green")
_OUTCOMES = {
    Outcome.PASSED: ("通过", "passed"),
    Outcome.FAILED: ("发现问题", "found something"),
    Outcome.NOT_APPLICABLE: ("不适用", "not applicable"),
    Outcome.COULD_NOT_LOOK: ("无法检查", "could not look"),
}

# Columns of a source line that are shown before the place, and from it on; the rest is cut off.
_BEFORE = 60
_AFTER = 40
_CUT = "…"


def lines(
    diagnostics: Iterable[Diagnostic], language: Language, sources: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[str]:
    """Return what is wrong, the line where it is, and what to do, for each finding; with colours for a terminal.

    Of one code in one file only the first few findings are shown. An accepted one stands there with its reason.

    Args:
        diagnostics: the findings, in order.
        language: of the words.
        sources: lines of the files that findings name; where one is not known it is not shown.
    """
    for found, more in collapsed(diagnostics):
        zh, en, colour = _ACCEPTED if found.accepted else _named(found.level)
        level = click.style(zh if language == "zh" else en, fg=colour, bold=True)
        yield f"{printable(str(found.span))}: {level}[{found.code}] {printable(found.message(language))}"
        yield from _source(found.span, line_at(sources or {}, found.span), colour)
        for place in found.related[:3]:
            yield f"    {'另见' if language == 'zh' else 'see also'} {printable(str(place))}"
        if len(found.related) > 3:
            rest = len(found.related) - 3
            yield f"    另有 {rest} 处" if language == "zh" else f"    and {rest} more"
        if found.accepted:
            yield f"    {'原因：' if language == 'zh' else 'reason: '}{printable(found.accepted)}"
        elif hint := found.hint(language):
            yield f"    → {printable(hint)}"
        if more:
            others = f"另有 {more} 处 [{found.code}]" if language == "zh" else f"and {more} more [{found.code}]"
            yield f"{printable(found.span.file)}: {others}"


def _named(level: Level) -> tuple[str, str, str]:
    words = LEVELS[level]
    return words.zh, words.en, COLOURS[level]


def _source(span: Span, line: str | None, colour: str) -> Iterator[str]:
    """Yield the line that a place is in, and a caret below the place."""
    if not (line or "").strip():
        return
    before, after = excerpt(line or "", span.column)
    yield f"    {span.line} | {before}{after}".rstrip()
    yield f"    {' ' * len(str(span.line))} | {' ' * width(before)}{click.style('^', fg=colour, bold=True)}"


def excerpt(line: str, column: int) -> tuple[str, str]:
    """Return what stands before a column and from it on, both printable and not too long."""
    at = column - 1
    # A character takes at least no column, so looking at a few more than can be shown is enough.
    start = max(0, at - 2 * _BEFORE)
    before = printable(line[start:at].replace("\t", " "))
    after = printable(line[at : at + 2 * _AFTER].replace("\t", " "))
    if start or width(before) > _BEFORE:
        before = _CUT + _fitting(before[::-1], _BEFORE - 1)[::-1]
    if len(line) > at + 2 * _AFTER or width(after) > _AFTER:
        after = _fitting(after, _AFTER - 1) + _CUT
    return before, after


def _fitting(text: str, columns: int) -> str:
    """Return as much of the beginning of a text as fits."""
    end = 0
    while end < len(text) and (columns := columns - width(text[end])) >= 0:
        end += 1
    return text[:end]


def summary(diagnostics: Iterable[Diagnostic], specs: int, language: Language) -> str:
    """Return one line that counts specs and findings."""
    findings = tuple(diagnostics)
    levels = [found.level for found in findings if not found.accepted]
    accepted = len(findings) - len(levels)
    errors, warnings, notices = (levels.count(level) for level in Level)
    if language == "zh":
        rest = f"，{accepted} 个已认可" if accepted else ""
        return f"检查了 {specs} 份文件：{errors} 个错误，{warnings} 个警告，{notices} 个提示{rest}"
    counted = ((specs, "spec"), (errors, "error"), (warnings, "warning"), (notices, "notice"))
    files, *found = (f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted)
    found += [f"{accepted} accepted"] if accepted else []
    return f"{files} checked: {', '.join(found)}"


def tally(checks: Tally, language: Language) -> str:
    """Return one line that counts what became of the checks, over all specs."""
    total = checks.total()
    if language == "zh":
        return f"{total} 项检查：" + "，".join(f"{checks[one]} {zh}" for one, (zh, _) in _OUTCOMES.items())
    return f"{total} check{'' if total == 1 else 's'}: " + ", ".join(
        f"{checks[one]} {en}" for one, (_, en) in _OUTCOMES.items()
    )
