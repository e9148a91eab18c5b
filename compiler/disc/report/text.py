"""Diagnostics as lines that people read and editors jump from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from disc.core.diagnostic import Diagnostic, Language, Level

_LEVELS = {
    Level.ERROR: ("错误", "error", "red"),
    Level.WARNING: ("警告", "warning", "yellow"),
    Level.NOTICE: ("提示", "notice", "cyan"),
}


def lines(diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[str]:
    """Return two lines for each finding, what is wrong and what to do, with colours for a terminal."""
    for found in diagnostics:
        zh, en, colour = _LEVELS[found.level]
        level = click.style(zh if language == "zh" else en, fg=colour, bold=True)
        yield f"{found.span}: {level}[{found.code}] {found.message(language)}"
        for place in found.related[:3]:
            yield f"    {'另见' if language == 'zh' else 'see also'} {place}"
        if len(found.related) > 3:
            rest = len(found.related) - 3
            yield f"    另有 {rest} 处" if language == "zh" else f"    and {rest} more"
        if hint := found.hint(language):
            yield f"    → {hint}"


def summary(diagnostics: Iterable[Diagnostic], specs: int, language: Language) -> str:
    """Return one line that counts specs and findings."""
    levels = [found.level for found in diagnostics]
    errors, warnings, notices = (levels.count(level) for level in Level)
    if language == "zh":
        return f"检查了 {specs} 份文件：{errors} 个错误，{warnings} 个警告，{notices} 个提示"
    counted = ((specs, "spec"), (errors, "error"), (warnings, "warning"), (notices, "notice"))
    files, *found = (f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted)
    return f"{files} checked: {', '.join(found)}"
