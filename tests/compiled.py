"""Compiles a spec for readers and for nobody: what is found must be the same."""

from __future__ import annotations

from collections.abc import Mapping

from disc.compile.document import compile_document
from disc.compile.templates import Templates
from disc.core.diagnostic import Diagnostic
from disc.core.document import Document
from disc.core.ledger import Ledger
from disc.load.spec_reader import Case


def compiled(
    case: Case, templates: Templates, past: Mapping[str, Ledger]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return what `compile_document` does, and hold it against what it does to check a spec, with no tables filled."""
    document, found = compile_document(case, templates, past)
    outline, found_for_nobody = compile_document(case, templates, past, for_readers=False)
    assert found_for_nobody == found
    assert (outline is None) == (document is None)
    if document is not None and outline is not None:
        assert outline.coverage == document.coverage
        assert outline.changes == document.changes
    return document, found
