"""Two builds at once: one waits for the other or says so; a process that is dead keeps nobody waiting."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from disc.publish import lock
from disc.publish.lock import LOCK, BusyError, room_of
from disc.publish.write import site
from tests.publish.sites import site as files_of_site
from tests.publish.sites import tree

OTHER = """
import sys
from pathlib import Path
from disc.publish.write import site
from tests.publish.sites import site as files
with site(Path(sys.argv[1])) as new:
    for path, content in files("other").items():
        new.write(path, content)
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "_site"


@contextmanager
def another_build(out: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that builds, and ends once its input does."""
    paths = os.pathsep.join([*sys.path, str(Path(__file__).parents[2])])
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, str(out)],
        env=os.environ | {"PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        try:
            yield process
        finally:
            process.stdin.close()


def build(out: Path, patience: int) -> None:
    with site(out, patience=patience) as new:
        for path, content in files_of_site("mine").items():
            new.write(path, content)


def test_another_build_is_named(out: Path) -> None:
    with another_build(out) as other:
        with pytest.raises(BusyError) as caught:
            build(out, patience=0)
        assert (caught.value.folder, caught.value.process) == (out, str(other.pid))
        assert not out.exists()
    assert tree(out) == files_of_site("other")


def test_another_build_is_waited_for(out: Path) -> None:
    with another_build(out) as other:
        assert other.stdin
        soon = threading.Timer(1, other.stdin.close)
        soon.start()
        build(out, patience=60)
        soon.join()
    assert tree(out) == files_of_site("mine")
    assert not (room_of(out) / LOCK).exists()


def test_a_process_that_is_dead_blocks_nobody(out: Path) -> None:
    with another_build(out) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert (room_of(out) / LOCK).read_text(encoding="utf-8") == f"{other.pid}\n"
        build(out, patience=0)
    assert tree(out) == files_of_site("mine")
    assert [path.name for path in out.parent.iterdir()] == ["_site"]


def test_the_number_of_a_process_that_lives_blocks_nobody(out: Path) -> None:
    # Numbers are given again: what counts is the lock, not what is in the file.
    room_of(out).mkdir()
    (room_of(out) / LOCK).write_text(f"{os.getppid()}\n", encoding="utf-8")
    build(out, patience=0)
    assert tree(out) == files_of_site("mine")


def test_a_lock_whose_holder_nobody_can_read(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_locked", lambda _: False)
    with pytest.raises(BusyError) as caught:
        build(out, patience=0)
    assert caught.value.process == "?"
