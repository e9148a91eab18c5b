"""The workers of a real scheduler make what one process makes, also if one of them is killed in the midst of it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from disc.build import Result, build
from disc.cli import main
from disc.core.watch import Moment, Watch
from disc.load.spec_files import Options
from disc.work.errors import WorkerError
from disc.work.inputs import Inputs
from disc.work.means import Means
from tests.publish.sites import tree
from tests.work.many import same

WORKERS = 2


@dataclass(frozen=True)
class Cluster:
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]

    @property
    def means(self) -> Means:
        return Means(cluster=self.address)


@pytest.mark.parametrize("address", ["foo", "tcp://", " ", "host:8786"])
def test_what_is_no_address(root: Path, address: str) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(root), "--cluster", address])
    assert result.exit_code == 2
    assert "is no address of a scheduler, such as tcp://HOST:8786" in " ".join(result.stderr.split())


def test_an_address_of_what_is_no_scheduler(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disc.work.cluster.PATIENCE", 1)
    for address in ("http://127.0.0.1:1", "tls://127.0.0.1:1"):
        with pytest.raises(WorkerError):
            build(Options(root), tmp_path / "out", means=Means(cluster=address))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler of Dask and two workers, each a process of its own that nobody starts again."""
    file = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(file), "--no-dashboard"]
    commands = [("dask_scheduler", *common, "--host", "127.0.0.1", "--port", "0")]
    commands += [
        ("dask_worker", *common, "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path / f"worker-{n}"))
        for n in range(WORKERS)
    ]
    running = []
    try:
        for module, *arguments in commands:
            command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
            running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        end = time.monotonic() + 60
        while not file.is_file() or not file.read_bytes():
            assert time.monotonic() < end, "the scheduler does not begin"
            time.sleep(0.05)
        yield Cluster(json.loads(file.read_bytes())["address"], running[0], tuple(running[1:]))
    finally:
        for process in running:
            process.kill()
            process.wait()


def test_a_cluster_makes_what_one_process_makes_even_if_a_worker_is_killed(
    root: Path, alone: tuple[Result, dict[str, bytes]], cluster: Cluster, tmp_path: Path
) -> None:
    assert same(build(Options(root), tmp_path / "whole", means=cluster.means), alone[0])
    assert tree(tmp_path / "whole") == alone[1]

    def kill(moment: Moment) -> None:
        if moment.done == 1:
            cluster.workers[0].kill()

    result = build(Options(root), tmp_path / "out", Watch(kill), means=cluster.means)
    assert cluster.workers[0].wait() != 0
    assert same(result, alone[0])
    assert tree(tmp_path / "out") == alone[1]


def test_a_scheduler_that_is_lost_ends_the_build_and_nothing_is_published(
    root: Path, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Options(root), tmp_path / "before", means=cluster.means)
    # Not all of the work is given out before it is lost; to look for it takes as long as to look for one at first.
    monkeypatch.setattr("disc.work.staff._AHEAD", 1)
    monkeypatch.setattr("disc.work.cluster.PATIENCE", 2)

    def kill(moment: Moment) -> None:
        if moment.done == 1:
            cluster.scheduler.kill()
            cluster.scheduler.wait()

    with pytest.raises(WorkerError, match="scheduler of the cluster is lost"):
        build(Options(root), tmp_path / "out", Watch(kill), means=cluster.means)
    assert not (tmp_path / "out").exists()


class Elsewhere(Inputs):
    """What there is to read on another disk."""

    def digest(self, name: str) -> str:
        return f"another {name}"


def test_a_cluster_that_sees_something_else_is_not_believed(
    root: Path, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr("disc.work.cluster.maker", lambda _: "another")
        with pytest.raises(WorkerError) as error:
            build(Options(root), tmp_path / "out", means=cluster.means)
    assert error.value.words.en == "disc, jinja2 or the templates of pages are not the same on the cluster as here"
    with monkeypatch.context() as other:
        other.setattr("disc.work.cluster.Inputs", Elsewhere)
        with pytest.raises(WorkerError) as error:
            build(Options(root), tmp_path / "out", means=cluster.means)
    assert error.value.words.en.endswith(
        "the folder must be on a shared disk, under the same path, and nobody may change it meanwhile"
    )
    assert not (tmp_path / "out").exists()


def test_there_is_no_scheduler(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disc.work.cluster.PATIENCE", 1)
    with pytest.raises(WorkerError) as error:
        build(Options(root), tmp_path / "out", means=Means(cluster="tcp://127.0.0.1:1"))
    assert error.value.words.en.startswith("the cluster tcp://127.0.0.1:1 cannot be used: ")


def test_the_library_is_not_installed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkerError) as error:
        build(Options(root), tmp_path / "out", means=Means(cluster="tcp://127.0.0.1:1"))
    assert error.value.words.en == "distributed is not installed: pip install 'disc[cluster]'"
