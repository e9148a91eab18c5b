"""Diagnostics as workflow commands: GitHub shows them beside the lines of a pull request.

GitHub keeps ten annotations of each level and drops the others without a word. So the worst come first, and the last
notice says how many were left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level
from disc.report.findings import Findings
from disc.report.printable import printable

LIMIT = 10
"""How many annotations of one level are kept."""


def lines(findings: Findings) -> Iterator[str]:
    """Yield one command for each finding that GitHub keeps, one that counts the rest, none for what was accepted."""
    open_ones = [found for found in findings.shown if not found.accepted]
    by_level = {level: [found for found in open_ones if found.level is level] for level in Level}
    if any(len(found) > LIMIT for found in by_level.values()):
        kept = {level: found[: LIMIT - (level is Level.NOTICE)] for level, found in by_level.items()}
    else:
        kept = by_level
    for found in kept.values():
        yield from (_command(each, findings) for each in found)
    if rest := sum(map(len, by_level.values())) - sum(map(len, kept.values())):
        yield f"::notice title=disc::{_data(findings.say(f'另有 {rest} 处没有列出', f'and {rest} more'))}"


def _command(found: Diagnostic, findings: Findings) -> str:
    language = findings.language
    title = found.rule.title.zh if language == "zh" else found.rule.title.en
    properties = {
        "file": found.span.file,
        "line": found.span.line,
        "col": found.span.column,
        "title": f"{title} [{found.code}]",
    }
    said = [found.message(language), *([f"→ {hint}"] if (hint := found.hint(language)) else [])]
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{found.level.value} {written}::{_data(chr(10).join(map(printable, said)))}"


def _data(text: str) -> str:
    """Return text as it stands behind `::`; it cannot end the line, so it cannot begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text as the value of a property; it cannot end the value either."""
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
