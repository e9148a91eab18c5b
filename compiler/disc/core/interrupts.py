"""Interrupts (Ctrl-C) come at the end of what must not hear of them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Let an interrupt wait meanwhile, where the system can hold it back, and come right after.

    It is the calling thread that is not interrupted; what begins meanwhile, thread or process, is born deaf.
    """
    if sys.platform == "win32":
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
