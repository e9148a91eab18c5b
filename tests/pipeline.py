"""Takes bytes through all that `disc build` does with a file, and holds what comes out to what it promises."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from disc.checks import all_checks, all_comparisons, all_readings, review, run_checks
from disc.checks.engine.others import OTHERS
from disc.compile.filters import make_templates
from disc.compile.history import past_of
from disc.core.diagnostic import Diagnostic, has_errors
from disc.load.source import read_source
from disc.load.spec_reader import Case, Library, make_case
from disc.publish.pages import render
from disc.publish.theme import Theme
from disc.report import text
from tests.compiled import compiled
from tests.seed.spec import ROOT, library, templates
from tests.themes import theme

FILE = "specs/x/spec.yaml"
LAST = "specs/x/last.yaml"


def run(
    content: bytes, address: str = "x/office/2024-budget", last: bytes = b"", known: Library | None = None
) -> tuple[Diagnostic, ...]:
    """Return what is said of a spec, and make the pages of one without errors.

    Args:
        content: the file.
        address: of its page.
        last: the file of last year, which the spec is held against if both can be loaded.
        known: what both may refer to; the files of this repository if it is not given.
    """
    used = known or library()
    case, found = _load(content, FILE, address, used)
    if case is not None and last:
        case = _after(case, last, used)
    alone, comparing, reading = all_checks(), all_comparisons(), all_readings()
    if case is not None:
        found += run_checks(case, alone)
        found += run_checks(case, comparing, found)
    if case is not None and not has_errors(found):
        engine = make_templates(case.form) if known else templates(case.form.id)
        document, more = compiled(case, engine, past_of(case))
        case, found = replace(case, document=document), (*found, *more)
        assert (document is None) == has_errors(more)
        if document is not None:
            found += run_checks(case, reading, found)
            assert render((document,), (), _theme())
    checks = (*alone, *comparing, *reading)
    found, became = review(case, checks, found)
    assert became.total() == len(checks) + len(OTHERS)
    _can_be_said(found, content)
    return found


@cache
def _theme() -> Theme:
    return theme(ROOT)


def _load(content: bytes, file: str, address: str, known: Library) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    data, found = read_source(content, file)
    assert data is not None or has_errors(found)
    if data is None:
        return None, found
    case, found = make_case(data, found, file, address, known)
    assert (case is None) == has_errors(found)
    return case, found


def _after(case: Case, content: bytes, known: Library) -> Case:
    """Return a spec with last year's."""
    last, _ = _load(content, LAST, "x/last", known)
    if last is None:
        return case
    return replace(case, last=last, classification=case.classification.after(last.classification))


def _can_be_said(found: tuple[Diagnostic, ...], content: bytes) -> None:
    """Assert that every finding has words in both languages and a place that is there."""
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in found:
        for span in (diagnostic.span, *diagnostic.related):
            assert span.line >= 1
            assert span.column >= 1
            if span.file == FILE:
                assert span.line <= len(lines)
                assert span.column <= len(lines[span.line - 1]) + 1
    assert [*text.lines(found, "zh")] or not found
    assert [*text.lines(found, "en")] or not found
