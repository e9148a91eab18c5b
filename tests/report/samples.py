"""Findings to report: what a stranger could have written, and what is found every day."""

from __future__ import annotations

from collections import Counter
from typing import Any

from disc.core.diagnostic import Diagnostic, Language, Level, Rule, Words
from disc.core.outcome import Outcome
from disc.core.span import Span
from disc.report.findings import Findings

FILE = "specs/a/office/2024-budget.yaml"
SOURCE = (
    "kind: budget",
    "entity: {id: office, name: 某县某办公室, region: 653023}",
    "",
    "projects: [{name: 修路, amount: 5}]",
)
EVIL = "甲\x1b[31m\r\n::error::forged\u202e\x9b%0A,:[here](http://example.org)\udcff"
"""A text with everything that must not reach a terminal, a log or a page as it is."""


def rule(code: str, level: Level) -> Rule:
    return Rule(
        code,
        level,
        Words(f"{code} 的标题", f"The title of {code}"),
        Words("{name}不对", "{name} is wrong"),
        Words("改正{name}", "Correct {name}"),
    )


ERROR, WARNING, NOTICE = (rule(f"a-{level.value}", level) for level in Level)


def found(of: Rule = ERROR, line: int = 2, column: int = 22, *, name: str = "名称", **more: Any) -> Diagnostic:  # noqa: ANN401
    """Return a finding in the sample file, by default at the name of the entity."""
    return of.at(Span(FILE, line, column), name=name, **more)


def findings(*diagnostics: Diagnostic, language: Language = "zh", level: Level = Level.NOTICE) -> Findings:
    """Return a report of one spec."""
    checks = Counter({Outcome.PASSED: 3, Outcome.FAILED: 1})
    return Findings(diagnostics, 1, language, checks, level, {FILE: SOURCE})
