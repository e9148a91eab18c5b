"""Work is shared out so that nobody waits for another, and comes back in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from itertools import islice
from pathlib import Path
from typing import Any

from disc.load.spec_files import Options, spec_names
from disc.work.made import Made, Order
from disc.work.staff import Staff
from disc.work.workshop import Workshop
from tests.work.many import a_big_root


class Late(Executor):
    """A worker who begins late: what is given to it waits until then."""

    def __init__(self, *, begun: bool = False) -> None:
        self.begun = begun
        self.given: list[tuple[Future[Any], Callable[[], Any], int]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - its interface
        future: Future[Any] = Future()
        self.given.append((future, lambda: fn(*args, **kwargs), len(args[1])))
        if self.begun:
            self.begin()
        return future

    def begin(self) -> None:
        for future, work, _ in self.given:
            if not future.done():
                future.set_result(work())


def test_what_comes_first_is_made_here_while_a_worker_begins(tmp_path: Path) -> None:
    root = a_big_root(tmp_path, 40)
    order, worker = Order(root), Late()
    files = spec_names(Options(root))
    work = Staff(worker, 1, Workshop(order)).make(order, files, lambda: False)
    made: list[Made] = list(islice(work, 8))
    assert len(worker.given) == 3
    worker.begin()
    for one in work:
        made.append(one)
        worker.begin()
    assert [one.known.file for one in made] == list(files)


def test_pieces_are_smaller_toward_the_end(tmp_path: Path) -> None:
    root = a_big_root(tmp_path, 70)
    files, worker = spec_names(Options(root)), Late(begun=True)
    made = list(Staff(worker, 1).make(Order(root), files, lambda: False))
    assert [one.known.file for one in made] == list(files)
    sizes = [number for *_, number in worker.given]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (4, 1)
