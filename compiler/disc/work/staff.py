"""Workers that somebody lends: what is given to them, and what they do.

All that is asked of who lends them is the interface of `concurrent.futures`.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from disc.core.diagnostic import Words
from disc.load.spec_paths import spec_path
from disc.work.errors import WorkerError
from disc.work.inputs import maker
from disc.work.made import Made, Order
from disc.work.workshop import Workshop

_AHEAD = 3
"""How many pieces of work each worker has to do at most; what is done and not yet fetched may be as much again."""

_PIECE = 4
"""How many specs are sent at a time, at most: those of one entity, which have each other as last year's, lie side by
side. What comes of them waits in memory for what comes of those before: for each, half a megabyte and more."""

_HEAD_START = 4
"""How many pieces of work are done here before any of theirs is waited for: so long they take to begin."""

_OTHER_PROGRAM = Words(
    "集群上的 disc、jinja2 或页面模板与本机的不同",
    "disc, jinja2 or the templates of pages are not the same on the cluster as here",
)

_LOCK = threading.Lock()
"""A worker may have several threads; a workshop has one."""


class Staff(Struct, frozen=True):
    """Workers that were lent."""

    executor: Executor
    number: int
    """How many pieces of work they do at a time."""

    here: Workshop | None = None
    """What works too, as long as the others are not done; None: nobody does here."""

    def make(self, order: Order, files: Sequence[str], pages: Callable[[], bool]) -> Iterator[Made]:
        """Yield what comes of each spec, in their order.

        They get few specs at a time and always have more to do, unless too many results wait to be fetched.

        Args:
            order: what is wanted.
            files: the specs, by their paths below the root.
            pages: whether pages are wanted, of those that are sent from now on.

        Raises:
            WorkerError: they run another version of disc.
            Exception: whatever the executor raises where one of them is gone.
        """
        most = 2 * _AHEAD * self.number
        pieces = _pieces(files, self.number + 1)
        first = deque(islice(pieces, _HEAD_START if self.here else 0))
        waiting: deque[Future[list[Made]]] = deque()
        try:
            while True:
                undone = sum(not future.done() for future in waiting)
                for piece in islice(pieces, max(0, min(most - len(waiting), self.number * _AHEAD - undone))):
                    waiting.append(self.executor.submit(make_all, order, piece, pages()))
                if self.here and first:
                    yield from _make_all(self.here, order, first.popleft(), pages())
                elif not waiting:
                    return
                elif self.here and len(waiting) < most and not waiting[0].done() and (piece := next(pieces, ())):
                    waiting.append(_done(_make_all(self.here, order, piece, pages())))
                else:
                    yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _pieces(files: Sequence[str], number: int) -> Iterator[tuple[str, ...]]:
    """Yield pieces of work for so many workers, smaller ones toward the end, so that all are done at about one time."""
    start = 0
    while start < len(files):
        size = min(_PIECE, max(1, (len(files) - start) // (2 * _AHEAD * number)))
        yield tuple(files[start : start + size])
        start += size


def make_all(order: Order, files: Sequence[str], pages: bool) -> list[Made]:
    """Return what comes of some specs, by their paths below the root. It is what a worker does.

    Raises:
        WorkerError: the worker runs another version of disc than was ordered.
    """
    with _LOCK:
        return _make_all(_workshop(order), order, files, pages)


def _make_all(workshop: Workshop, order: Order, files: Sequence[str], pages: bool) -> list[Made]:
    return [workshop.make(spec_path(order.root, file), pages=pages) for file in files]


def _done(made: list[Made]) -> Future[list[Made]]:
    future: Future[list[Made]] = Future()
    future.set_result(made)
    return future


@lru_cache(maxsize=1)
def _workshop(order: Order) -> Workshop:
    if order.program and order.program != maker(order.root):
        raise WorkerError(_OTHER_PROGRAM)
    return Workshop(order)
