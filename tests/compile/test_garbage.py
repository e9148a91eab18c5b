"""A document goes when nobody holds it any more: a run switches the collector of garbage off, since it takes long."""

from __future__ import annotations

import gc

from disc.compile.document import compile_document
from disc.compile.history import past_of
from tests.seed.spec import case, templates


def test_nothing_of_a_document_waits_for_the_collector() -> None:
    spec = case()
    engine = templates(spec.form.id)
    compile_document(spec, engine, past_of(spec))
    gc.collect()
    gc.disable()
    try:
        compile_document(spec, engine, past_of(spec))
        assert gc.collect() == 0
    finally:
        gc.enable()
