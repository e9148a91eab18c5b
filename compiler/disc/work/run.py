"""One run over specs: what comes of each, in their order, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from disc.core.diagnostic import has_errors
from disc.load.spec_paths import spec_path
from disc.work.made import Made, Order
from disc.work.means import WORTH, Means

if TYPE_CHECKING:
    from disc.core.document import Document
    from disc.publish.theme import Theme

_NOTHING: Mapping[str, Made] = {}


def makes(
    order: Order,
    files: Sequence[str],
    means: Means,
    *,
    pages: bool = False,
    kept: Mapping[str, Made] = _NOTHING,
    theme: Theme | None = None,
    each: Callable[[Document], object] | None = None,
) -> Generator[Made, None, None]:
    """Yield what comes of each spec.

    Args:
        order: what is wanted.
        files: the specs by their paths below the root, in the order in which they are wanted.
        means: who makes it.
        pages: whether the files of disclosures are wanted; only as long as there are no errors.
        kept: what need not be made, by file.
        theme: the looks, where they are at hand.
        each: is given the documents as readers see them. They are made by this process.

    Raises:
        WorkerError: a worker ended in the midst of its work.
    """
    failed = False

    def wanted() -> bool:
        return pages and not failed

    missing = [file for file in files if file not in kept]
    with closing(_made(order, missing, means, wanted, theme, each)) as new:
        for file in files:
            made = kept[file] if file in kept else next(new)
            failed = failed or has_errors(made.diagnostics)
            yield made


def _made(
    order: Order,
    files: Sequence[str],
    means: Means,
    pages: Callable[[], bool],
    theme: Theme | None,
    each: Callable[[Document], object] | None,
) -> Generator[Made, None, None]:
    if not files:
        return
    # What is not needed is not imported: processes for few specs, checks where nothing has changed.
    if each is None and means.cluster:
        from disc.work.cluster import on_cluster  # noqa: PLC0415

        yield from on_cluster(means.cluster, order, files, pages)
        return
    from disc.work.workshop import Workshop  # noqa: PLC0415

    workshop = Workshop(order, theme)
    if each is None and means.jobs > 1 and len(files) >= WORTH:
        from disc.work.processes import NoProcessesError, in_processes  # noqa: PLC0415

        with suppress(NoProcessesError):
            yield from in_processes(means.jobs, workshop, order, files, pages)
            return
    for file in files:
        yield workshop.make(spec_path(order.root, file), pages=pages(), each=each)
