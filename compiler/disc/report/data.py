"""Diagnostics as JSON, for other programs; `schema/report.schema.json` describes it."""

from __future__ import annotations

from disc.core.diagnostic import Diagnostic, Language, Level
from disc.core.outcome import Outcome
from disc.core.span import Span
from disc.emit.json_text import Json
from disc.report.findings import Findings
from disc.report.printable import printable_json

FORMAT = 1
"""Version of the format."""


def to_json(findings: Findings) -> str:
    """Return the findings that are shown, and counts of all, as JSON text with a line feed at the end."""
    return printable_json(
        {
            "format": FORMAT,
            "language": findings.language,
            "specs": findings.specs,
            "counts": {level.value: findings.count(level) for level in Level},
            "checks": {outcome.value: findings.checks[outcome] for outcome in Outcome},
            "findings": [_finding(found, findings.language) for found in findings.shown],
        }
    )


def _finding(found: Diagnostic, language: Language) -> dict[str, Json]:
    return {
        "code": found.code,
        "level": found.level.value,
        "place": _place(found.span),
        "message": found.message(language),
        "hint": found.hint(language),
        "related": [_place(span) for span in found.related],
        "fields": dict(found.fields),
        **({"accepted": found.accepted} if found.accepted else {}),
    }


def _place(span: Span) -> dict[str, Json]:
    return {"file": span.file, "line": span.line, "column": span.column}
