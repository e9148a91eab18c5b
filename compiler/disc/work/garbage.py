"""When Python looks for garbage: most of what a run makes stays to its end, and to look through it takes long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_new_garbage() -> Iterator[None]:
    """Look for garbage among what is new, now and then.

    The macros of the templates of pages leave some: little, but it holds the page, and a site has thousands.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 1_000_000, 1_000_000)
    gc.enable()
    try:
        yield
    finally:
        gc.disable()
        gc.set_threshold(*before)
        gc.unfreeze()
