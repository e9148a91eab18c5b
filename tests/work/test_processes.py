"""Several processes make what one makes, and end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from disc.build import Result, build, check
from disc.load.spec_files import Options
from disc.work.errors import WorkerError
from disc.work.made import Order
from disc.work.means import Means
from disc.work.processes import in_processes
from disc.work.workshop import Workshop
from tests.publish.sites import tree
from tests.roots import a_spec
from tests.work.changing import MONEY
from tests.work.many import a_big_root, same


def test_processes_make_what_one_makes(root: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path) -> None:
    result = build(Options(root), tmp_path / "out", means=Means(jobs=3))
    assert same(result, alone[0])
    assert tree(tmp_path / "out") == alone[1]
    assert same(check(Options(root), for_readers=False, means=Means(jobs=2)), check(Options(root), for_readers=False))


def test_findings_of_several_specs_together_are_found(tmp_path: Path) -> None:
    root = a_big_root(tmp_path)
    a_spec(root, "z/office-3/2024-budget.yaml", MONEY.format(amount=2))
    a_spec(root, "b/office-4/2024-budget.yaml", "year: x\n")
    for means in (Means(), Means(jobs=2)):
        result = check(Options(root), for_readers=False, means=means)
        assert [(d.code, d.span.file) for d in result.diagnostics if d.level.value == "error"] == [
            ("wrong-type", "specs/b/office-4/2024-budget.yaml"),
            ("duplicate-spec", "specs/z/office-3/2024-budget.yaml"),
        ]


def children(process: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def soon(what: Callable[[], bool]) -> bool:
    """Return whether something comes true within half a minute."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


def workers(process: int) -> list[int]:
    """Return the processes that work for a process; one more keeps the books of what they share."""

    def works(child: int) -> bool:
        return b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()

    return [child for child in children(process) if works(child)]


def test_a_worker_that_is_killed_ends_the_build_and_nothing_is_published(
    root: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build(Options(root), out)

    def kill() -> None:
        if soon(lambda: bool(workers(os.getpid()))):
            os.kill(workers(os.getpid())[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(WorkerError, match="worker process ended"):
        build(Options(root), out, means=Means(jobs=2))
    killer.join()
    assert tree(out) == alone[1]


def test_a_worker_that_is_killed_while_others_begin_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that goes on would miss what they share, and print a traceback of its own."""
    submit, begun = ProcessPoolExecutor.submit, set[int]()

    def killing(executor: ProcessPoolExecutor, *work: Any) -> object:  # noqa: ANN401 - whatever is submitted
        if len(begun) == 2:
            raise BrokenProcessPool
        future = submit(executor, *work)
        begun.update(workers(os.getpid()))
        return future

    monkeypatch.setattr(ProcessPoolExecutor, "submit", killing)
    with pytest.raises(WorkerError, match="worker process ended"):
        next(in_processes(4, Workshop(Order(Path())), Order(Path()), [], lambda: False))
    assert len(begun) == 2
    assert not begun.intersection(workers(os.getpid()))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_who_began_them(tmp_path: Path, how: signal.Signals) -> None:
    # Enough to do that it is not done before a slow machine gets to end it.
    root = a_big_root(tmp_path / "root", 400)
    command = [sys.executable, "-m", "disc.cli", "build", "--root", str(root), "--out", str(tmp_path / "out"), "-j3"]
    began = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    assert soon(lambda: len(workers(began.pid)) == 2)
    working = workers(began.pid)
    if how is signal.SIGINT:
        os.killpg(began.pid, how)
    else:
        began.kill()
    _, said = began.communicate(timeout=30)
    assert b"Traceback" not in said
    assert began.returncode != 0
    assert soon(lambda: not any(Path(f"/proc/{worker}").exists() for worker in working))
    assert not (tmp_path / "out").exists()


def test_where_no_process_may_begin_one_makes_all(
    root: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path
) -> None:
    """Be it that the system has too many of them, or that this one may open no more files."""
    few = ["sh", "-c", 'ulimit -n 14 && exec "$@"', "sh"]
    command = [sys.executable, "-m", "disc.cli", "build", "--root", str(root), "--out", str(tmp_path / "out"), "-qj2"]
    done = subprocess.run([*few, *command, "--no-cache"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert tree(tmp_path / "out") == alone[1]
