"""When Python looks for garbage: most of what a run makes stays to its end, and to look through it takes long.

Nearly everything goes when nobody holds it any more. What is left over is prose with marks, whose tree holds itself,
and what templates define while they make a page (a macro): little, but it holds the page, and a site has thousands.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OFTEN = 64
"""After how many pages: so much garbage is not missed, and to look costs a thousandth of making them."""


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
