"""Runs all checks on the seed, changed in a few places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from disc.checks import all_checks, run_checks
from disc.core.diagnostic import Diagnostic
from tests.seed.spec import TEXT, case, mutated

HERE = "▸"
"""Stands in a changed text where a finding is expected; it is taken out before the text is read."""


def found(*changes: tuple[str, str], text: str = TEXT, **form: Any) -> list[Diagnostic]:  # noqa: ANN401 - any field
    """Return what all checks find in the changed spec; `form` is what its form says otherwise."""
    loaded = case(mutated(*changes, text=text).replace(HERE, ""))
    return list(run_checks(replace(loaded, form=replace(loaded.form, **form)), all_checks()))


def assert_found(
    code: str,
    *changes: tuple[str, str],
    text: str = TEXT,
    **form: Any,  # noqa: ANN401 - any field
) -> list[Diagnostic]:
    """Assert that the checks find this code at every ▸ of the changed text, and nothing else; return the findings."""
    expected = []
    for line, words in enumerate(mutated(*changes, text=text).splitlines(), start=1):
        before = words.split(HERE)[:-1]
        expected += [(code, line, 1 + sum(map(len, before[: n + 1]))) for n in range(len(before))]
    assert expected
    diagnostics = found(*changes, text=text, **form)
    assert [(d.code, d.span.line, d.span.column) for d in diagnostics] == expected
    return diagnostics


def said(diagnostics: list[Diagnostic]) -> list[str]:
    """Return the Chinese words of findings: message and hint."""
    return [f"{d.message('zh')}。{d.hint('zh')}。" for d in diagnostics]


def in_english(diagnostics: list[Diagnostic]) -> list[str]:
    """Return the English words of findings: message and hint."""
    return [f"{d.message('en')}. {d.hint('en')}." for d in diagnostics]
