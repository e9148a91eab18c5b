"""Diagnostics as lines that people read and editors jump from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from disc.core.diagnostic import Diagnostic, Language, Level
from disc.core.outcome import Outcome, Tally
from disc.report.collapse import collapsed

_LEVELS = {
    Level.ERROR: ("错误", "error", "red"),
    Level.WARNING: ("警告", "warning", "yellow"),
    Level.NOTICE: ("提示", "notice", "cyan"),
}
_ACCEPTED = ("已认可", "accepted", "green")
_OUTCOMES = {
    Outcome.PASSED: ("通过", "passed"),
    Outcome.FAILED: ("发现问题", "found something"),
    Outcome.NOT_APPLICABLE: ("不适用", "not applicable"),
    Outcome.COULD_NOT_LOOK: ("无法检查", "could not look"),
}


def lines(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[str]:
    """Return two lines for each finding, what is wrong and what to do, with colours for a terminal.

    Of one code in one file only the first few findings are shown. An accepted one stands there with its reason.
    """
    for found, more in collapsed(diagnostics):
        zh, en, colour = _ACCEPTED if found.accepted else _LEVELS[found.level]
        level = click.style(zh if language == "zh" else en, fg=colour, bold=True)
        yield f"{found.span}: {level}[{found.code}] {found.message(language)}"
        for place in found.related[:3]:
            yield f"    {'另见' if language == 'zh' else 'see also'} {place}"
        if len(found.related) > 3:
            rest = len(found.related) - 3
            yield f"    另有 {rest} 处" if language == "zh" else f"    and {rest} more"
        if found.accepted:
            yield f"    {'原因：' if language == 'zh' else 'reason: '}{found.accepted}"
        elif hint := found.hint(language):
            yield f"    → {hint}"
        if more:
            yield (
                f"{found.span.file}: 另有 {more} 处 [{found.code}]"
                if language == "zh"
                else (f"{found.span.file}: and {more} more [{found.code}]")
            )


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
