"""The machines of a cluster as workers: those of a scheduler of Dask, whose executor has the standard interface.

They read specs, schemas and looks themselves, so the folder must be there for them under the same path, as on a shared
disk. That all of them see the same is not believed: each result says what it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any

from msgspec.structs import replace

from disc.core.diagnostic import Words
from disc.load.spec_files import Options, spec_names
from disc.work.errors import WorkerError
from disc.work.inputs import Inputs, maker
from disc.work.made import Made, Order
from disc.work.staff import Staff

PATIENCE = 10
"""How long to wait for a scheduler and for its first worker, in seconds."""

_RETRIES = 3
"""How often a piece of work begins anew whose worker is gone."""

_NO_LIBRARY = Words(
    "没有安装 distributed：pip install 'disc[cluster]'", "distributed is not installed: pip install 'disc[cluster]'"
)
_GONE = Words(
    "集群上处理同一批文件的进程一再中断，可能是内存不够",
    "the workers that get certain specs end again and again; perhaps they have not enough memory",
)

_LOST = Words(
    "集群的调度器中途断开：可能已停止，或网络不通",
    "the scheduler of the cluster is lost in the midst of the work: it ended, or the network did",
)


def on_cluster(address: str, order: Order, files: Sequence[str], pages: Callable[[], bool]) -> Iterator[Made]:
    """Yield what comes of each spec, made by the workers of a scheduler; the other arguments are those of `Staff.make`.

    Raises:
        WorkerError: there is no scheduler or no worker, it is lost in the midst of the work, workers see other files or
            run another version of disc, or each that gets certain specs ends.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise WorkerError(_NO_LIBRARY) from error
    inputs = Inputs(order.root, spec_names(Options(order.root)))
    order = replace(order, root=order.root.resolve(), program=maker(order.root), inputs=inputs.everything)
    try:
        client: Any = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise WorkerError(_unusable(address, str(error) or type(error).__name__)) from error
    try:
        with client:
            client.wait_for_workers(1, timeout=PATIENCE)
            executor = client.get_executor(pure=False, retries=_RETRIES)
            for made in Staff(executor, sum(client.nthreads().values())).make(order, files, pages):
                _check_alike(made, inputs)
                yield made
    except KilledWorker as error:
        raise WorkerError(_GONE) from error
    except CancelledError as error:
        raise WorkerError(_LOST) from error
    except OSError as error:
        raise WorkerError(_unusable(address, error.strerror or str(error) or type(error).__name__)) from error


def _check_alike(made: Made, inputs: Inputs) -> None:
    """Make sure that a worker saw what is there.

    Raises:
        WorkerError: it did not.
    """
    for name, digest in made.needs.items():
        if inputs.digest(name) != digest:
            raise WorkerError(
                Words(
                    f"集群上看到的 {name} 与本机的不同：目录要放在同一路径的共享磁盘上，运行中也不能改动",
                    f"{name} is not the same on the cluster: the folder must be on a shared disk, under the same path, "
                    "and nobody may change it meanwhile",
                )
            )


def _unusable(address: str, problem: str) -> Words:
    return Words(f"集群 {address} 不能使用：{problem}", f"the cluster {address} cannot be used: {problem}")
