"""When Python looks for garbage: most of what a run makes stays to its end, and to look through it takes long.

Nearly everything goes when nobody holds it any more. What is left over are workbooks, the trees of prose with marks,
and what a template defines for a page (a macro), which holds the page; a site has thousands of each.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OFTEN = 32
"""After how many pages: the garbage of so many is no more than what a process needs anyway."""


@contextmanager
def only_new_garbage() -> Iterator[None]:
    """Let nobody look for garbage but `sweep`, and nobody in what was there before."""
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if enabled:
            gc.enable()


def sweep(pages: int) -> None:
    """Look for garbage in what is new since the last time, if it is time for it.

    Args:
        pages: of how many disclosures pages were made so far.
    """
    if pages % _OFTEN == 0:
        gc.collect(0)
