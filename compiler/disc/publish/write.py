"""Writing a site: all of it or nothing, into a folder that is disc's own.

The next site is made in a room beside the folder and takes its place in one step, so a reader never meets half a site,
and whatever interrupts a build, the old one stays as it was; the next build mends what was left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from disc.publish.lock import reserved, room_of
from disc.publish.manifest import published
from disc.publish.room import Room, check_folder, mend_room
from disc.publish.staging import Published, Site

PATIENCE = 10
"""How long a build waits for another one of the same folder to end, in seconds."""


@contextmanager
def site(
    out: Path, *, spare: bool = False, patience: int = PATIENCE, after: Callable[[], None] | None = None
) -> Iterator[Site]:
    """Make the next site of a folder; it is published when the context ends, and dropped when it fails.

    Nothing of it is in memory but the names of its files.

        with site(out) as new:
            for path, content in pages:
                new.write(path, content)

    Args:
        out: the folder; it is made if need be. A link to a folder is followed, one in it never.
        spare: whether a first build prepares what makes the next one fast, a second tree by links; one after another
            site always does.
        patience: how long to wait for another build of the same folder, in seconds.
        after: is called once it is published, before another build may begin.

    Raises:
        ForeignFolderError: the folder is not empty and has no marker file, or is no folder.
        BusyError: another build writes there.
        OSError: the disk does not want it; the folder is as it was.
    """
    out = out.resolve()
    check_folder(out)
    with reserved(out, patience) as folder:
        room = Room(out, folder)
        mend_room(room)
        new = Site(room)
        try:
            yield new
            new.outcome = new.publish(spare=spare)
        except BaseException:
            with suppress(OSError):
                new.abandon()
            raise
        if after:
            after()


def publish(
    files: Mapping[str, bytes], out: Path, *, partial: bool = False, finish: Callable[[Site], None] | None = None
) -> Published:
    """Replace the site in a folder.

    Args:
        files: contents by path below the folder, as `render` returns them.
        out: the folder; it is made if need be.
        partial: whether only some disclosures were built; the pages of the others that stand in the folder stay.
            Otherwise they go.
        finish: makes what follows from all files together.

    Raises:
        ManifestError: `partial`, and the marker file cannot be read.
        ForeignFolderError, BusyError, OSError: as `site`.
    """
    with site(out) as new:
        for path, content in files.items():
            new.write(path, content)
        if partial:
            addresses = {entry.address for entry in published(out)}
            built = {address for address in addresses if f"{address}/index.html" in files}
            new.keep_below(addresses - built, apart=built)
        if finish:
            finish(new)
    return new.outcome


def mend(out: Path, *, patience: int = PATIENCE) -> None:
    """End what an interrupted build of a folder began; afterwards it can be read.

    Raises:
        ForeignFolderError, BusyError, OSError: as `site`.
    """
    out = out.resolve()
    if room_of(out).exists():
        with reserved(out, patience) as folder:
            mend_room(Room(out, folder))
    check_folder(out)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, with the folders above it.

    Raises:
        FileExistsError: there is something at the path; it stays as it was.
        OSError: the disk does not want it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
