"""Who does the work: this process, others of this machine, or those of a cluster. The results are the same.

All that is asked of who lends the workers is the interface of `concurrent.futures`.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import connection, get_context, parent_process

from disc.load.repository import spec_path
from disc.work.garbage import only_new_garbage
from disc.work.made import Made, Order
from disc.work.means import Means
from disc.work.workshop import Workshop

_AHEAD = 3
"""How many pieces of work wait for each worker at most, so that results do not pile up."""

_PIECE = 8
"""How many specs are sent at a time: those of one entity, which have each other as last year's, lie side by side."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Workers that were lent."""

    executor: Executor
    number: int

    def make(self, order: Order, files: Sequence[str], pages: Callable[[], bool]) -> Iterator[Made]:
        """Yield what comes of each spec, in their order.

        Args:
            order: what is wanted.
            files: the specs, by their paths below the root.
            pages: whether pages are wanted, of those that are sent from now on.

        Raises:
            concurrent.futures.BrokenExecutor: a worker ended in the midst of its work.
        """
        pieces = (tuple(files[start : start + _PIECE]) for start in range(0, len(files), _PIECE))
        waiting: deque[Future[list[Made]]] = deque()
        try:
            for piece in pieces:
                waiting.append(self.executor.submit(make_all, order, piece, pages()))
                if len(waiting) >= self.number * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


class WorkerError(Exception):
    """A worker ended in the midst of its work: somebody killed it, or the memory did not suffice."""


@contextmanager
def lent(means: Means) -> Iterator[Staff]:
    """Lend workers; they go with the context.

    Raises:
        WorkerError: one of them ended in the midst of its work.
    """
    try:
        with _processes(means.jobs) as staff:
            yield staff
    except BrokenExecutor as error:
        raise WorkerError from error


@contextmanager
def _processes(number: int) -> Iterator[Staff]:
    """Lend processes of this machine; they end with this one, however it ends.

    They are started anew and not forked, so that it is the same on every system.
    """
    executor = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield Staff(executor, number)
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """Let a process work for another one."""
    # To interrupt the whole is for who began it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _FOR_GOOD.enter_context(only_new_garbage())


_FOR_GOOD = ExitStack()
"""What holds for as long as a worker lives."""


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def make_all(order: Order, files: Sequence[str], pages: bool) -> list[Made]:
    """Return what comes of some specs, by their paths below the root. What a worker does."""
    with _LOCK:
        workshop = _workshop(order)
        return [workshop.make(spec_path(order.root, file), pages=pages) for file in files]


_LOCK = threading.Lock()
"""A worker of a cluster may have several threads; a workshop has one."""


@lru_cache(maxsize=1)
def _workshop(order: Order) -> Workshop:
    return Workshop(order)
