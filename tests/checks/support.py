"""Runs all checks on the seed, changed in a few places."""

from __future__ import annotations

import re
from functools import cache
from textwrap import dedent
from typing import Any

from msgspec.structs import replace

from disc.checks import all_checks, all_comparisons, run_checks
from disc.core.diagnostic import Diagnostic
from disc.load.classification import years
from disc.load.resources import Resources
from tests.seed.spec import ROOT, TEXT, case, mutated

NEWEST = years(Resources(ROOT))[-1]
"""The newest year that has classification tables; years are added."""

HERE = "▸"
"""Stands in a changed text where a finding is expected; it is taken out before the text is read."""


def found(*changes: tuple[str, str], text: str = TEXT, **form: Any) -> list[Diagnostic]:  # noqa: ANN401 - any field
    """Return what all checks find in the changed spec and not in the seed; `form` is what its form says otherwise."""
    changed = mutated(*changes, text=text).replace(HERE, "")
    return [d for d in all_found(changed, **form) if _finding(d, changed) not in _seed_findings()]


@cache
def _seed_findings() -> frozenset[tuple[object, ...]]:
    """Return what is found in the seed as it stands: mistakes of the published document, kept as they were."""
    return frozenset(_finding(d, TEXT) for d in all_found(TEXT))


def _finding(found_here: Diagnostic, text: str) -> tuple[object, ...]:
    """Return a finding and the line that it is about, wherever that stands."""
    return found_here.code, found_here.fields, text.splitlines()[found_here.span.line - 1]


def all_found(text: str, **form: Any) -> list[Diagnostic]:  # noqa: ANN401 - any field
    """Return what all checks find in a spec."""
    loaded = case(text)
    return list(run_checks(replace(loaded, form=replace(loaded.form, **form)), (*all_checks(), *all_comparisons())))


def example(fields: str) -> str:
    """Return the small good spec, at the seed's address, with the fields given in place of its own of these names."""
    text = (
        (ROOT / "tests/checks/example.yaml").read_text(encoding="utf-8").replace("id: office", "id: government-office")
    )
    fields = dedent(fields).strip("\n") + "\n"
    own = set(re.findall(f"^{HERE}?([a-z_]+):", fields, re.MULTILINE))
    return "".join(line for line in text.splitlines(keepends=True) if line.split(":")[0] not in own) + fields


def assert_found(
    code: str,
    *changes: tuple[str, str],
    text: str = TEXT,
    **form: Any,  # noqa: ANN401 - any field
) -> list[Diagnostic]:
    """Assert that the checks find this code at every ▸ of the changed text, and nothing else; return the findings.

    What is found in the seed as it stands does not count.
    """
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
