"""Diagnostics as SARIF 2.1.0, the part of it that code hosts read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from disc.core.diagnostic import Diagnostic, Level
from disc.core.manual import Chapter, ManualPage
from disc.core.span import Span
from disc.emit.json_text import Json
from disc.report.explain import page_text
from disc.report.findings import Findings
from disc.report.printable import printable, printable_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The schema that the log names."""

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "note"}
# Code hosts refuse longer ones.
_DESCRIPTION = 1024


def to_sarif(findings: Findings, manual: Sequence[Chapter], version: str) -> str:
    """Return the findings that are shown as a log of one run.

    Args:
        findings: the findings, with the lines of their files.
        manual: a page for each of their rules.
        version: of disc.
    """
    pages = {page.rule.code: page for chapter in manual for page in chapter.pages}
    rules = {found.code: pages.get(found.code, ManualPage(found.rule)) for found in findings.shown}
    codes = sorted(rules)
    driver: dict[str, Json] = {
        "name": "disc",
        "version": version,
        "rules": [_rule(rules[code], findings) for code in codes],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": _results(findings, codes),
    }
    return printable_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(page: ManualPage, findings: Findings) -> dict[str, Json]:
    title = page.rule.title
    return {
        "id": page.rule.code,
        "shortDescription": {"text": findings.say(title.zh, title.en)},
        "fullDescription": {"text": findings.say(page.message.zh, page.summary)[:_DESCRIPTION]},
        "help": {"text": page_text(page, findings.language)},
        "defaultConfiguration": {"level": _LEVELS[page.rule.level]},
    }


def _results(findings: Findings, codes: Sequence[str]) -> list[Json]:
    """Return the results; equal findings on equal lines are told apart by counting them."""
    seen: Counter[str] = Counter()
    results: list[Json] = []
    for found in findings.shown:
        same = "\n".join((found.code, found.span.file, (findings.line(found.span) or "").strip()))
        seen[same] += 1
        results.append(_result(found, findings, codes.index(found.code), f"{same}\n{seen[same]}"))
    return results


def _result(found: Diagnostic, findings: Findings, rule: int, identity: str) -> dict[str, Json]:
    said = [printable(text) for text in (found.message(findings.language), found.hint(findings.language)) if text]
    related: list[Json] = [
        {"id": number, **_location(span, findings), "message": {"text": findings.say("另见", "see also")}}
        for number, span in enumerate(found.related, start=1)
    ]
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.level],
        "message": {"text": _plain("\n".join(said))},
        "locations": [_location(found.span, findings)],
        **({"relatedLocations": related} if related else {}),
        **({"suppressions": [_suppression(found)]} if found.accepted else {}),
        # It survives lines that are added above; the number of the line would not.
        "partialFingerprints": {"disc/v1": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()},
    }


def _suppression(found: Diagnostic) -> dict[str, Json]:
    """Return that the author accepts a finding, and why."""
    return {"kind": "inSource", "justification": printable(found.accepted)}


def _location(span: Span, findings: Findings) -> dict[str, Json]:
    end = max(span.column, len((findings.line(span) or "").rstrip())) + 1
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": span.uri, "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.line,
                "endColumn": end,
            },
        }
    }


def _plain(text: str) -> str:
    """Return text for a message, in which `[words](target)` would be a link."""
    return re.sub(r"\[(?=[^\]]*\]\()", r"\\[", text)
