"""Processes of this machine as workers."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from multiprocessing import active_children, connection, get_context, parent_process, resource_tracker

from disc.core.diagnostic import Words
from disc.core.interrupts import interrupts_wait
from disc.work.errors import WorkerError
from disc.work.garbage import only_new_garbage
from disc.work.made import Made, Order
from disc.work.staff import Staff
from disc.work.workshop import Workshop

_ENDED = Words(
    "一个工作进程中途结束了：可能被强行终止，或内存不够；可以用 --jobs 1 再试",
    "a worker process ended in the midst of its work: somebody killed it, or there was not enough memory; try --jobs 1",
)

_SOON = timedelta(microseconds=100)
"""After how long this process lets its other threads run."""

_FOR_GOOD = ExitStack()
"""What holds for as long as a worker lives."""


def in_processes(
    number: int, here: Workshop, order: Order, files: Sequence[str], pages: Callable[[], bool]
) -> Iterator[Made]:
    """Yield what comes of each spec, made by so many processes, this one among them.

    The others are started anew and not forked, so that it is the same on every system, and end with this one however it
    ends.

    Args:
        number: how many processes, two at least.
        here: what works in this one.
        order: as `Staff.make` takes it, and so are the others.
        files: the specs.
        pages: whether pages are wanted.

    Raises:
        NoProcessesError: the system lets none begin; nothing was made.
        WorkerError: one of them ended in the midst of its work.
    """
    executor = _begun(number - 1)
    # What others made comes in through a pipe, in hundreds of pieces, and each waits until this process lets go.
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SOON.total_seconds())
    try:
        yield from Staff(executor, number - 1, here).make(order, files, pages)
    except BrokenExecutor as error:
        raise WorkerError(_ENDED) from error
    finally:
        executor.shutdown(cancel_futures=True)
        sys.setswitchinterval(before)


class NoProcessesError(Exception):
    """There may be no more processes, open files or memory; whoever asks can do the work alone."""


def _begun(number: int) -> Executor:
    """Return processes that have begun.

    Raises:
        NoProcessesError: the system does not let them.
        WorkerError: one of them ended.
    """
    others = active_children()
    try:
        executor = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)
        with _deaf():
            for _ in range(number):
                executor.submit(_nothing)
    except (OSError, RuntimeError) as error:
        # Nobody gives work to those that did begin, and this process would wait for them at its end. One that is still
        # beginning would miss what they share, and say so.
        for begun in set(active_children()).difference(others):
            begun.terminate()
            begun.join()
        raise (WorkerError(_ENDED) if isinstance(error, BrokenExecutor) else NoProcessesError) from error
    return executor


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that begin meanwhile never be interrupted, not even before they run any code of ours.

    To interrupt the whole is for who began it; an interrupt that comes meanwhile waits, where the system can hold it
    back. Other threads than the first cannot say what interrupts do.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if sys.platform != "win32":
        # The first process would begin it, and let interrupts through again.
        resource_tracker.ensure_running()
    with interrupts_wait():
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def _nothing() -> None:
    """Do nothing: a process begins with a piece of work that no other one is free for."""


def _begin() -> None:
    """Let a process work for another one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _FOR_GOOD.enter_context(only_new_garbage())


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
